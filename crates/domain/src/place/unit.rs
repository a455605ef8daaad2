//! A unit: a committee or office that receives and decides.

use super::{AgencyIdentifier, CalendarId, LevelCode, UnitCode};
use crate::law::Certainty;
use crate::procedure::Bilingual;
use crate::validity::Validity;

/// A level of the administration (cấp hành chính); the number of levels differs by year, so it is data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// The key by which units and procedures name it.
    pub code: LevelCode,
    /// `Cấp xã`, `Commune level`.
    pub name: Bilingual,
    /// 1 is the highest.
    pub rank: u8,
}

/// An edge of the tree: the unit directly above, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParentEdge {
    /// The unit above.
    pub parent: UnitCode,
    /// The days on which it was above.
    pub validity: Validity,
}

/// The identifier of a unit, and whether we made it up because the real one is not known to us.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitIdentifier {
    /// The identifier printed in dossier codes.
    pub identifier: AgencyIdentifier,
    /// Invented by the pack; must be replaced before real use.
    pub invented: bool,
}

/// How people reach a unit; an absent part is not known and is not printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contact {
    /// Postal address of the counter.
    pub address: Option<String>,
    /// Telephone as printed.
    pub phone: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
}

/// A unit of the administration (đơn vị) in one span of its life.
///
/// # Legal source
/// Decree 61/2018/NĐ-CP: one-stop shops of three levels; Decree 118/2025/NĐ-CP: two levels, service centres.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Administrative code as valid in [`Unit::validity`].
    pub code: UnitCode,
    /// Days on which the code had this meaning.
    pub validity: Validity,
    /// Full name of the authority: `Ủy ban nhân dân xã Thanh Xá`.
    pub name: Bilingual,
    /// Name for lists and places of issue: `Thanh Xá`.
    pub short_name: String,
    /// Level of the unit.
    pub level: LevelCode,
    /// Identifier printed in dossier codes.
    pub identifier: UnitIdentifier,
    /// Units above, by date.
    pub parents: Vec<ParentEdge>,
    /// Address, telephone, e-mail.
    pub contact: Contact,
    /// `Bộ phận Một cửa`, later `Trung tâm Phục vụ hành chính công`.
    pub counter_name: Bilingual,
    /// Title above the signature: `CHỦ TỊCH`.
    pub signer_title: String,
    /// Working calendar of the counter.
    pub calendar: CalendarId,
    /// How sure we are of the code and name.
    pub certainty: Certainty,
}

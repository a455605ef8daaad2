//! A pack: the facts of one place and time, as read from text files.

use domain::law::LegalSource;
use domain::place::{Level, Unit};
use domain::procedure::{Bilingual, ProcedureVersion, Sector};
use domain::programme::Programme;
use domain::validity::Validity;

use crate::calendar::CalendarSpec;

/// Which set of printed forms is in use: receipt, supplement slip, refusal and the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FormSet {
    /// Circular 01/2018/TT-VPCP.
    Circular01Of2018,
    /// Circular 03/2025/TT-VPCP.
    Circular03Of2025,
}

impl FormSet {
    /// All sets.
    pub const ALL: [Self; 2] = [Self::Circular01Of2018, Self::Circular03Of2025];

    /// The name used in packs and the API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Circular01Of2018 => "circular_01_2018",
            Self::Circular03Of2025 => "circular_03_2025",
        }
    }
}

/// From when a set of forms is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormsInUse {
    /// The set.
    pub set: FormSet,
    /// Days of reception for which it is used.
    pub validity: Validity,
    /// What says so.
    pub source: LegalSource,
}

/// What a pack says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackMeta {
    /// Name of its folder: `thanh-ha-2023`.
    pub id: String,
    /// Counts up with every change that goes live.
    pub revision: u32,
    /// Name as people read it.
    pub name: Bilingual,
    /// What readers must know about its facts; shown on the pages that use them.
    pub notice: Bilingual,
    /// Days that the pack describes.
    pub validity: Validity,
    /// Forms in use.
    pub forms: Vec<FormsInUse>,
    /// Levels of the administration.
    pub levels: Vec<Level>,
}

/// A pack that was read without errors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// `pack.toml`.
    pub meta: PackMeta,
    /// `sectors.toml`.
    pub sectors: Vec<Sector>,
    /// `calendars.toml`.
    pub calendars: Vec<CalendarSpec>,
    /// `units.toml`.
    pub units: Vec<Unit>,
    /// `procedures/CODE.toml`, by code and version.
    pub procedures: Vec<ProcedureVersion>,
    /// `programmes.toml`.
    pub programmes: Vec<Programme>,
}

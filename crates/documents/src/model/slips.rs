//! Forms 02, 03 and 04: what is missing, why not, and the apology.

use serde::Serialize;

use super::{Frame, Moment, Person, Signer};

/// Everything that is missing, said at once.
///
/// # Legal source
/// Circular 01/2018/TT-VPCP, form 02; Decree 61/2018, Article 11: a supplement may be asked only once.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SupplementSlip {
    /// Common parts.
    pub frame: Frame,
    /// Number of the slip, where the office counts them.
    pub number: Option<String>,
    /// "Thanh Xá, ngày 02 tháng 02 năm 2024".
    pub place_date: String,
    /// Who asked.
    pub applicant: Person,
    /// Code and name of the procedure.
    pub procedure: String,
    /// What was asked for.
    pub content: String,
    /// Every missing paper.
    pub missing: Vec<MissingItem>,
    /// Why it is needed.
    pub reason: String,
    /// What to do next, and by when.
    pub next_step: Option<String>,
    /// Whom to ask.
    pub contact: Contact,
}

/// A paper to bring.
#[derive(Debug, Clone, Default, Serialize)]
pub struct MissingItem {
    /// Name of the paper and what is wrong with the one shown.
    pub name: String,
    /// Original, certified copy, or copy with the original to compare.
    pub form: String,
    /// How many.
    pub number: u32,
}

/// The officer to ask.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Contact {
    /// Full name.
    pub name: String,
    /// Phone number.
    pub phone: Option<String>,
}

/// A dossier the agency cannot take, and why.
///
/// # Legal source
/// Circular 01/2018/TT-VPCP, form 03.
#[derive(Debug, Clone, Default, Serialize)]
pub struct RefusalNotice {
    /// Common parts.
    pub frame: Frame,
    /// Number of the slip, where the office counts them.
    pub number: Option<String>,
    /// Place and date.
    pub place_date: String,
    /// Who asked.
    pub applicant: Person,
    /// Code and name of the procedure.
    pub procedure: String,
    /// What was asked for.
    pub content: String,
    /// Reasons, one sentence each.
    pub reasons: Vec<String>,
    /// The law each reason rests on.
    pub legal_basis: Vec<String>,
    /// Where to go instead, or how to complain.
    pub next_step: Option<String>,
    /// Whom to ask.
    pub contact: Contact,
}

/// Apology for a late result, with a new date.
///
/// # Legal source
/// Circular 01/2018/TT-VPCP, form 04; Decree 61/2018, Article 19(9): at most one new date.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ApologyNotice {
    /// Common parts.
    pub frame: Frame,
    /// Number of the letter.
    pub number: Option<String>,
    /// Place and date.
    pub place_date: String,
    /// Who waits.
    pub recipient: Person,
    /// Code and name of the procedure.
    pub procedure: String,
    /// When the dossier was received.
    pub received: Moment,
    /// The date that was promised.
    pub old_due: Moment,
    /// The new date.
    pub new_due: Moment,
    /// Why it is late.
    pub reason: String,
    /// The unit at fault.
    pub unit_at_fault: Option<String>,
    /// Whom to ask.
    pub contact: Option<Contact>,
    /// Who signs.
    pub signer: Signer,
}

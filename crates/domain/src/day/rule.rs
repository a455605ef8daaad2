//! Until which minute a dossier of today still counts as one of today.

use crate::law::{Certainty, LegalSource};
use jiff::civil::Time;

/// The same-day rule of a procedure.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DeadlineRule {
    /// Last minute that still means the same day, compared as printed: 15:00 is in time, 15:01 is not.
    pub cut_off: Time,
    /// What it rests on.
    pub source: LegalSource,
}

impl DeadlineRule {
    /// The statutory rule of civil status: received after 15:00 and not solvable at once, the next working day.
    ///
    /// # Legal source
    /// Law on Civil Status 60/2014/QH13 Art 5(3); certification has the same hour in Decree 23/2015/NĐ-CP Art 7.
    pub fn civil_status() -> Self {
        Self::at_15("Luật Hộ tịch 60/2014/QH13, Điều 5 khoản 3")
    }

    /// The statutory rule of certification.
    ///
    /// # Legal source
    /// Decree 23/2015/NĐ-CP Art 7.
    pub fn certification() -> Self {
        Self::at_15("Nghị định 23/2015/NĐ-CP, Điều 7")
    }

    fn at_15(citation: &str) -> Self {
        let source = LegalSource { citation: citation.to_owned(), certainty: Certainty::Verified };
        Self { cut_off: Time::constant(15, 0, 0, 0), source }
    }
}

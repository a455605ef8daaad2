//! What the counter says about a promise.

use domain::promise::{Basis, Promise};
use domain::time::civil;
use jiff::Timestamp;

use super::{say, when};
use crate::{Key, Lang, format, text};

/// The promise in one line: `Có kết quả trong ngày, trước 17 giờ`.
///
/// A dossier filed the night before is told the full date, for "today" would be read as the day of filing.
pub fn promise_headline(promise: &Promise, lang: Lang) -> String {
    let filed_at = promise.statutory.as_ref().map(|deadline| deadline.received_at);
    match (promise.basis, promise.quoted_at()) {
        (Basis::Incomplete, _) => text(lang, Key::ReasonsHeadlineIncomplete).to_owned(),
        (Basis::ProgrammeToday, Some(due_at)) if filed_at.is_some_and(|filed| same_day(filed, due_at)) => {
            let clock = format::clock(lang, civil(due_at).time());
            say(lang, Key::ReasonsHeadlineToday, &[("clock", &clock)])
        }
        (Basis::ProgrammeToday | Basis::ProgrammeNextMorning | Basis::Statute, Some(due_at)) => {
            say(lang, Key::ReasonsHeadlineDue, &[("due", &when::at(lang, due_at))])
        }
        (Basis::ProgrammeToday | Basis::ProgrammeNextMorning | Basis::Statute, None) => {
            text(lang, Key::ReasonsHeadlineNone).to_owned()
        }
    }
}

/// What the quoted time rests on: `Thời hạn theo quy định`.
pub fn basis(basis: Basis, lang: Lang) -> &'static str {
    let key = match basis {
        Basis::ProgrammeToday => Key::ReasonsBasisToday,
        Basis::ProgrammeNextMorning => Key::ReasonsBasisNextMorning,
        Basis::Statute => Key::ReasonsBasisStatute,
        Basis::Incomplete => Key::ReasonsBasisIncomplete,
    };
    text(lang, key)
}

fn same_day(one: Timestamp, other: Timestamp) -> bool {
    civil(one).date() == civil(other).date()
}

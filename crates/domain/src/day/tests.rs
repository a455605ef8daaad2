//! Tests of the calendar and of deadlines.

mod calendars;
mod holidays;
mod invariants;
mod pauses;
mod vectors;

use super::holidays::years;
use super::{CalendarBuilder, NamedDay, WeeklyPattern, Window, WorkingCalendar};
use jiff::Timestamp;
use std::sync::Arc;

/// Office hours with the reference table of all years.
pub(crate) fn office() -> WorkingCalendar {
    office_with(|builder| builder)
}

/// The same with something added.
pub(crate) fn office_with(add: impl FnOnce(CalendarBuilder) -> CalendarBuilder) -> WorkingCalendar {
    let ordinary = CalendarBuilder::new(WeeklyPattern::office());
    add(years().fold(ordinary, |so_far, list| so_far.national(list))).build().unwrap()
}

/// `2023-10-06 14:20` in Vietnam.
pub(crate) fn at(text: &str) -> Timestamp {
    let civil: jiff::civil::DateTime = text.replace(' ', "T").parse().unwrap();
    crate::time::instant(civil)
}

pub(crate) fn hours(text: &str) -> Window {
    let (opens, closes) = text.split_once('-').unwrap();
    Window::new(opens.parse().unwrap(), closes.parse().unwrap()).unwrap()
}

pub(crate) fn name(vi: &str) -> Arc<NamedDay> {
    Arc::new(NamedDay { vi: vi.to_owned(), en: vi.to_owned(), source: None })
}

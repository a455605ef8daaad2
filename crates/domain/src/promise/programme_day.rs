//! Whether a date is a day of a programme.

use crate::day::{DayKind, WorkingCalendar};
use crate::programme::{OnDayOff, Programme};
use jiff::civil::{Date, Weekday};

/// How far ahead a holiday may lie whose programme day moved here; the longest row of days off is Tết.
const LOOK_AHEAD_DAYS_MAX: usize = 31;

/// Whether a date is a programme day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProgrammeDay {
    /// The day of the week the programme runs on.
    Regular,
    /// Held here because its own day is a holiday.
    MovedFrom {
        /// That holiday.
        holiday: Date,
    },
    /// Not a programme day.
    No(NotProgrammeDay),
}

/// Why a date is not a programme day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NotProgrammeDay {
    /// The programme has not begun or has ended.
    NotInForce,
    /// Another day of the week.
    OtherWeekday {
        /// Which.
        weekday: Weekday,
    },
    /// A day off.
    DayOff,
    /// A make-up day is never a programme day, whatever day it stands for.
    MakeUpDay,
}

impl ProgrammeDay {
    /// Whether the programme runs that day.
    pub const fn is_kept(self) -> bool {
        match self {
            Self::Regular | Self::MovedFrom { .. } => true,
            Self::No(_) => false,
        }
    }
}

/// Whether the programme runs on a date under a unit's calendar.
///
/// # Legal source
/// Plan of the programme; for the no-wait Friday of Thanh Hà a holiday is skipped (our reading, marked so in its
/// pack).
pub fn programme_day(on: Date, programme: &Programme, calendar: &WorkingCalendar) -> ProgrammeDay {
    if !programme.validity.contains(on) {
        return ProgrammeDay::No(NotProgrammeDay::NotInForce);
    }
    match calendar.is_working_day(on) {
        DayKind::MadeUp(_) => ProgrammeDay::No(NotProgrammeDay::MakeUpDay),
        DayKind::WeeklyOff | DayKind::Holiday(_) => ProgrammeDay::No(NotProgrammeDay::DayOff),
        DayKind::Working if programme.is_its_weekday(on) => ProgrammeDay::Regular,
        DayKind::Working => match moved_here(on, programme, calendar) {
            Some(holiday) => ProgrammeDay::MovedFrom { holiday },
            None => ProgrammeDay::No(NotProgrammeDay::OtherWeekday { weekday: on.weekday() }),
        },
    }
}

/// The first holiday on a programme weekday between this day and the next ordinary working day.
fn moved_here(on: Date, programme: &Programme, calendar: &WorkingCalendar) -> Option<Date> {
    match programme.on_day_off {
        OnDayOff::Skip => return None,
        OnDayOff::PreviousWorkingDay => {}
    }
    std::iter::successors(on.tomorrow().ok(), |day| day.tomorrow().ok())
        .take(LOOK_AHEAD_DAYS_MAX)
        .map(|day| (day, calendar.is_working_day(day)))
        .take_while(|(_, kind)| *kind != DayKind::Working)
        .filter(|(day, _)| programme.is_its_weekday(*day) && programme.validity.contains(*day))
        .find_map(|(day, kind)| matches!(kind, DayKind::Holiday(_)).then_some(day))
}

//! Working time between two instants.

use super::calendar::{WALK_DAYS_MAX, WorkingCalendar};
use super::window::second_of_day;
use crate::time;
use jiff::Timestamp;
use jiff::civil::{Date, Time};

/// Working time until something is due, or since it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimeLeft {
    /// Not yet due: whole working minutes left.
    Left {
        /// Working minutes.
        working_minutes: u32,
    },
    /// Past due: whole working minutes since.
    Past {
        /// Working minutes.
        working_minutes: u32,
    },
}

impl TimeLeft {
    /// One number to sort work lists by: negative when past due.
    pub const fn signed_minutes(self) -> i64 {
        match self {
            Self::Left { working_minutes } => working_minutes as i64,
            Self::Past { working_minutes } => -(working_minutes as i64),
        }
    }
}

/// Working time from now to a due instant, in minutes within opening hours; looks at a century at most.
pub fn time_left(now: Timestamp, due_at: Timestamp, calendar: &WorkingCalendar) -> TimeLeft {
    let minutes = |from, to| u32::try_from(working_seconds(from, to, calendar) / 60).unwrap_or(u32::MAX);
    if now <= due_at {
        TimeLeft::Left { working_minutes: minutes(now, due_at) }
    } else {
        TimeLeft::Past { working_minutes: minutes(due_at, now) }
    }
}

/// Seconds within opening hours from one instant to a later one; 0 when it is not later.
pub fn working_seconds(from: Timestamp, to: Timestamp, calendar: &WorkingCalendar) -> u64 {
    let (start, end) = (time::civil(from), time::civil(to));
    let days = std::iter::successors(Some(start.date()), |day| day.tomorrow().ok());
    days.take_while(|day| *day <= end.date())
        .take(WALK_DAYS_MAX as usize)
        .map(|day| {
            let begins = if day == start.date() { start.time() } else { Time::midnight() };
            let ends = if day == end.date() { end.time() } else { Time::MAX };
            seconds_on(day, begins, ends, calendar)
        })
        .sum()
}

fn seconds_on(on: Date, from: Time, to: Time, calendar: &WorkingCalendar) -> u64 {
    let overlap = |opens: Time, closes: Time| {
        second_of_day(closes.min(to)).saturating_sub(second_of_day(opens.max(from)))
    };
    calendar.windows_on(on).iter().map(|window| u64::from(overlap(window.opens(), window.closes()))).sum()
}

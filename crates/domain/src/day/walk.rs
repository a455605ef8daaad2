//! Walking over the days of a calendar while taking notes for the explanation.

use super::calendar::{WALK_DAYS_MAX, WorkingCalendar};
use super::deadline::{DeadlineReason, Skipped, SkippedWhy, Warning};
use super::named::DayKind;
use super::window::second_of_day;
use crate::time;
use jiff::civil::{Date, Time};
use jiff::{SignedDuration, Timestamp};

/// Days passed over, steps and warnings gathered so far, and how many days may still be walked.
pub(super) struct Walk<'c> {
    pub(super) calendar: &'c WorkingCalendar,
    pub(super) skipped: Vec<Skipped>,
    pub(super) reasons: Vec<DeadlineReason>,
    pub(super) warnings: Vec<Warning>,
    days_left: u32,
}

impl<'c> Walk<'c> {
    pub(super) const fn new(calendar: &'c WorkingCalendar) -> Self {
        Self {
            calendar,
            skipped: Vec::new(),
            reasons: Vec::new(),
            warnings: Vec::new(),
            days_left: WALK_DAYS_MAX,
        }
    }

    /// The kind of a day; its year is noted when it is not known for certain.
    pub(super) fn look(&mut self, on: Date) -> DayKind {
        if let Some(warning) = Warning::of_year(self.calendar, on) {
            self.warn(warning);
        }
        self.calendar.is_working_day(on)
    }

    /// The first working day on or after a date; days off on the way are noted as skipped.
    pub(super) fn working_from(&mut self, start: Date) -> Date {
        let mut day = start;
        loop {
            let kind = self.look(day);
            if let DayKind::MadeUp(name) = &kind {
                let name = std::sync::Arc::clone(name);
                self.reasons.push(DeadlineReason::MakeUpDayCounted { on: day, name });
            }
            let Some(why) = SkippedWhy::of(kind) else { return day };
            let Some(next) = self.step(day) else { return day };
            self.skipped.push(Skipped { on: day, why });
            day = next;
        }
    }

    /// The first working day after a date.
    pub(super) fn working_after(&mut self, day: Date) -> Date {
        match self.step(day) {
            Some(next) => self.working_from(next),
            None => day,
        }
    }

    /// The instant after so many seconds of opening hours, counted from an instant.
    pub(super) fn advance(&mut self, from: Timestamp, seconds: u64) -> Timestamp {
        let start = time::civil(from);
        let (mut day, mut after, mut left) = (start.date(), start.time(), seconds);
        let mut reached = from;
        if left == 0 {
            return reached;
        }
        loop {
            for window in self.calendar.windows_on(day) {
                let begins = window.opens().max(after);
                let length = u64::from(second_of_day(window.closes()).saturating_sub(second_of_day(begins)));
                if left <= length {
                    return later(time::instant_on(day, begins), left);
                }
                left -= length;
                reached = reached.max(time::instant_on(day, window.closes()));
            }
            let next = self.working_after(day);
            if next == day {
                return reached;
            }
            (day, after) = (next, Time::midnight());
        }
    }

    /// The next calendar day while the walk may go on; else a warning.
    fn step(&mut self, day: Date) -> Option<Date> {
        let next = day.tomorrow().ok().filter(|_| self.days_left > 0);
        self.days_left = self.days_left.saturating_sub(1);
        if next.is_none() {
            self.warn(Warning::OutOfRange);
        }
        next
    }

    pub(super) fn warn(&mut self, warning: Warning) {
        if !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }
}

/// So many seconds later; at the end of time the last instant.
fn later(from: Timestamp, seconds: u64) -> Timestamp {
    let length = SignedDuration::from_secs(i64::try_from(seconds).unwrap_or(i64::MAX));
    from.saturating_add(length).unwrap_or(Timestamp::MAX)
}

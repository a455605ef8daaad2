//! From a term and a receipt to a deadline.

use super::calendar::WorkingCalendar;
use super::deadline::{Closed, Deadline, DeadlineReason, Skipped, Warning};
use super::rule::DeadlineRule;
use super::term::Term;
use super::walk::Walk;
use super::window::printed;
use crate::time;
use jiff::civil::{Date, DateTime};
use jiff::{Span, Timestamp};

/// When a dossier received then is due.
///
/// Received while the unit is closed, it counts from the next opening (whether a counter may take it in at all is
/// decided elsewhere). The day of receipt is not counted; terms in days and same-day end at the closing of the due
/// day, terms in hours within opening hours. A supplement completed starts a full new term: call this again with
/// the instant of completion.
///
/// # Legal source
/// Same-day and its cut-off: [`DeadlineRule`]. First day, end on a day off: Civil Code 2015 Art 147, 148 (from
/// memory). New term from the full dossier: Decree 61/2018/NĐ-CP Art 19(4). Online receipt outside opening hours: by
/// the time stamp of the system, counted from the next opening.
pub fn due(term: Term, received: Timestamp, calendar: &WorkingCalendar, rule: &DeadlineRule) -> Deadline {
    let mut walk = Walk::new(calendar);
    let counted_from = count_from(&mut walk, received);
    let start = time::civil(counted_from);
    let due_at = match term {
        Term::SameDay => same_day(&mut walk, start, rule),
        Term::WorkingDays(days) => working_days(&mut walk, start.date(), days),
        Term::CalendarDays(days) => calendar_days(&mut walk, start.date(), u32::from(days)),
        Term::Hours(hours) => hours_within(&mut walk, counted_from, u64::from(hours) * 3600),
    };
    finish(walk, term, received, counted_from, due_at)
}

/// The receipt while open, else the next opening, with the reason and the days off before it.
pub(super) fn count_from(walk: &mut Walk<'_>, received: Timestamp) -> Timestamp {
    let civil = time::civil(received);
    let on = civil.date();
    let Some(closed) = closed_at(walk, civil) else { return received };
    walk.reasons.push(DeadlineReason::CountedFromNextOpening { closed });
    let day = match closed {
        Closed::BeforeOpening | Closed::Break => {
            return walk.calendar.open_from(received).unwrap_or(received);
        }
        Closed::DayOff => walk.working_from(on),
        Closed::AfterClosing => walk.working_after(on),
    };
    walk.calendar.opening(day).unwrap_or(received).max(received)
}

/// Why the unit is closed then; nothing while it is open.
fn closed_at(walk: &mut Walk<'_>, at: DateTime) -> Option<Closed> {
    walk.look(at.date());
    let windows = walk.calendar.windows_on(at.date());
    let (Some(first), Some(last)) = (windows.first(), windows.last()) else { return Some(Closed::DayOff) };
    if windows.iter().any(|window| window.contains(at.time())) {
        None
    } else if at.time() < first.opens() {
        Some(Closed::BeforeOpening)
    } else if at.time() > last.closes() {
        Some(Closed::AfterClosing)
    } else {
        Some(Closed::Break)
    }
}

fn same_day(walk: &mut Walk<'_>, start: DateTime, rule: &DeadlineRule) -> Timestamp {
    let (received, cut_off) = (printed(start.time()), rule.cut_off);
    let due_on = if received <= cut_off {
        walk.reasons.push(DeadlineReason::ByCutOff { received, cut_off });
        start.date()
    } else {
        walk.reasons.push(DeadlineReason::AfterCutOff { received, cut_off });
        walk.working_after(start.date())
    };
    at_closing(walk, due_on)
}

fn working_days(walk: &mut Walk<'_>, start: Date, days: u16) -> Timestamp {
    walk.reasons.push(DeadlineReason::DayOfReceiptNotCounted { on: start });
    let mut day = start;
    for _ in 0..days {
        let next = walk.working_after(day);
        if next == day {
            break;
        }
        day = next;
    }
    at_closing(walk, day)
}

/// The closing of the day so many calendar days later, or of the next working day.
pub(super) fn calendar_days(walk: &mut Walk<'_>, start: Date, days: u32) -> Timestamp {
    walk.reasons.push(DeadlineReason::DayOfReceiptNotCounted { on: start });
    let ends_on =
        Span::new().try_days(i64::from(days)).and_then(|span| start.checked_add(span)).unwrap_or_else(|_| {
            walk.warn(Warning::OutOfRange);
            Date::MAX
        });
    let due_on = walk.working_from(ends_on);
    if due_on != ends_on {
        walk.reasons.push(DeadlineReason::MovedFromDayOff { from: ends_on });
    }
    at_closing(walk, due_on)
}

/// The instant after so many seconds of opening hours.
pub(super) fn hours_within(walk: &mut Walk<'_>, from: Timestamp, seconds: u64) -> Timestamp {
    let due_at = walk.advance(from, seconds);
    walk.reasons.push(DeadlineReason::EndsWithinHours { at: time::civil(due_at).time() });
    due_at
}

/// The closing of a day; past the end of the calendar its midnight.
pub(super) fn at_closing(walk: &mut Walk<'_>, on: Date) -> Timestamp {
    let due_at =
        walk.calendar.closing(on).unwrap_or_else(|| time::instant_on(on, jiff::civil::Time::midnight()));
    walk.reasons.push(DeadlineReason::EndsAtClosing { at: time::civil(due_at).time() });
    due_at
}

/// Puts the deadline together; what falls due never falls due before it came in.
pub(super) fn finish(
    walk: Walk<'_>,
    term: Term,
    received_at: Timestamp,
    counted_from: Timestamp,
    due_at: Timestamp,
) -> Deadline {
    let due_at = due_at.max(counted_from);
    let due_on = time::civil(due_at).date();
    let skipped: Vec<Skipped> = walk.skipped;
    Deadline {
        term,
        received_at,
        received_counted_from: counted_from,
        due_at,
        due_on,
        skipped,
        reasons: walk.reasons,
        warnings: walk.warnings,
    }
}

//! Going on after a pause with what was left of the term.

use super::calendar::WorkingCalendar;
use super::deadline::{Deadline, DeadlineReason, Remainder};
use super::due::{at_closing, calendar_days, count_from, finish, hours_within};
use super::hours::working_seconds;
use super::term::Term;
use super::walk::Walk;
use crate::time;
use jiff::Timestamp;

/// The deadline after a pause (waiting for payment, suspension): the rest of the term is kept and runs on.
///
/// Terms in working days and same-day keep the working time that was left and end at the closing of the day it runs
/// out; terms in hours keep it to the second; terms in calendar days keep the days that were left. A dossier that
/// was past due when it was paused stays so: the deadline comes back unchanged. A supplement is no pause: it starts
/// a full new term, see [`super::due()`].
///
/// # Legal source
/// Waiting for a payment is not the agency's time (practice of the national systems, from memory).
pub fn resume_with_remainder(
    deadline: &Deadline,
    paused_at: Timestamp,
    resumed_at: Timestamp,
    calendar: &WorkingCalendar,
) -> Deadline {
    if paused_at > deadline.due_at || resumed_at <= paused_at {
        return deadline.clone();
    }
    let mut walk = Walk::new(calendar);
    let from = count_from(&mut walk, resumed_at);
    let remainder = remainder(deadline, paused_at, calendar);
    walk.reasons.push(DeadlineReason::Resumed { paused_at, resumed_at, remainder });
    let due_at = match (deadline.term, remainder) {
        (_, Remainder::CalendarDays(days)) => calendar_days(&mut walk, time::civil(from).date(), days),
        (Term::Hours(_), Remainder::WorkingSeconds(seconds)) => hours_within(&mut walk, from, seconds),
        (
            Term::SameDay | Term::WorkingDays(_) | Term::CalendarDays(_),
            Remainder::WorkingSeconds(seconds),
        ) => {
            let runs_out = walk.advance(from, seconds);
            at_closing(&mut walk, time::civil(runs_out).date())
        }
    };
    let resumed = finish(walk, deadline.term, deadline.received_at, from, due_at);
    Deadline { received_counted_from: deadline.received_counted_from, ..resumed }
}

/// What was left of the term when handling stopped.
fn remainder(deadline: &Deadline, paused_at: Timestamp, calendar: &WorkingCalendar) -> Remainder {
    match deadline.term {
        Term::CalendarDays(_) => {
            let left = time::civil(paused_at).date().duration_until(deadline.due_on).as_hours() / 24;
            Remainder::CalendarDays(u32::try_from(left).unwrap_or(0))
        }
        Term::SameDay | Term::WorkingDays(_) | Term::Hours(_) => {
            let begins = paused_at.max(deadline.received_counted_from);
            Remainder::WorkingSeconds(working_seconds(begins, deadline.due_at, calendar))
        }
    }
}

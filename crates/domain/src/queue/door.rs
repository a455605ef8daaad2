//! When tickets are given out.

use crate::day::WorkingCalendar;
use crate::time::civil;
use jiff::{SignedDuration, Timestamp};

/// People come before the doors open: tickets are given from an hour before the first opening.
const BEFORE_OPENING: SignedDuration = SignedDuration::from_hours(1);

/// No tickets are given now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no tickets are given now")]
pub struct DoorClosed {
    /// When the counter opens next; nothing when the calendar knows no such day.
    pub opens_at: Option<Timestamp>,
}

/// Whether tickets are given at an instant: on a working day from an hour before the opening to the closing, through the
/// midday break.
///
/// # Errors
/// [`DoorClosed`] with the next opening: at night, on days off and holidays.
pub fn tickets_given(at: Timestamp, calendar: &WorkingCalendar) -> Result<(), DoorClosed> {
    let on = civil(at).date();
    let begun = calendar.opening(on).is_some_and(|opens| at.duration_since(opens) >= -BEFORE_OPENING);
    // The printed closing minute is open.
    let over = calendar.closing(on).is_none_or(|closes| at.duration_since(closes).as_secs() >= 60);
    let given = begun && !over;
    if given { Ok(()) } else { Err(DoorClosed { opens_at: calendar.open_from(at) }) }
}

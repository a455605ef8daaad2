//! Early, in time, late: from when somebody with an appointment counts as waiting.

use jiff::{SignedDuration, Timestamp};

/// So much later than the hour is still in time.
pub const LATE: SignedDuration = SignedDuration::from_mins(10);

/// So much before the hour somebody may be called, unless a counter stands idle.
pub const EARLY: SignedDuration = SignedDuration::from_mins(5);

/// How the arrival relates to the hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Punctuality {
    /// More than five minutes before the hour.
    Early,
    /// From five minutes before to ten minutes after.
    InTime,
    /// Later: served as somebody without an appointment.
    Late,
}

/// When somebody who came may be called, and from when their wait counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Arrival {
    /// How it relates to the hour.
    pub punctuality: Punctuality,
    /// Their wait counts from here: the hour or the arrival, whichever is later.
    pub counts_from: Timestamp,
    /// They are not called before this, unless a counter stands idle.
    pub not_before: Timestamp,
}

/// Judges an arrival against the hour booked.
///
/// # Legal source
/// Our rule for fairness between booked and walking-in visitors; minutes are compared exactly.
pub fn arrival(booked_at: Timestamp, came_at: Timestamp) -> Arrival {
    let lateness = came_at.duration_since(booked_at);
    let earliest = booked_at.checked_sub(EARLY).unwrap_or(booked_at);
    if lateness > LATE {
        Arrival { punctuality: Punctuality::Late, counts_from: came_at, not_before: came_at }
    } else if came_at < earliest {
        Arrival { punctuality: Punctuality::Early, counts_from: booked_at, not_before: earliest }
    } else {
        let counts_from = booked_at.max(came_at);
        Arrival { punctuality: Punctuality::InTime, counts_from, not_before: came_at }
    }
}

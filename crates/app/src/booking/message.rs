//! Messages about a booking, as rows of the outbox: what happened now, and two reminders that are due later.
//!
//! The rows name the booking only. Whoever sends them reads the contact then, so nothing personal lies in the queue and
//! an erased contact gets no message.

use super::Frame;
use domain::id::OutboxId;
use domain::time::{instant_on, to_ms};
use jiff::SignedDuration;
use sha2::{Digest, Sha256};
use storage::booking::{self, BookingRow};
use storage::{StoreError, Tx, ledger};

/// How long before the hour people are reminded.
const REMINDERS: [(&str, SignedDuration); 2] =
    [("day", SignedDuration::from_hours(24)), ("hours", SignedDuration::from_hours(2))];

/// What people are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    Booked,
    Offered,
    Moved,
    Cancelled,
    Closed,
}

impl Told {
    const fn topic(self) -> &'static str {
        match self {
            Self::Booked => "booking.booked",
            Self::Offered => "booking.offered",
            Self::Moved => "booking.moved",
            Self::Cancelled => "booking.cancelled",
            Self::Closed => "booking.closed",
        }
    }
}

/// Queues what happened, where there is a contact to tell.
pub(super) fn tell(tx: &mut Tx<'_>, row: &BookingRow, told: Told, frame: &Frame) -> Result<(), StoreError> {
    if !reachable(row) {
        return Ok(());
    }
    let key = format!("{} {}", told.topic(), row.version);
    ledger::queue(tx, &id(row, &key, frame.ms()), told.topic(), &row.id, "{}", frame.ms())
}

/// Queues the reminders of the hour a booking has, as far as they are still ahead.
pub(super) fn remind(tx: &mut Tx<'_>, row: &BookingRow, frame: &Frame) -> Result<(), StoreError> {
    if !reachable(row) {
        return Ok(());
    }
    for (key, due) in reminders(row) {
        if due > frame.ms() {
            let outbox = id(row, &key, row.created_at);
            booking::queue_later(tx, &outbox, "booking.reminder", &row.id, due, frame.ms())?;
        }
    }
    Ok(())
}

/// Takes back the reminders of the hour a booking has; call it before the hour changes.
pub(super) fn forget_reminders(tx: &mut Tx<'_>, row: &BookingRow) -> Result<(), StoreError> {
    for (key, _) in reminders(row) {
        booking::unqueue(tx, &id(row, &key, row.created_at))?;
    }
    Ok(())
}

fn reachable(row: &BookingRow) -> bool {
    let named = !row.phone.is_empty() || !row.email.is_empty();
    named && !row.synthetic
}

/// A key and a due time for each reminder of the present hour.
fn reminders(row: &BookingRow) -> Vec<(String, i64)> {
    let minute = row.minute.and_then(|minute| u16::try_from(minute).ok());
    let Some(at) = minute.and_then(domain::booking::slots::time_of) else { return Vec::new() };
    let starts = instant_on(storage::account::date_of(row.on_day), at);
    let due = |before: SignedDuration| to_ms(starts.checked_sub(before).unwrap_or(starts));
    REMINDERS.into_iter().map(|(kind, before)| (format!("{kind} {} {at}", row.on_day), due(before))).collect()
}

/// The same message has the same identifier, so that it can be taken back and is never queued twice.
fn id(row: &BookingRow, key: &str, at: i64) -> String {
    let digest = Sha256::digest(format!("{} {key}", row.id).as_bytes());
    let number = digest.iter().take(10).fold(0_u128, |number, byte| number << 8 | u128::from(*byte));
    OutboxId::from_parts(u64::try_from(at).unwrap_or_default(), number).to_string()
}

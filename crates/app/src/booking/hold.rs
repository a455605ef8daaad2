//! A place held for ten minutes while somebody fills the form. It falls free by time alone.

use super::plan::{self, Hour};
use super::{BookingError, Frame, HOLD_MS, SlotProblem, wait};
use crate::error::AppError;
use crate::{App, secret};
use domain::place::UnitCode;
use domain::time::from_ms;
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use storage::account::date_of;
use storage::booking::seat;
use storage::dossier::day_number;
use storage::{Tx, booking};

/// A held place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The unit.
    pub unit: UnitCode,
    /// The day.
    pub on: Date,
    /// The hour.
    pub at: Time,
    /// Until when; nothing once it is over, or once it became a booking.
    pub until: Option<Timestamp>,
    /// The token of the booking it became.
    pub booked: Option<String>,
}

/// Holds a place of an hour and gives the secret that names the hold.
///
/// # Errors
/// [`SlotProblem::Full`], [`SlotProblem::NoSuchHour`].
pub async fn hold(app: &App, unit: &UnitCode, on: Date, minute: u16) -> Result<String, BookingError> {
    let (frame, code) = (Frame::of(app), unit.clone());
    let token = secret::fresh_token(app.random.as_ref());
    let key = key_of(&token);
    app.store
        .write(move |tx| {
            seat::lock_day(tx, code.as_str(), day_number(on), frame.ms())?;
            wait::settle(tx, &frame, &code, on)?;
            take(tx, &frame, &code, on, minute, &holder(&key), Some(frame.ms() + HOLD_MS))?;
            seat::note_hold(tx, &key, (code.as_str(), day_number(on), i64::from(minute)))?;
            Ok::<_, BookingError>(())
        })
        .await?;
    Ok(token)
}

/// Takes a place of an hour for a holder. The caller holds the lock of the day and has let the waiting list move on.
pub(super) fn take(
    tx: &mut Tx<'_>,
    frame: &Frame,
    unit: &UnitCode,
    on: Date,
    minute: u16,
    holder: &str,
    expires_at: Option<i64>,
) -> Result<Hour, BookingError> {
    let basis = plan::basis(tx, unit, frame)?;
    let within = plan::days(&frame.policy, unit, frame.today(), &basis).contains(&on);
    let hours = if within { plan::day(tx, unit, on, &basis, frame, true)? } else { Vec::new() };
    let hour = hours.into_iter().find(|hour| hour.minute() == minute);
    let hour = hour.filter(|hour| hour.closed.is_none() && hour.starts_at > frame.now);
    let hour = hour.ok_or(SlotProblem::NoSuchHour)?;
    if hour.left == 0 {
        return Err(SlotProblem::Full.into());
    }
    let place = (unit.as_str(), day_number(on), i64::from(minute));
    if seat::take(tx, place, hour.places, holder, expires_at, frame.moment())? {
        Ok(hour)
    } else {
        Err(SlotProblem::Full.into())
    }
}

/// How a hold stands.
///
/// # Errors
/// [`AppError::NotFound`] for a secret nobody was given.
pub async fn held(app: &App, token: &str) -> Result<Held, BookingError> {
    let (frame, key) = (Frame::of(app), key_of(token));
    app.store
        .read(move |tx| {
            let missing = || AppError::NotFound { what: "hold" };
            if let Some(row) = booking::find_by_hold(tx, &key)? {
                let found = super::Booking::read(&row, &frame.keys)?;
                let at = found.at.unwrap_or_default();
                let (unit, on, booked) = (found.unit, found.on, Some(found.token));
                return Ok(Held { unit, on, at, until: None, booked });
            }
            let row = seat::find_hold(tx, &key, &holder(&key))?.ok_or_else(missing)?;
            let minute = u16::try_from(row.minute).map_err(|_| missing())?;
            let until = row.expires_at.filter(|until| frame.moment().is_held(*until));
            Ok(Held {
                unit: row.unit.parse().map_err(|_| missing())?,
                on: date_of(row.on_day),
                at: domain::booking::slots::time_of(minute).ok_or_else(missing)?,
                until: until.map(from_ms),
                booked: None,
            })
        })
        .await
}

/// What is kept of the secret of a hold.
pub(super) fn key_of(token: &str) -> String {
    secret::sha256_hex(secret::normal(token).as_bytes())
}

/// Who holds a place while it is only held.
pub(super) fn holder(key: &str) -> String {
    format!("hold:{key}")
}

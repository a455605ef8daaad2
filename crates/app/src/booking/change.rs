//! Another hour, or none: by the person with the secret link, or by staff for them.

use super::hold::take;
use super::message::{self, Told};
use super::wait::{locked, settle};
use super::{Booking, BookingError, Frame, write};
use crate::error::AppError;
use crate::{Actor, App, secret};
use domain::booking::slots::minute_of;
use domain::booking::{BookingAct, next};
use domain::permit::DayAct;
use domain::place::UnitCode;
use jiff::civil::{Date, Time};
use storage::booking::{BookingRow, seat};
use storage::dossier::day_number;
use storage::{Tx, booking};

/// Moves a booking to another hour of the same or another unit. The old place falls free only when the new one is had.
///
/// # Errors
/// [`super::SlotProblem`] names the rule; nothing is lost then.
pub async fn move_to(
    app: &App,
    token: &str,
    unit: &UnitCode,
    on: Date,
    at: Time,
) -> Result<Booking, BookingError> {
    let (frame, to) = (Frame::of(app), unit.clone());
    let hash = secret::token_hash(&secret::normal(token));
    let (before, after) = app
        .store
        .write(move |tx| {
            let missing = || AppError::NotFound { what: "booking" };
            let seen = booking::find_by_token(tx, &hash)?.ok_or_else(missing)?;
            // Both days, always in the same order, so that two who swap never wait for each other.
            let mut days = [(seen.unit.clone(), seen.on_day), (to.to_string(), day_number(on))];
            days.sort();
            days.iter().try_for_each(|(unit, day)| seat::lock_day(tx, unit, *day, frame.ms()))?;
            let mut row = booking::find(tx, &seen.id)?.ok_or_else(missing)?;
            let minute = i64::from(minute_of(at));
            let from: UnitCode = row.unit.parse().map_err(|_| missing())?;
            if (row.unit.as_str(), row.on_day, row.minute) == (to.as_str(), day_number(on), Some(minute)) {
                return Ok((from, Booking::read(&row, &frame.keys)?));
            }
            next(super::state_of(&row)?, BookingAct::Move)?;
            settle(tx, &frame, &to, on)?;
            let holder = format!("move:{}", row.id);
            take(tx, &frame, &to, on, minute_of(at), &holder, Some(frame.ms() + super::HOLD_MS))?;
            message::forget_reminders(tx, &row)?;
            seat::free(tx, &row.id)?;
            seat::keep(tx, &holder, &row.id, frame.moment())?;
            (row.moved_day, row.moved_minute) = (Some(row.on_day), row.minute);
            let old = storage::account::date_of(row.on_day);
            (row.unit, row.on_day, row.minute) = (to.to_string(), day_number(on), Some(minute));
            write(tx, &mut row, BookingAct::Move, "citizen", frame.ms())?;
            message::tell(tx, &row, Told::Moved, &frame)?;
            message::remind(tx, &row, &frame)?;
            settle(tx, &frame, &from, old)?;
            Ok::<_, BookingError>((from, Booking::read(&row, &frame.keys)?))
        })
        .await?;
    app.announce(&before);
    app.announce(&after.unit);
    Ok(after)
}

/// Gives a booking up; its place is offered to who waits. Given up again it stays so.
///
/// # Errors
/// [`super::SlotProblem::NotNow`] after the person came.
pub async fn cancel(app: &App, token: &str) -> Result<Booking, BookingError> {
    let (frame, hash) = (Frame::of(app), secret::token_hash(&secret::normal(token)));
    let given_up = app.store.write(move |tx| {
        let row = locked(tx, &frame, &hash)?;
        give_up(tx, &frame, row, "citizen")
    });
    let given_up = given_up.await?;
    app.announce(&given_up.unit);
    Ok(given_up)
}

/// Gives a booking up for somebody who rang.
///
/// # Errors
/// [`AppError::Denied`]; [`AppError::NotFound`] for a booking of another unit.
pub async fn cancel_for(
    app: &App,
    actor: &Actor,
    unit: &UnitCode,
    id: &str,
) -> Result<Booking, BookingError> {
    let frame = Frame::of(app);
    actor.at_unit(&frame.policy, frame.now, DayAct::ManageSlots.into(), unit)?;
    let (code, id, by) = (unit.clone(), id.to_owned(), actor.account.to_string());
    let given_up = app.store.write(move |tx| {
        let row = at_unit(tx, &frame, &code, &id)?;
        give_up(tx, &frame, row, &by)
    });
    let given_up = given_up.await?;
    app.announce(unit);
    Ok(given_up)
}

/// A booking of a unit by its identifier, with the lock of its day.
pub(super) fn at_unit(
    tx: &mut Tx<'_>,
    frame: &Frame,
    unit: &UnitCode,
    id: &str,
) -> Result<BookingRow, BookingError> {
    let missing = || AppError::NotFound { what: "booking" };
    let seen = booking::find(tx, id)?.filter(|row| row.unit == unit.as_str()).ok_or_else(missing)?;
    seat::lock_day(tx, &seen.unit, seen.on_day, frame.ms())?;
    Ok(booking::find(tx, id)?.filter(|row| row.unit == unit.as_str()).ok_or_else(missing)?)
}

fn give_up(
    tx: &mut Tx<'_>,
    frame: &Frame,
    mut row: BookingRow,
    actor: &str,
) -> Result<Booking, BookingError> {
    if row.state == domain::booking::BookingState::Cancelled.name() {
        return Ok(Booking::read(&row, &frame.keys)?);
    }
    write(tx, &mut row, BookingAct::Cancel, actor, frame.ms())?;
    message::forget_reminders(tx, &row)?;
    message::tell(tx, &row, Told::Cancelled, frame)?;
    seat::free(tx, &row.id)?;
    let found = Booking::read(&row, &frame.keys)?;
    settle(tx, frame, &found.unit, found.on)?;
    Ok(found)
}

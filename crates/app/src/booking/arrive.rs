//! Who came, and who did not.

use super::change::at_unit;
use super::{Booking, BookingError, Frame, write};
use crate::error::AppError;
use crate::{Actor, App, secret};
use domain::booking::{Arrival, BookingAct, BookingState, arrival};
use domain::permit::DayAct;
use domain::place::UnitCode;
use storage::booking;
use storage::booking::seat;
use storage::dossier::day_number;

/// Who checked in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedIn {
    /// The booking.
    pub booking: Booking,
    /// From when they count as waiting.
    pub arrival: Arrival,
    /// Whether they had checked in before.
    pub again: bool,
}

/// Checks somebody in by the code of their booking, at the unit and on the day it is for. Checked in again it stays so.
///
/// The secret is the code; whoever has it may use it, at a kiosk as at the counter.
///
/// # Errors
/// [`AppError::NotFound`] for an unknown code, another unit or another day; [`super::SlotProblem::NotNow`] for a booking
/// that was given up or closed: the person is welcome without one.
pub async fn check_in(app: &App, unit: &UnitCode, typed: &str) -> Result<CheckedIn, BookingError> {
    let (frame, code, typed) = (Frame::of(app), unit.clone(), read_code(typed));
    let done = app
        .store
        .write(move |tx| {
            let missing = || AppError::NotFound { what: "booking" };
            let found = match &typed {
                Typed::Code(typed) => booking::find_by_code(tx, typed)?,
                Typed::Token(hash) => booking::find_by_token(tx, hash)?,
            };
            let here = |row: &booking::BookingRow| {
                row.unit == code.as_str() && row.on_day == day_number(frame.today())
            };
            let seen = found.filter(here).ok_or_else(missing)?;
            seat::lock_day(tx, &seen.unit, seen.on_day, frame.ms())?;
            let mut row = booking::find(tx, &seen.id)?.filter(here).ok_or_else(missing)?;
            let again = row.state == BookingState::Arrived.name();
            if !again {
                row.arrived_at = Some(frame.ms());
                write(tx, &mut row, BookingAct::Arrive, "desk", frame.ms())?;
            }
            let booking = Booking::read(&row, &frame.keys)?;
            let booked_at = booking.starts_at().ok_or_else(missing)?;
            let arrival = arrival(booked_at, booking.arrived_at.unwrap_or(frame.now));
            Ok::<_, BookingError>(CheckedIn { booking, arrival, again })
        })
        .await?;
    app.announce(unit);
    Ok(done)
}

/// What was typed or scanned: the short code, or the address in the QR of the pass.
enum Typed {
    Code(String),
    Token([u8; 32]),
}

fn read_code(typed: &str) -> Typed {
    let last = typed.split(['?', '#']).next().unwrap_or_default().rsplit('/').next().unwrap_or_default();
    let normal = secret::normal(last);
    if normal.len() > super::CODE_CHARS {
        Typed::Token(secret::token_hash(&normal))
    } else {
        Typed::Code(normal)
    }
}

/// Notes that somebody did not come, once their hour is over.
///
/// # Errors
/// [`AppError::Denied`]; [`super::SlotProblem::NoSuchHour`] while the hour is still ahead.
pub async fn miss(app: &App, actor: &Actor, unit: &UnitCode, id: &str) -> Result<Booking, BookingError> {
    let frame = Frame::of(app);
    actor.at_unit(&frame.policy, frame.now, DayAct::ManageSlots.into(), unit)?;
    let (code, id, by) = (unit.clone(), id.to_owned(), actor.account.to_string());
    let missed = app.store.write(move |tx| {
        let mut row = at_unit(tx, &frame, &code, &id)?;
        let found = Booking::read(&row, &frame.keys)?;
        if found.starts_at().is_none_or(|starts| starts > frame.now) {
            return Err::<_, BookingError>(super::SlotProblem::NoSuchHour.into());
        }
        if found.state == BookingState::Missed {
            return Ok(found);
        }
        write(tx, &mut row, BookingAct::Miss, &by, frame.ms())?;
        Ok(Booking::read(&row, &frame.keys)?)
    });
    let missed = missed.await?;
    app.announce(unit);
    Ok(missed)
}

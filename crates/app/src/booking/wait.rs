//! The waiting list: freed places are offered in order, with ten minutes to take one.
//!
//! The list needs no clockwork of its own: whoever touches a day first lets it move on to where it should be by now, and
//! the server does so every minute besides.

use super::book::{Asked, Caller, coded, insert, limit, new_row};
use super::message::{self, Told};
use super::plan;
use super::{Booking, BookingError, Frame, HOLD_MS, SlotProblem, write};
use crate::error::AppError;
use crate::{App, secret};
use domain::booking::{BookingAct, BookingState, DayPart};
use domain::place::UnitCode;
use jiff::civil::Date;
use storage::account::date_of;
use storage::booking::{BookingRow, seat};
use storage::dossier::day_number;
use storage::{Tx, booking};

/// After so many offers that nobody answered a person leaves the list.
const OFFERS_MAX: i64 = 3;

/// Puts somebody on the waiting list of a day; where a place fits already, it is offered at once.
///
/// # Errors
/// [`SlotProblem::NoSuchHour`] for a day without appointments; the limits of one person.
pub async fn wait_for(
    app: &App,
    unit: &UnitCode,
    on: Date,
    part: DayPart,
    asked: Asked,
    caller: Caller,
) -> Result<Booking, BookingError> {
    let frame = Frame::of(app);
    let waiting = coded(app, |id, code| {
        let (frame, asked, caller, unit) = (frame.clone(), asked.clone(), caller.clone(), unit.clone());
        move |tx: &mut Tx<'_>| {
            seat::lock_day(tx, unit.as_str(), day_number(on), frame.ms())?;
            let basis = plan::basis(tx, &unit, &frame)?;
            let hours = plan::day(tx, &unit, on, &basis, &frame, false)?;
            let mut ahead = hours.iter().filter(|hour| hour.starts_at > frame.now && hour.closed.is_none());
            let within = plan::days(&frame.policy, &unit, frame.today(), &basis).contains(&on);
            if !within || !ahead.any(|hour| part.fits(hour.at)) {
                return Err(SlotProblem::NoSuchHour.into());
            }
            let mut row = new_row(&frame, &id, &code, &unit, on, &asked);
            row.state = BookingState::Waiting.name().to_owned();
            row.part = part.name().to_owned();
            row.wait_from = Some(frame.ms());
            limit(tx, &frame, &mut row, &asked, &caller)?;
            insert(tx, &frame, &row, "citizen")?;
            settle(tx, &frame, &unit, on)?;
            let row = booking::find(tx, &id)?.ok_or(AppError::NotFound { what: "booking" })?;
            Ok(Booking::read(&row, &frame.keys)?)
        }
    })
    .await?;
    app.announce(unit);
    Ok(waiting)
}

/// Takes the place that is offered. Taken again it stays taken.
///
/// # Errors
/// [`SlotProblem::OfferOver`] when the ten minutes are over.
pub async fn accept(app: &App, token: &str) -> Result<Booking, BookingError> {
    let (frame, hash) = (Frame::of(app), secret::token_hash(&secret::normal(token)));
    let taken = app
        .store
        .write(move |tx| {
            let mut row = locked(tx, &frame, &hash)?;
            if row.state == BookingState::Booked.name() {
                return Ok(Booking::read(&row, &frame.keys)?);
            }
            let id = row.id.clone();
            if row.state != BookingState::Offered.name() || !seat::keep(tx, &id, &id, frame.moment())? {
                return Err::<Booking, BookingError>(SlotProblem::OfferOver.into());
            }
            row.offer_until = None;
            write(tx, &mut row, BookingAct::Accept, "citizen", frame.ms())?;
            message::tell(tx, &row, Told::Booked, &frame)?;
            message::remind(tx, &row, &frame)?;
            Ok(Booking::read(&row, &frame.keys)?)
        })
        .await?;
    app.announce(&taken.unit);
    Ok(taken)
}

/// Finds a booking by its token and holds the lock of its day.
pub(super) fn locked(tx: &mut Tx<'_>, frame: &Frame, hash: &[u8; 32]) -> Result<BookingRow, BookingError> {
    let missing = || AppError::NotFound { what: "booking" };
    let row = booking::find_by_token(tx, hash)?.ok_or_else(missing)?;
    seat::lock_day(tx, &row.unit, row.on_day, frame.ms())?;
    // Somebody may have moved it while we waited for the lock.
    Ok(booking::find(tx, &row.id)?.ok_or_else(missing)?)
}

/// Lets the list of one day move on, in a transaction of its own.
///
/// # Errors
/// [`AppError::Store`].
pub async fn settle_day(app: &App, unit: &UnitCode, on: Date) -> Result<(), BookingError> {
    let (frame, code) = (Frame::of(app), unit.clone());
    let moved = app.store.write(move |tx| {
        seat::lock_day(tx, code.as_str(), day_number(on), frame.ms())?;
        settle(tx, &frame, &code, on)
    });
    if moved.await? {
        app.announce(unit);
    }
    Ok(())
}

/// Lets every list move on; for the server, every minute.
///
/// # Errors
/// [`AppError::Store`].
pub async fn settle_all(app: &App) -> Result<(), BookingError> {
    let today = day_number(Frame::of(app).today());
    let days = app.store.read(move |tx| booking::list_waiting_days(tx, today)).await?;
    for (unit, day) in days {
        if let Ok(unit) = unit.parse() {
            settle_day(app, &unit, date_of(day)).await?;
        }
    }
    Ok(())
}

/// Ends offers nobody answered and offers what is free to who waits, first come first; says whether anything changed.
/// The caller holds the lock of the day.
pub(super) fn settle(
    tx: &mut Tx<'_>,
    frame: &Frame,
    unit: &UnitCode,
    on: Date,
) -> Result<bool, BookingError> {
    let (code, day) = (unit.as_str(), day_number(on));
    let mut moved = false;
    for mut row in booking::list_unanswered(tx, code, day, frame.ms(), HOLD_MS)? {
        seat::free(tx, &row.id)?;
        row.offers = row.offers.saturating_add(1);
        (row.minute, row.offer_until, row.wait_from) = (None, None, Some(frame.ms()));
        let act = if row.offers >= OFFERS_MAX { BookingAct::Lapse } else { BookingAct::PassOver };
        write(tx, &mut row, act, "system", frame.ms())?;
        moved = true;
    }
    let waiting = booking::list_waiting(tx, code, day)?;
    if waiting.is_empty() {
        return Ok(moved);
    }
    let basis = plan::basis(tx, unit, frame)?;
    let mut hours = plan::day(tx, unit, on, &basis, frame, false)?;
    for mut row in waiting {
        let part = DayPart::from_name(&row.part).unwrap_or(DayPart::Any);
        let free = hours.iter_mut().find(|hour| part.fits(hour.at) && hour.is_free(frame.now));
        let Some(hour) = free else { continue };
        let (minute, until) = (i64::from(hour.minute()), frame.ms().saturating_add(HOLD_MS));
        if !seat::take(tx, (code, day, minute), hour.places, &row.id, Some(until), frame.moment())? {
            continue;
        }
        hour.left = hour.left.saturating_sub(1);
        (row.minute, row.offer_until) = (Some(minute), Some(until));
        write(tx, &mut row, BookingAct::Offer, "system", frame.ms())?;
        message::tell(tx, &row, Told::Offered, frame)?;
        moved = true;
    }
    Ok(moved)
}

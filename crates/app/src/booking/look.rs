//! Which hours are free, and how a booking stands, for whoever asks.

use super::plan::{self, Basis, DayHours, Hour};
use super::{Booking, BookingError, Frame, wait};
use crate::error::AppError;
use crate::{App, secret};
use domain::booking::BookingState;
use domain::booking::slots::minute_of;
use domain::place::UnitCode;
use jiff::civil::Date;
use std::collections::BTreeMap;
use storage::booking::{seat, setting};
use storage::dossier::day_number;
use storage::{StoreError, booking};

/// How a unit stands on its next day with hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitHours {
    /// The unit.
    pub unit: UnitCode,
    /// Its next day.
    pub on: Date,
    /// The first free hour of that day.
    pub first: Option<Hour>,
    /// Places left on that day.
    pub left: u32,
    /// Places of that day.
    pub places: u32,
}

/// The days for which a unit gives appointments, with their hours; nearest first, no more than `most`.
///
/// # Errors
/// [`AppError::Store`].
pub async fn days_of(app: &App, unit: &UnitCode, most: usize) -> Result<Vec<DayHours>, AppError> {
    let (frame, unit) = (Frame::of(app), unit.clone());
    let read = app.store.read(move |tx| {
        let basis = plan::basis(tx, &unit, &frame)?;
        let mut days = Vec::new();
        for on in plan::days(&frame.policy, &unit, frame.today(), &basis) {
            let hours = plan::day(tx, &unit, on, &basis, &frame, true)?;
            // A day whose last hour has begun is over.
            if hours.iter().any(|hour| hour.starts_at > frame.now) {
                days.push(DayHours { on, hours });
            }
            if days.len() == most {
                break;
            }
        }
        Ok::<_, StoreError>(days)
    });
    Ok(read.await?)
}

/// How each unit stands on its next day; units without one are left out.
///
/// # Errors
/// [`AppError::Store`].
pub async fn of_units(app: &App, units: Vec<UnitCode>) -> Result<Vec<UnitHours>, AppError> {
    let frame = Frame::of(app);
    let read = app.store.read(move |tx| {
        let settings: BTreeMap<String, setting::SettingRow> = setting::list(tx)?.into_iter().collect();
        let mut by_day: BTreeMap<Date, DayRead> = BTreeMap::new();
        let mut found = Vec::new();
        for unit in &units {
            let settings = plan::settings_of(settings.get(unit.as_str()));
            // The show rate of each unit is left out here: a word for how full it is does not need it.
            let show = settings.show_rate(0, 0);
            let basis = Basis { settings, counters: settings.counters, show };
            for on in plan::days(&frame.policy, unit, frame.today(), &basis) {
                if let std::collections::btree_map::Entry::Vacant(place) = by_day.entry(on) {
                    place.insert(DayRead::read(tx, on, &frame)?);
                }
                let Some(day) = by_day.get(&on) else { continue };
                if let Some(stands) = day.unit(unit, on, &basis, &frame) {
                    found.push(stands);
                    break;
                }
            }
        }
        Ok::<_, StoreError>(found)
    });
    Ok(read.await?)
}

/// What is taken and closed on a day at all units.
struct DayRead {
    taken: Vec<(String, i64, u32)>,
    closed: Vec<(String, setting::ClosureRow)>,
}

impl DayRead {
    fn read(tx: &mut storage::Tx<'_>, on: Date, frame: &Frame) -> Result<Self, StoreError> {
        let day = day_number(on);
        Ok(Self {
            taken: seat::count_taken_anywhere(tx, day, frame.moment())?,
            closed: setting::list_closed_anywhere(tx, day)?,
        })
    }

    /// Nothing once the last hour has begun.
    fn unit(&self, unit: &UnitCode, on: Date, basis: &Basis, frame: &Frame) -> Option<UnitHours> {
        let mut hours = plan::planned(&frame.policy, unit, on, basis);
        let here = |code: &String| code == unit.as_str();
        let taken =
            self.taken.iter().filter(|(code, ..)| here(code)).map(|(_, minute, n)| (*minute, *n)).collect();
        let closed: Vec<_> =
            self.closed.iter().filter(|(code, _)| here(code)).map(|(_, row)| row.clone()).collect();
        plan::occupy(&mut hours, &closed, &taken, &[], frame.now);
        hours.retain(|hour| hour.starts_at > frame.now);
        let places = |hours: &[Hour]| hours.iter().map(|hour| hour.places).sum();
        let left = hours.iter().filter(|hour| hour.is_free(frame.now)).map(|hour| hour.left).sum();
        let first = hours.iter().find(|hour| hour.is_free(frame.now)).cloned();
        let stands = UnitHours { unit: unit.clone(), on, first, left, places: places(&hours) };
        (!hours.is_empty()).then_some(stands)
    }
}

/// A booking on its own page, and how many wait before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The booking.
    pub booking: Booking,
    /// How many stand before it on the waiting list.
    pub ahead: usize,
    /// Whether its hour is still one that the office keeps: a holiday declared a minute ago is told at once.
    pub stands: bool,
}

/// The booking behind a token. Where it waits or has an offer, the list first moves on to where it should be by now.
///
/// # Errors
/// [`AppError::NotFound`].
pub async fn by_token(app: &App, token: &str) -> Result<Shown, BookingError> {
    let shown = read(app, token).await?;
    match shown.booking.state {
        BookingState::Waiting | BookingState::Offered => {
            wait::settle_day(app, &shown.booking.unit, shown.booking.on).await?;
            read(app, token).await
        }
        BookingState::Booked
        | BookingState::Arrived
        | BookingState::Missed
        | BookingState::Cancelled
        | BookingState::Closed
        | BookingState::Lapsed => Ok(shown),
    }
}

async fn read(app: &App, token: &str) -> Result<Shown, BookingError> {
    let hash = secret::token_hash(&secret::normal(token));
    let frame = Frame::of(app);
    app.store
        .read(move |tx| {
            let missing = AppError::NotFound { what: "booking" };
            let row = booking::find_by_token(tx, &hash)?.ok_or(missing)?;
            let found = Booking::read(&row, &frame.keys)?;
            let ahead = match found.state {
                BookingState::Waiting => {
                    let line = booking::list_waiting(tx, &row.unit, row.on_day)?;
                    line.iter().position(|other| other.id == row.id).unwrap_or_default()
                }
                BookingState::Offered
                | BookingState::Booked
                | BookingState::Arrived
                | BookingState::Missed
                | BookingState::Cancelled
                | BookingState::Closed
                | BookingState::Lapsed => 0,
            };
            let stands = !found.state.is_open() || still_stands(tx, &found, &frame)?;
            Ok(Shown { booking: found, ahead, stands })
        })
        .await
}

/// Whether the hour of a booking (or for who waits, the day) is one that the office still keeps. Settings do not
/// matter: whoever has an appointment keeps it when the unit decides to give fewer.
pub(super) fn still_stands(
    tx: &mut storage::Tx<'_>,
    found: &Booking,
    frame: &Frame,
) -> Result<bool, StoreError> {
    let hours = plan::open_hours(&frame.policy, &found.unit, found.on);
    let Some(at) = found.at else { return Ok(!hours.is_empty()) };
    let minute = i64::from(minute_of(at));
    let closed = setting::list_closures(tx, found.unit.as_str(), day_number(found.on), day_number(found.on))?;
    let closed = closed.iter().any(|row| row.from_minute <= minute && minute < row.to_minute);
    let open = hours.iter().any(|from| *from <= minute && minute < from + plan::FINEST_MINUTES);
    Ok(open && !closed)
}

//! Appointments for a no-wait day, booked by anyone without an account.
//!
//! | module | use case |
//! |---|---|
//! | [`look`] | which hours are free, at one unit and at all |
//! | [`hold`] | a place held for ten minutes while the form is filled |
//! | [`book`] | the booking, from a hold or by staff |
//! | [`wait`] | the waiting list: freed places are offered in order |
//! | [`change`] | another hour, or none |
//! | [`arrive`] | who came, who did not |
//! | [`manage`] | what a unit decides: settings, closed hours, the list of a day |
//! | [`tidy_up`] | hours that fell away, contacts that are old |
//! | [`demo`] | some bookings to look at |
//!
//! Whoever changes the places of a unit's day first takes the lock of that day, so everything about them happens in one
//! line. Reminders are rows of the outbox that are due later; sending them is another's business.

pub mod arrive;
pub mod book;
pub mod change;
pub mod demo;
pub mod hold;
pub mod look;
pub mod manage;
mod message;
mod plan;
#[cfg(test)]
mod tests;
pub mod tidy_up;
pub mod wait;

pub use arrive::{CheckedIn, check_in, miss};
pub use book::{Asked, Caller, book, book_for};
pub use change::{cancel, cancel_for, move_to};
pub use hold::{Held, held, hold};
pub use look::{UnitHours, by_token, days_of, of_units};
pub use plan::{DayHours, Hour};
pub use wait::{accept, wait_for};

use crate::error::AppError;
use crate::secret::{self, Keys};
use crate::{App, Policy};
use domain::booking::slots::time_of;
use domain::booking::{BookingState, DayPart, NotNow};
use domain::place::UnitCode;
use domain::procedure::ProcedureCode;
use domain::time::{from_ms, to_ms};
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use std::sync::Arc;
use storage::StoreError;
use storage::account::date_of;
use storage::booking::BookingRow;
use storage::booking::seat::Moment;

/// How long a place is held while a form is filled, and an offer stands: ten minutes, in milliseconds.
pub const HOLD_MS: i64 = 10 * 60 * 1000;

/// Most open bookings of one contact: a second one for somebody of the family.
pub const OPEN_PER_CONTACT_MAX: u64 = 2;

/// Most open bookings from one address by people who leave no contact.
pub const OPEN_WITHOUT_CONTACT_MAX: u64 = 3;

/// Most open bookings from one address in all: telephones of many people share one.
pub const OPEN_PER_ADDRESS_MAX: u64 = 20;

/// Names and contacts are erased so many days after the day of the appointment.
pub const CONTACT_KEPT_DAYS: i64 = 30;

/// Characters of a booking's code.
pub const CODE_CHARS: usize = 6;

/// Why a booking did not come about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SlotProblem {
    /// Every place of the hour is taken.
    #[error("every place of this hour is taken")]
    Full,
    /// There is no such hour to book: past, closed, a holiday, or never there.
    #[error("this hour cannot be booked")]
    NoSuchHour,
    /// The contact has enough open bookings.
    #[error("this contact has {most} open bookings already")]
    TooManyOfContact {
        /// The limit.
        most: u64,
    },
    /// The address has enough open bookings.
    #[error("this address has {most} open bookings already")]
    TooManyOfAddress {
        /// The limit.
        most: u64,
    },
    /// The offer was not taken in time.
    #[error("the offer is over")]
    OfferOver,
    /// It does not fit where the booking stands.
    #[error(transparent)]
    NotNow(#[from] NotNow),
}

/// A use case of appointments did not do what was asked; nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum BookingError {
    /// A rule of appointments said no.
    #[error(transparent)]
    Problem(#[from] SlotProblem),
    /// Anything else.
    #[error(transparent)]
    App(#[from] AppError),
}

impl From<StoreError> for BookingError {
    fn from(error: StoreError) -> Self {
        Self::App(AppError::Store(error))
    }
}

impl From<NotNow> for BookingError {
    fn from(refused: NotNow) -> Self {
        Self::Problem(SlotProblem::NotNow(refused))
    }
}

/// A booking as its holder and staff read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booking {
    /// Its identifier.
    pub id: String,
    /// The short code, as printed.
    pub code: String,
    /// The token of its page.
    pub token: String,
    /// The unit.
    pub unit: UnitCode,
    /// The day.
    pub on: Date,
    /// The hour; absent while waiting without an offer.
    pub at: Option<Time>,
    /// The part of the day that was wished for.
    pub part: DayPart,
    /// Where it stands.
    pub state: BookingState,
    /// What for, where said.
    pub procedure: Option<ProcedureCode>,
    /// The name given; empty once erased.
    pub name: String,
    /// The telephone number, where given.
    pub phone: String,
    /// The mail address, where given.
    pub email: String,
    /// Until when an offer stands.
    pub offer_until: Option<Timestamp>,
    /// The day and hour before it was moved.
    pub moved_from: Option<(Date, Time)>,
    /// Why the office closed it.
    pub reason: String,
    /// When the person came.
    pub arrived_at: Option<Timestamp>,
    /// Whether staff booked it for them.
    pub by_staff: bool,
    /// Made for the demo.
    pub synthetic: bool,
    /// Its version.
    pub version: i64,
}

impl Booking {
    /// The instant of its hour.
    pub fn starts_at(&self) -> Option<Timestamp> {
        self.at.map(|at| domain::time::instant_on(self.on, at))
    }

    pub(crate) fn read(row: &BookingRow, keys: &Keys) -> Result<Self, AppError> {
        let broken = || AppError::NotFound { what: "booking" };
        let time = |minute: Option<i64>| time_of(u16::try_from(minute?).ok()?);
        Ok(Self {
            code: secret::printed_code(&row.code),
            token: token_of(keys, &row.id),
            unit: row.unit.parse().map_err(|_| broken())?,
            on: date_of(row.on_day),
            at: time(row.minute),
            part: DayPart::from_name(&row.part).ok_or_else(broken)?,
            state: state_of(row)?,
            procedure: row.procedure_code.as_ref().and_then(|code| code.parse().ok()),
            name: row.name.clone(),
            phone: row.phone.clone(),
            email: row.email.clone(),
            offer_until: row.offer_until.map(from_ms),
            moved_from: row.moved_day.map(date_of).zip(time(row.moved_minute)),
            reason: row.reason.clone(),
            arrived_at: row.arrived_at.map(from_ms),
            by_staff: row.booked_by.is_some(),
            synthetic: row.synthetic,
            version: row.version,
            id: row.id.clone(),
        })
    }
}

/// What a transaction about places needs beside the database.
#[derive(Clone)]
pub(crate) struct Frame {
    pub(crate) policy: Arc<Policy>,
    pub(crate) keys: Keys,
    pub(crate) now: Timestamp,
}

impl Frame {
    pub(crate) fn of(app: &App) -> Self {
        Self { policy: app.policy(), keys: app.keys.clone(), now: app.clock.now() }
    }

    pub(crate) fn ms(&self) -> i64 {
        to_ms(self.now)
    }

    pub(crate) fn moment(&self) -> Moment {
        Moment { now: self.ms(), longest: HOLD_MS }
    }

    pub(crate) fn today(&self) -> Date {
        domain::time::civil(self.now).date()
    }
}

fn token_of(keys: &Keys, id: &str) -> String {
    keys.page_token("booking", id)
}

fn state_of(row: &BookingRow) -> Result<BookingState, AppError> {
    BookingState::from_name(&row.state).ok_or(AppError::NotFound { what: "booking" })
}

/// Writes an act on a booking: the row one version on, and its line in the log.
fn write(
    tx: &mut storage::Tx<'_>,
    row: &mut BookingRow,
    act: domain::booking::BookingAct,
    actor: &str,
    now_ms: i64,
) -> Result<(), BookingError> {
    let after = domain::booking::next(state_of(row)?, act)?;
    let seen = row.version;
    row.state = after.name().to_owned();
    row.changed_at = now_ms;
    row.version = seen.saturating_add(1);
    storage::booking::update(tx, row, seen)?;
    storage::booking::log(tx, &row.id, row.version, now_ms, act.name(), actor)?;
    Ok(())
}

//! The booking itself: from a held place, or by staff for somebody who rang.

use super::hold::{holder, key_of, take};
use super::message::{self, Told};
use super::{
    Booking, BookingError, CODE_CHARS, Frame, OPEN_PER_ADDRESS_MAX, OPEN_PER_CONTACT_MAX,
    OPEN_WITHOUT_CONTACT_MAX, SlotProblem, token_of, wait,
};
use crate::error::AppError;
use crate::{Actor, App, secret};
use domain::booking::slots::minute_of;
use domain::booking::{BookingState, DayPart};
use domain::id::BookingId;
use domain::permit::DayAct;
use domain::person::{Email, FullName, Phone};
use domain::place::UnitCode;
use domain::procedure::ProcedureCode;
use jiff::civil::{Date, Time};
use storage::booking::{BookingRow, seat};
use storage::dossier::day_number;
use storage::{Tx, booking};

/// How often a code that somebody has already is drawn anew.
const CODE_TRIES: usize = 4;

/// What somebody enters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Their name.
    pub name: FullName,
    /// A telephone number, for reminders.
    pub phone: Option<Phone>,
    /// A mail address, for reminders.
    pub email: Option<Email>,
    /// What for.
    pub procedure: Option<ProcedureCode>,
}

impl Asked {
    fn contact(&self) -> Option<&str> {
        self.phone.as_ref().map(Phone::as_str).or(self.email.as_ref().map(Email::as_str))
    }
}

/// Who books: a household's address, where it counts towards the limit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Caller {
    /// The address as text; absent for the unit's own network.
    pub address: Option<String>,
}

/// Makes a booking of a held place. The same hold sent again gives the same booking. Where the hold is over, the place
/// is taken anew if it is still free; `instead` is another hour chosen then.
///
/// # Errors
/// [`SlotProblem`] names the rule; [`AppError::NotFound`] for a secret nobody was given.
pub async fn book(
    app: &App,
    token: &str,
    asked: Asked,
    instead: Option<(Date, Time)>,
    caller: Caller,
) -> Result<Booking, BookingError> {
    let held = super::held(app, token).await?;
    let (on, at) = instead.unwrap_or((held.on, held.at));
    let unit = held.unit.clone();
    let (frame, key) = (Frame::of(app), key_of(token));
    let booked = coded(app, |id, code| {
        let (frame, key, asked, caller, unit) =
            (frame.clone(), key.clone(), asked.clone(), caller.clone(), unit.clone());
        move |tx: &mut Tx<'_>| {
            seat::lock_day(tx, unit.as_str(), day_number(on), frame.ms())?;
            if let Some(row) = booking::find_by_hold(tx, &key)? {
                return Ok(Booking::read(&row, &frame.keys)?);
            }
            let mut row = new_row(&frame, &id, &code, &unit, on, &asked);
            row.minute = Some(i64::from(minute_of(at)));
            row.hold_key = Some(key.clone());
            limit(tx, &frame, &mut row, &asked, &caller)?;
            // The place that is held, while it is; else any other of the hour.
            let kept = instead.is_none() && seat::keep(tx, &holder(&key), &row.id, frame.moment())?;
            if !kept {
                wait::settle(tx, &frame, &unit, on)?;
                take(tx, &frame, &unit, on, minute_of(at), &row.id, None)?;
                seat::free(tx, &holder(&key))?;
            }
            insert(tx, &frame, &row, "citizen")
        }
    })
    .await?;
    app.announce(&held.unit);
    Ok(booked)
}

/// Books for somebody who rang or stands at the counter; no limit but the places.
///
/// # Errors
/// [`AppError::Denied`]; [`SlotProblem`].
pub async fn book_for(
    app: &App,
    actor: &Actor,
    unit: &UnitCode,
    (on, at): (Date, Time),
    asked: Asked,
) -> Result<Booking, BookingError> {
    let frame = Frame::of(app);
    actor.at_unit(&frame.policy, frame.now, DayAct::ManageSlots.into(), unit)?;
    let by = actor.account.to_string();
    let booked = coded(app, |id, code| {
        let (frame, asked, unit, by) = (frame.clone(), asked.clone(), unit.clone(), by.clone());
        move |tx: &mut Tx<'_>| {
            seat::lock_day(tx, unit.as_str(), day_number(on), frame.ms())?;
            wait::settle(tx, &frame, &unit, on)?;
            let mut row = new_row(&frame, &id, &code, &unit, on, &asked);
            row.minute = Some(i64::from(minute_of(at)));
            row.booked_by = Some(by.clone());
            row.contact_mac = asked.contact().map(|contact| frame.keys.contact(contact));
            take(tx, &frame, &unit, on, minute_of(at), &row.id, None)?;
            insert(tx, &frame, &row, &by)
        }
    })
    .await?;
    app.announce(unit);
    Ok(booked)
}

/// Runs a transaction that needs a fresh code, with another one when somebody has it already.
pub(super) async fn coded<W>(app: &App, work: impl Fn(String, String) -> W) -> Result<Booking, BookingError>
where
    W: FnMut(&mut Tx<'_>) -> Result<Booking, BookingError> + Send + 'static,
{
    let at = u64::try_from(domain::time::to_ms(app.clock.now())).unwrap_or_default();
    let mut tries = 1;
    loop {
        let id = BookingId::from_parts(at, app.random.number()).to_string();
        let code = secret::short_code(app.random.as_ref(), CODE_CHARS);
        match app.store.write(work(id, code)).await {
            Err(BookingError::App(AppError::Store(error)))
                if error.is_unique("booking(code)") && tries < CODE_TRIES =>
            {
                tries += 1;
            }
            done => return done,
        }
    }
}

pub(super) fn new_row(
    frame: &Frame,
    id: &str,
    code: &str,
    unit: &UnitCode,
    on: Date,
    asked: &Asked,
) -> BookingRow {
    BookingRow {
        token_hash: secret::token_hash(&token_of(&frame.keys, id)),
        id: id.to_owned(),
        code: code.to_owned(),
        hold_key: None,
        unit: unit.to_string(),
        on_day: day_number(on),
        minute: None,
        part: DayPart::Any.name().to_owned(),
        state: BookingState::Booked.name().to_owned(),
        procedure_code: asked.procedure.as_ref().map(ToString::to_string),
        name: asked.name.as_str().to_owned(),
        phone: asked.phone.as_ref().map(|phone| phone.as_str().to_owned()).unwrap_or_default(),
        email: asked.email.as_ref().map(|email| email.as_str().to_owned()).unwrap_or_default(),
        contact_mac: None,
        address_mac: None,
        booked_by: None,
        wait_from: None,
        offers: 0,
        offer_until: None,
        moved_day: None,
        moved_minute: None,
        reason: String::new(),
        created_at: frame.ms(),
        changed_at: frame.ms(),
        arrived_at: None,
        synthetic: false,
        version: 1,
    }
}

/// Holds the limits of one person, and notes who it was for the next time.
pub(super) fn limit(
    tx: &mut Tx<'_>,
    frame: &Frame,
    row: &mut BookingRow,
    asked: &Asked,
    caller: &Caller,
) -> Result<(), BookingError> {
    row.contact_mac = asked.contact().map(|contact| frame.keys.contact(contact));
    row.address_mac = caller.address.as_ref().map(|address| frame.keys.contact(address));
    let today = day_number(frame.today());
    // Always in the same order, so that two who share both never wait for each other.
    let mut locks: Vec<[u8; 32]> = [row.contact_mac, row.address_mac].into_iter().flatten().collect();
    locks.sort_unstable();
    locks.iter().try_for_each(|mac| booking::lock_person(tx, mac, frame.ms()))?;
    if let Some(mac) = &row.contact_mac
        && booking::count_of_contact(tx, mac, today)? >= OPEN_PER_CONTACT_MAX
    {
        return Err(SlotProblem::TooManyOfContact { most: OPEN_PER_CONTACT_MAX }.into());
    }
    let most = if row.contact_mac.is_some() { OPEN_PER_ADDRESS_MAX } else { OPEN_WITHOUT_CONTACT_MAX };
    if let Some(mac) = &row.address_mac
        && booking::count_of_address(tx, mac, today)? >= most
    {
        return Err(SlotProblem::TooManyOfAddress { most }.into());
    }
    Ok(())
}

/// Writes a new booking with its log line and messages.
pub(super) fn insert(
    tx: &mut Tx<'_>,
    frame: &Frame,
    row: &BookingRow,
    actor: &str,
) -> Result<Booking, BookingError> {
    booking::insert(tx, row)?;
    booking::log(tx, &row.id, 1, frame.ms(), if row.minute.is_some() { "book" } else { "wait" }, actor)?;
    if row.minute.is_some() {
        message::tell(tx, row, Told::Booked, frame)?;
        message::remind(tx, row, frame)?;
    }
    Ok(Booking::read(row, &frame.keys)?)
}

//! Hours that fell away with people in them, and contacts that are old.

use super::hold::take;
use super::look::still_stands;
use super::message::{self, Told};
use super::wait::settle;
use super::{Booking, BookingError, CONTACT_KEPT_DAYS, Frame, plan, write};
use crate::{App, Policy};
use domain::booking::BookingAct;
use domain::booking::slots::minute_of;
use domain::place::UnitCode;
use domain::promise::{ProgrammeDay, programme_day};
use jiff::civil::{Date, Time};
use jiff::{SignedDuration, ToSpan};
use storage::booking::setting::ClosureRow;
use storage::booking::{BookingRow, seat};
use storage::dossier::day_number;
use storage::{StoreError, Tx, booking};

/// How many bookings are looked at in one transaction.
const PART_ROWS: usize = 200;

/// How far before a holiday the day it moved to is looked for; the longest row of days off is Tết.
const MOVED_DAYS_MAX: i64 = 14;

/// Moves or closes every open booking whose hour the office no longer keeps: a holiday declared since, a programme that
/// ended. Says how many. Harmless to repeat.
///
/// # Errors
/// [`AppError::Store`](crate::AppError::Store).
pub async fn reconcile(app: &App) -> Result<usize, BookingError> {
    let frame = Frame::of(app);
    let today = day_number(frame.today());
    let (mut after, mut gone) = (String::new(), 0);
    loop {
        let from = after.clone();
        let reading = frame.clone();
        let (last, fell) = app
            .store
            .read(move |tx| {
                let rows = booking::list_open(tx, today, &from, PART_ROWS)?;
                let mut fell = Vec::new();
                for row in &rows {
                    if let Ok(found) = Booking::read(row, &reading.keys)
                        && !still_stands(tx, &found, &reading)?
                    {
                        fell.push(found);
                    }
                }
                let last = rows.last().filter(|_| rows.len() == PART_ROWS).map(|row| row.id.clone());
                Ok::<_, StoreError>((last, fell))
            })
            .await?;
        for found in fell {
            gone += usize::from(let_go(app, &found).await?);
        }
        match last {
            Some(id) => after = id,
            None => return Ok(gone),
        }
    }
}

/// Moves or closes one booking whose hour fell away; says whether it still had to be done.
async fn let_go(app: &App, found: &Booking) -> Result<bool, BookingError> {
    let (frame, found) = (Frame::of(app), found.clone());
    let unit = found.unit.clone();
    let done = app.store.write(move |tx| {
        let to = new_day(&frame.policy, &found.unit, found.on);
        let mut days = vec![day_number(found.on)];
        days.extend(to.map(day_number));
        days.sort_unstable();
        days.iter().try_for_each(|day| seat::lock_day(tx, found.unit.as_str(), *day, frame.ms()))?;
        let Some(mut row) = booking::find(tx, &found.id)? else { return Ok(false) };
        let now = Booking::read(&row, &frame.keys)?;
        if !now.state.is_open() || now.on != found.on || still_stands(tx, &now, &frame)? {
            return Ok(false);
        }
        if let (Some(to), Some(at)) = (to, now.at)
            && now.state == domain::booking::BookingState::Booked
            && moved(tx, &frame, &mut row, to, at)?
        {
            return Ok(true);
        }
        close(tx, &frame, &mut row, "", "system")?;
        Ok::<_, BookingError>(true)
    });
    let done = done.await?;
    app.announce(&unit);
    Ok(done)
}

/// The day to which a holiday's programme moved, where it did.
fn new_day(policy: &Policy, unit: &UnitCode, holiday: Date) -> Option<Date> {
    let calendar = policy.calendar_of(unit, holiday)?;
    let is_it = |on: &Date| {
        policy
            .programmes_at(unit, *on)
            .into_iter()
            .any(|programme| programme_day(*on, programme, calendar) == ProgrammeDay::MovedFrom { holiday })
    };
    (1..=MOVED_DAYS_MAX).filter_map(|back| holiday.checked_sub(back.days()).ok()).find(is_it)
}

/// Gives a booking the same hour of another day, or the nearest one that is free; says whether there was one.
fn moved(
    tx: &mut Tx<'_>,
    frame: &Frame,
    row: &mut BookingRow,
    to: Date,
    at: Time,
) -> Result<bool, BookingError> {
    let Ok(unit) = row.unit.parse::<UnitCode>() else { return Ok(false) };
    let basis = plan::basis(tx, &unit, frame)?;
    let mut hours = plan::day(tx, &unit, to, &basis, frame, true)?;
    hours.retain(|hour| hour.is_free(frame.now));
    let Some(hour) = hours.into_iter().min_by_key(|hour| minute_of(hour.at).abs_diff(minute_of(at))) else {
        return Ok(false);
    };
    message::forget_reminders(tx, row)?;
    seat::free(tx, &row.id)?;
    take(tx, frame, &unit, to, hour.minute(), &row.id, None)?;
    (row.moved_day, row.moved_minute) = (Some(row.on_day), row.minute);
    (row.on_day, row.minute) = (day_number(to), Some(i64::from(hour.minute())));
    write(tx, row, BookingAct::Move, "system", frame.ms())?;
    message::tell(tx, row, Told::Moved, frame)?;
    message::remind(tx, row, frame)?;
    Ok(true)
}

/// Closes everything in hours that a unit just closed. The caller holds the lock of the day.
pub(super) fn close_hours(
    tx: &mut Tx<'_>,
    frame: &Frame,
    unit: &UnitCode,
    closed: &ClosureRow,
    actor: &str,
) -> Result<(), BookingError> {
    let mut after = (closed.from_minute.saturating_sub(1), "~".to_owned());
    loop {
        let rows = booking::list_day(tx, unit.as_str(), closed.on_day, &after, PART_ROWS)?;
        let Some(last) = rows.last() else { break };
        after = (last.minute.unwrap_or(i64::MAX), last.id.clone());
        let within = |row: &BookingRow| {
            row.minute.is_some_and(|minute| (closed.from_minute..closed.to_minute).contains(&minute))
        };
        for mut row in rows.into_iter().filter(within) {
            if super::state_of(&row)?.is_open() {
                close(tx, frame, &mut row, &closed.reason, actor)?;
            }
        }
    }
    settle(tx, frame, unit, storage::account::date_of(closed.on_day))?;
    Ok(())
}

fn close(
    tx: &mut Tx<'_>,
    frame: &Frame,
    row: &mut BookingRow,
    reason: &str,
    actor: &str,
) -> Result<(), BookingError> {
    reason.clone_into(&mut row.reason);
    message::forget_reminders(tx, row)?;
    write(tx, row, BookingAct::Close, actor, frame.ms())?;
    message::tell(tx, row, Told::Closed, frame)?;
    seat::free(tx, &row.id)?;
    Ok(())
}

/// Erases names, contacts and addresses of appointments more than [`CONTACT_KEPT_DAYS`] days ago; says of how many.
///
/// # Errors
/// [`AppError::Store`](crate::AppError::Store).
pub async fn erase(app: &App) -> Result<u64, BookingError> {
    let frame = Frame::of(app);
    let day = day_number(frame.today()) - CONTACT_KEPT_DAYS;
    let before =
        frame.now.checked_sub(SignedDuration::from_hours(24 * CONTACT_KEPT_DAYS)).unwrap_or(frame.now);
    let before = domain::time::to_ms(before);
    Ok(app.store.write(move |tx| booking::erase_before(tx, day, before)).await?)
}

//! What a unit decides about its appointments, and the list of a day.

use super::plan::{self, DayHours, settings_of};
use super::{Booking, BookingError, Frame, tidy_up};
use crate::error::AppError;
use crate::{Actor, App};
use domain::booking::{SettingProblem, SlotSettings};
use domain::id::ClosureId;
use domain::permit::DayAct;
use domain::place::UnitCode;
use jiff::civil::Date;
use storage::booking::After;
use storage::booking::setting::{self, ClosureRow, SettingRow};
use storage::dossier::day_number;
use storage::{StoreError, booking};

/// How far back and ahead the list of days goes, in days.
const LISTED_DAYS: i64 = 92;

/// The settings of a unit and their version, for changing them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// What holds.
    pub settings: SlotSettings,
    /// 0 while the usual ones hold.
    pub version: i64,
    /// The share of those booked who come, as learned so far.
    pub show: f64,
}

/// The settings of a unit.
///
/// # Errors
/// [`AppError::Denied`].
pub async fn settings(app: &App, actor: &Actor, unit: &UnitCode) -> Result<Settings, BookingError> {
    let frame = Frame::of(app);
    actor.at_unit(&frame.policy, frame.now, DayAct::ManageSlots.into(), unit)?;
    let unit = unit.clone();
    let read = app.store.read(move |tx| {
        let row = setting::find(tx, unit.as_str())?;
        let version = row.map_or(0, |row| row.version);
        let show = plan::basis(tx, &unit, &frame)?.show;
        Ok::<_, StoreError>(Settings { settings: settings_of(row.as_ref()), version, show })
    });
    Ok(read.await?)
}

/// Decides the settings of a unit. Appointments that were given stand.
///
/// # Errors
/// [`AppError::Denied`]; [`AppError::Stale`] when somebody was faster. Unsound settings are the caller's fault and are
/// refused as [`AppError::NotFound`]; ask [`SlotSettings::problems`] first.
pub async fn decide(
    app: &App,
    actor: &Actor,
    unit: &UnitCode,
    settings: SlotSettings,
    seen: i64,
) -> Result<(), BookingError> {
    let frame = Frame::of(app);
    actor.at_unit(&frame.policy, frame.now, DayAct::ManageSlots.into(), unit)?;
    let problems: Vec<SettingProblem> = settings.problems();
    if !problems.is_empty() {
        return Err(AppError::NotFound { what: "setting" }.into());
    }
    let row = SettingRow {
        is_open: settings.open,
        slot_minutes: settings.slot_minutes,
        service_minutes: settings.service_minutes,
        counters: settings.counters,
        share_percent: settings.share_percent,
        show_percent: settings.show_percent,
        days_ahead: settings.days_ahead,
        version: seen,
    };
    let (code, by, now) = (unit.clone(), actor.account.to_string(), frame.now);
    let written = app.store.write(move |tx| setting::put(tx, code.as_str(), &row, &by, frame.ms())).await;
    match written {
        Err(error)
            if matches!(error, StoreError::Conflict { .. }) || error.is_unique("slot_setting(unit)") =>
        {
            Err(AppError::Stale { by: String::new(), at: now }.into())
        }
        other => {
            other?;
            app.announce(unit);
            Ok(())
        }
    }
}

/// Closes hours of a day with a reason; who had one is told on their page and by message.
///
/// # Errors
/// [`AppError::Denied`]; [`super::SlotProblem::NoSuchHour`] for a past day or an empty span.
pub async fn close(
    app: &App,
    actor: &Actor,
    unit: &UnitCode,
    on: Date,
    (from, to): (u16, u16),
    reason: &str,
) -> Result<(), BookingError> {
    let frame = Frame::of(app);
    actor.at_unit(&frame.policy, frame.now, DayAct::ManageSlots.into(), unit)?;
    if from >= to || on < frame.today() {
        return Err(super::SlotProblem::NoSuchHour.into());
    }
    let at = u64::try_from(frame.ms()).unwrap_or_default();
    let row = ClosureRow {
        id: ClosureId::from_parts(at, app.random.number()).to_string(),
        on_day: day_number(on),
        from_minute: i64::from(from),
        to_minute: i64::from(to),
        reason: reason.to_owned(),
    };
    let (code, by) = (unit.clone(), actor.account.to_string());
    let closed = app.store.write(move |tx| {
        storage::booking::seat::lock_day(tx, code.as_str(), row.on_day, frame.ms())?;
        setting::close(tx, code.as_str(), &row, &by, frame.ms())?;
        tidy_up::close_hours(tx, &frame, &code, &row, &by)
    });
    closed.await?;
    app.announce(unit);
    Ok(())
}

/// Opens closed hours again; who was sent away is not called back, but the hours can be booked.
///
/// # Errors
/// [`AppError::Denied`]; [`AppError::NotFound`].
pub async fn reopen(app: &App, actor: &Actor, unit: &UnitCode, id: &str) -> Result<(), BookingError> {
    let frame = Frame::of(app);
    actor.at_unit(&frame.policy, frame.now, DayAct::ManageSlots.into(), unit)?;
    let (code, id) = (unit.clone(), id.to_owned());
    if app.store.write(move |tx| setting::reopen(tx, code.as_str(), &id)).await? {
        app.announce(unit);
        Ok(())
    } else {
        Err(AppError::NotFound { what: "closure" }.into())
    }
}

/// A day of a unit as staff see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayList {
    /// The day.
    pub on: Date,
    /// Its hours.
    pub hours: DayHours,
    /// Bookings with an hour, in its order.
    pub booked: Vec<Booking>,
    /// Where the next part begins.
    pub next: Option<After>,
    /// Who waits, first come first.
    pub waiting: Vec<Booking>,
    /// Closed hours.
    pub closures: Vec<ClosureRow>,
    /// Days with hours or bookings around this one: the day, bookings with an hour, waiting.
    pub days: Vec<(Date, i64, i64)>,
}

/// Reads a day.
///
/// # Errors
/// [`AppError::Denied`].
pub async fn day(
    app: &App,
    actor: &Actor,
    unit: &UnitCode,
    on: Date,
    after: After,
    limit: usize,
) -> Result<DayList, BookingError> {
    let frame = Frame::of(app);
    actor.at_unit(&frame.policy, frame.now, DayAct::ManageSlots.into(), unit)?;
    let unit = unit.clone();
    app.store
        .read(move |tx| {
            let (code, day) = (unit.as_str(), day_number(on));
            let basis = plan::basis(tx, &unit, &frame)?;
            let mut rows = booking::list_day(tx, code, day, &after, limit + 1)?;
            let more = rows.len() > limit;
            rows.truncate(limit);
            let last = rows.last().filter(|_| more);
            let next = last.map(|row| (row.minute.unwrap_or_default(), row.id.clone()));
            let waiting = booking::list_waiting(tx, code, day)?;
            let all = |rows: Vec<booking::BookingRow>| {
                rows.iter().map(|row| Booking::read(row, &frame.keys)).collect::<Result<Vec<_>, _>>()
            };
            Ok(DayList {
                on,
                hours: DayHours { on, hours: plan::day(tx, &unit, on, &basis, &frame, false)? },
                booked: all(rows)?,
                next,
                waiting: all(waiting)?,
                closures: setting::list_closures(tx, code, day, day)?,
                days: days(tx, &unit, &basis, &frame)?,
            })
        })
        .await
}

/// The next days with hours, and every day around with bookings.
fn days(
    tx: &mut storage::Tx<'_>,
    unit: &UnitCode,
    basis: &plan::Basis,
    frame: &Frame,
) -> Result<Vec<(Date, i64, i64)>, StoreError> {
    let today = day_number(frame.today());
    let counted = booking::count_days(tx, unit.as_str(), today - LISTED_DAYS, today + LISTED_DAYS)?;
    let mut days: Vec<(Date, i64, i64)> = counted
        .into_iter()
        .map(|(day, booked, waiting)| (storage::account::date_of(day), booked, waiting))
        .collect();
    for on in plan::days(&frame.policy, unit, frame.today(), basis) {
        if !days.iter().any(|(known, ..)| *known == on) {
            days.push((on, 0, 0));
        }
    }
    days.sort();
    Ok(days)
}

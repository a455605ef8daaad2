//! The hours of a unit's day with their places, as the policy, the unit's settings and the bookings make them.

use super::Frame;
use crate::Policy;
use domain::booking::settings::{COUNTERS, SERVICE_MINUTES, SHARE_PERCENT, SLOT_MINUTES};
use domain::booking::slots::minute_of;
use domain::booking::{DayPart, Fill, SlotSettings, slots_of_day};
use domain::place::UnitCode;
use domain::promise::Duty;
use domain::roster::Post;
use friday::overbook;
use jiff::civil::{Date, Time};
use jiff::{Timestamp, ToSpan};
use std::collections::BTreeMap;
use storage::booking::seat;
use storage::booking::setting::{self, ClosureRow, SettingRow};
use storage::dossier::day_number;
use storage::roster::day as roster;
use storage::{StoreError, Tx, booking};

/// The probability that more come in one hour than it has room for, which overbooking may cost.
const OVERFLOW_RISK_MAX: f64 = 0.05;

/// How many days back the show rate of a unit looks.
const SHOW_DAYS: i64 = 90;

/// The shortest slot there is, in minutes.
pub(crate) const FINEST_MINUTES: i64 = SLOT_MINUTES.0 as i64;

/// One hour of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hour {
    /// When it begins.
    pub at: Time,
    /// The instant.
    pub starts_at: Timestamp,
    /// How many appointments are given for it.
    pub places: u32,
    /// How many are left, those who wait counted as taken.
    pub left: u32,
    /// Why it is closed, where it is.
    pub closed: Option<String>,
}

impl Hour {
    /// How full it is; a closed hour is full.
    pub const fn fill(&self) -> Fill {
        if self.closed.is_some() { Fill::Full } else { Fill::of(self.places, self.left) }
    }

    /// Whether a place can be had now.
    pub fn is_free(&self, now: Timestamp) -> bool {
        self.closed.is_none() && self.left > 0 && self.starts_at > now
    }

    /// Minutes since midnight.
    pub fn minute(&self) -> u16 {
        minute_of(self.at)
    }
}

/// A day with its hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayHours {
    /// The day.
    pub on: Date,
    /// Its hours, past ones too.
    pub hours: Vec<Hour>,
}

/// What is known of a unit before its days are looked at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Basis {
    /// What the unit decided.
    pub settings: SlotSettings,
    /// How many counters receive.
    pub counters: u16,
    /// The share of those booked who come.
    pub show: f64,
}

pub(crate) fn settings_of(row: Option<&SettingRow>) -> SlotSettings {
    row.map_or(SlotSettings::USUAL, |row| SlotSettings {
        open: row.is_open,
        slot_minutes: row.slot_minutes,
        service_minutes: row.service_minutes,
        counters: row.counters,
        share_percent: row.share_percent,
        show_percent: row.show_percent,
        days_ahead: row.days_ahead,
    })
}

pub(crate) fn basis(tx: &mut Tx<'_>, unit: &UnitCode, frame: &Frame) -> Result<Basis, StoreError> {
    let settings = settings_of(setting::find(tx, unit.as_str())?.as_ref());
    let today = day_number(frame.today());
    let (came, missed) = booking::count_shown(tx, unit.as_str(), today - SHOW_DAYS, today)?;
    Ok(Basis { settings, counters: settings.counters, show: settings.show_rate(came, missed) })
}

/// The hours of a unit's day by the policy alone: places, nothing taken.
pub(crate) fn planned(policy: &Policy, unit: &UnitCode, on: Date, basis: &Basis) -> Vec<Hour> {
    let Some(calendar) = policy.calendar_of(unit, on) else { return Vec::new() };
    let slots = |programme| slots_of_day(on, programme, calendar, &basis.settings, basis.counters);
    let programmes = policy.programmes_at(unit, on);
    let slots = programmes.into_iter().map(slots).find(|slots| !slots.is_empty()).unwrap_or_default();
    let hour = |slot: domain::booking::Slot| {
        // Twice the room at most, however few are said to come.
        let most = slot.capacity.saturating_mul(2);
        let places = overbook::bookings(slot.capacity, basis.show, OVERFLOW_RISK_MAX).min(most);
        Hour { at: slot.at, starts_at: slot.starts_at(on), places, left: places, closed: None }
    };
    slots.into_iter().map(hour).collect()
}

/// The minutes of a day at which an appointment could begin under any settings, in steps of [`FINEST_MINUTES`].
pub(crate) fn open_hours(policy: &Policy, unit: &UnitCode, on: Date) -> Vec<i64> {
    let settings = SlotSettings {
        slot_minutes: SLOT_MINUTES.0,
        service_minutes: SERVICE_MINUTES.0,
        share_percent: SHARE_PERCENT.1,
        ..SlotSettings::USUAL
    };
    let widest = Basis { settings, counters: COUNTERS.1, show: 1.0 };
    planned(policy, unit, on, &widest).iter().map(|hour| i64::from(hour.minute())).collect()
}

/// Takes closed hours and taken places off; `waiting` are those whose turn comes before anybody new.
pub(crate) fn occupy(
    hours: &mut [Hour],
    closures: &[ClosureRow],
    taken: &BTreeMap<i64, u32>,
    waiting: &[(DayPart, u32)],
    now: Timestamp,
) {
    for hour in hours.iter_mut() {
        let minute = i64::from(hour.minute());
        hour.left = hour.places.saturating_sub(taken.get(&minute).copied().unwrap_or_default());
        let closed = closures.iter().find(|row| row.from_minute <= minute && minute < row.to_minute);
        hour.closed = closed.map(|row| row.reason.clone());
    }
    // Who wants a certain part of the day goes first here, so that nobody new gets what is meant for them.
    let mut waiting = waiting.to_vec();
    waiting.sort_by_key(|(part, _)| *part == DayPart::Any);
    for (part, mut people) in waiting {
        for hour in hours.iter_mut().filter(|hour| part.fits(hour.at) && hour.is_free(now)) {
            let given = people.min(hour.left);
            hour.left -= given;
            people -= given;
        }
    }
}

/// The hours of a unit's day as they stand.
pub(crate) fn day(
    tx: &mut Tx<'_>,
    unit: &UnitCode,
    on: Date,
    basis: &Basis,
    frame: &Frame,
    with_waiting: bool,
) -> Result<Vec<Hour>, StoreError> {
    let basis = Basis { counters: counters_on(tx, unit, on, basis)?, ..*basis };
    let mut hours = planned(&frame.policy, unit, on, &basis);
    if hours.is_empty() {
        return Ok(hours);
    }
    let (code, day) = (unit.as_str(), day_number(on));
    let closures = setting::list_closures(tx, code, day, day)?;
    let taken = seat::count_taken(tx, code, day, frame.moment())?.into_iter().collect();
    let waiting = if with_waiting { parts(seat::count_waiting(tx, code, day)?) } else { Vec::new() };
    occupy(&mut hours, &closures, &taken, &waiting, frame.now);
    Ok(hours)
}

/// How many counters receive on a day: as the published roster has it, else as the unit's settings say.
fn counters_on(tx: &mut Tx<'_>, unit: &UnitCode, on: Date, basis: &Basis) -> Result<u16, StoreError> {
    let (code, day) = (unit.as_str(), day_number(on));
    if roster::find_head(tx, code, day)?.is_none_or(|head| head.published_at.is_none()) {
        return Ok(basis.counters);
    }
    let shifts = roster::list_shifts(tx, code, (day, day))?;
    let receive = Post::Duty(Duty::Receive).name();
    let mut people: Vec<&str> =
        shifts.iter().filter(|shift| shift.post == receive).map(|shift| shift.account_id.as_str()).collect();
    people.sort_unstable();
    people.dedup();
    // Nobody rostered to receive is a gap that the roster's light names; people must still be able to book.
    Ok(u16::try_from(people.len()).unwrap_or(u16::MAX).clamp(COUNTERS.0, COUNTERS.1))
}

fn parts(counted: Vec<(String, u32)>) -> Vec<(DayPart, u32)> {
    counted.into_iter().filter_map(|(part, n)| Some((DayPart::from_name(&part)?, n))).collect()
}

/// The days from today on for which a unit gives appointments, nearest first.
pub(crate) fn days(policy: &Policy, unit: &UnitCode, today: Date, basis: &Basis) -> Vec<Date> {
    (0..=i64::from(basis.settings.days_ahead))
        .filter_map(|ahead| today.checked_add(ahead.days()).ok())
        .filter(|on| !planned(policy, unit, *on, basis).is_empty())
        .collect()
}

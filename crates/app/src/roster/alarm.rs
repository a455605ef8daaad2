//! The day before: whoever leads a unit hears that its coming day is not ready, once for each unit and day.

use super::read::standing;
use crate::error::AppError;
use crate::notify::{self, Kind, Message};
use crate::{App, Policy};
use domain::id::AccountId;
use domain::place::UnitCode;
use domain::promise::Duty;
use domain::role::Role;
use domain::roster::Light;
use domain::time::civil;
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeSet;
use storage::{StoreError, Tx, account};

/// Looks at every unit whose day is tomorrow or, after a weekend, the next working day; gives how many were told anew.
/// Harmless as often as one likes: the key of a message is the unit and the day.
///
/// # Errors
/// [`AppError::Store`].
pub async fn look(app: &App) -> Result<usize, AppError> {
    let (now, policy) = (app.clock.now(), app.policy());
    let tomorrow = civil(now).date().tomorrow().unwrap_or(civil(now).date());
    let units: Vec<UnitCode> = policy.units().on(civil(now).date()).map(|unit| unit.code.clone()).collect();
    let snapshot = policy.clone();
    let read = app.store.read(move |tx| {
        let near = |unit: &UnitCode| {
            super::read::coming(&snapshot, unit, tomorrow) == next_day(&snapshot, unit, now)
        };
        let near: Vec<UnitCode> = units.iter().filter(|unit| near(unit)).cloned().collect();
        standing(tx, &snapshot, &near, tomorrow, now)
    });
    let mut late = read.await.map_err(AppError::Store)?;
    late.retain(|unit| unit.readiness.light != Light::Green);
    if late.is_empty() {
        return Ok(0);
    }
    let told = app.store.write(move |tx| {
        let mut told = 0;
        for unit in &late {
            told += usize::from(tell(tx, &policy, &unit.unit, unit.on, now)?);
        }
        Ok::<_, StoreError>(told)
    });
    told.await.map_err(AppError::Store)
}

/// The working day after today: on the Friday before a holiday week the next day that counts is not tomorrow.
fn next_day(policy: &Policy, unit: &UnitCode, now: Timestamp) -> Option<Date> {
    let today = civil(now).date();
    policy.calendar_of(unit, today)?.next_working_day(today)
}

fn tell(
    tx: &mut Tx<'_>,
    policy: &Policy,
    unit: &UnitCode,
    on: Date,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let name = policy.unit(unit, on).map_or_else(|| unit.to_string(), |unit| unit.name.vi.clone());
    let args = [("unit_name", name), ("on", on.to_string())];
    let message = Message::new(Kind::RosterNotReady, args).once(format!("{unit} {on}"));
    let is_new = notify::to_duty(tx, now, unit, Duty::Approve, &message)?;
    for person in managers_above(tx, policy, unit, on)? {
        notify::to_person(tx, now, unit, person, &message)?;
    }
    Ok(is_new)
}

/// Whoever watches over a unit from above.
fn managers_above(
    tx: &mut Tx<'_>,
    policy: &Policy,
    unit: &UnitCode,
    on: Date,
) -> Result<BTreeSet<AccountId>, StoreError> {
    let grants = account::list_all_grants(tx)?;
    let watches = grants.into_iter().filter(|(_, grant)| {
        grant.role == Role::Manager
            && grant.is_in_force(on)
            && (grant.unit == *unit || policy.units().is_above(&grant.unit, unit, on))
    });
    Ok(watches.filter_map(|(id, _)| id.parse().ok()).collect())
}

//! The four duties of a unit: who is on, from check-ins, and a switch for each that the person in charge can set.

use crate::error::AppError;
use crate::presence::OnSite;
use crate::{Actor, App, Policy};
use domain::permit::Action;
use domain::place::UnitCode;
use domain::procedure::{ProcedureCode, SectorCode};
use domain::promise::{Duty, DutySource, Presence};
use domain::time::{civil, to_ms};
use jiff::Timestamp;
use storage::desk::{self, DutyRow};
use storage::{StoreError, Tx};

/// The duties of a unit that are covered now; a duty nobody ever checked in for or switched on counts as absent.
///
/// # Errors
/// [`StoreError`].
pub fn presence(
    tx: &mut Tx<'_>,
    policy: &Policy,
    unit: &UnitCode,
    at: Timestamp,
) -> Result<Presence, StoreError> {
    let present = OnSite::load(tx, policy, unit, at)?.duties(None);
    Ok(Presence { present, source: DutySource::Recorded })
}

/// As [`presence`], for a procedure: appraising and approving count only those who may do its sector.
///
/// # Errors
/// [`StoreError`].
pub fn presence_in(
    tx: &mut Tx<'_>,
    policy: &Policy,
    unit: &UnitCode,
    at: Timestamp,
    procedure: &ProcedureCode,
) -> Result<Presence, StoreError> {
    let sector = sector_of(policy, unit, at, procedure);
    let present = OnSite::load(tx, policy, unit, at)?.duties(sector.as_ref());
    Ok(Presence { present, source: DutySource::Recorded })
}

/// As [`presence_in`], now and in a transaction of its own.
///
/// # Errors
/// [`AppError::Store`].
pub async fn presence_for(
    app: &App,
    unit: &UnitCode,
    procedure: &ProcedureCode,
) -> Result<Presence, AppError> {
    let (policy, at) = (app.policy(), app.clock.now());
    let (unit, procedure) = (unit.clone(), procedure.clone());
    let read = app.store.read(move |tx| presence_in(tx, &policy, &unit, at, &procedure));
    read.await.map_err(AppError::Store)
}

fn sector_of(
    policy: &Policy,
    unit: &UnitCode,
    at: Timestamp,
    procedure: &ProcedureCode,
) -> Option<SectorCode> {
    let version = policy.version_in_force(procedure, unit, civil(at).date())?;
    Some(version.sector.clone())
}

/// Switches a duty on or off by hand; the promise follows at once. It holds until somebody of the duty comes or goes.
///
/// # Errors
/// [`AppError::Denied`] without a role at the unit.
pub async fn set(
    app: &App,
    actor: &Actor,
    unit: &UnitCode,
    duty: Duty,
    present: bool,
) -> Result<(), AppError> {
    let at = app.clock.now();
    actor.at_unit(&app.policy(), at, Action::SetDuty, unit)?;
    let row = DutyRow {
        duty: duty.name().to_owned(),
        present,
        account_id: actor.account.to_string(),
        since: to_ms(at),
    };
    let code = unit.clone();
    app.store.write(move |tx| desk::set_duty(tx, code.as_str(), &row)).await.map_err(AppError::Store)?;
    app.announce(unit);
    Ok(())
}

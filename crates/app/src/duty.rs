//! The four duties of a unit: who is on, as a button each.

use crate::error::AppError;
use crate::{Actor, App};
use domain::permit::Action;
use domain::place::UnitCode;
use domain::promise::{Duty, DutySet, DutySource, Presence};
use domain::time::to_ms;
use storage::desk::{self, DutyRow};
use storage::{StoreError, Tx};

/// The duties of a unit as recorded; a duty never set counts as absent.
///
/// # Errors
/// [`StoreError`].
pub fn presence(tx: &mut Tx<'_>, unit: &UnitCode) -> Result<Presence, StoreError> {
    let rows = desk::list_duties(tx, unit.as_str())?;
    let on = rows.iter().filter(|row| row.present).filter_map(|row| Duty::from_name(&row.duty));
    Ok(Presence { present: on.fold(DutySet::NONE, DutySet::with), source: DutySource::Recorded })
}

/// Switches a duty on or off; the promise follows at once.
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

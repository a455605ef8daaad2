//! What the counter finds: prepared forms that wait, and who helped with a dossier.

use super::{AssistError, Session};
use crate::error::AppError;
use crate::{Actor, App, secret};
use domain::assist::Consent;
use domain::dossier::{Act, DossierCode};
use domain::permit::Action;
use domain::time::{civil, from_ms, instant_on, to_ms};
use jiff::Timestamp;
use jiff::civil::Time;
use storage::assist::{self, SessionRow};
use storage::{StoreError, Tx};

/// Most forms listed.
const LISTED_MAX: usize = 50;

/// A prepared form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prepared {
    /// The session it comes from.
    pub session: Session,
    /// Who helped.
    pub helper: String,
}

/// Forms prepared today at the officer's unit, oldest first.
///
/// # Errors
/// [`AppError::Denied`] for whoever does not receive dossiers.
pub async fn list_prepared(app: &App, actor: &Actor) -> Result<Vec<Prepared>, AssistError> {
    let now = app.clock.now();
    may_receive(app, actor, now)?;
    let since = to_ms(instant_on(civil(now).date(), Time::midnight()));
    let (unit, keys) = (actor.unit.to_string(), app.keys.clone());
    app.store
        .read(move |tx| {
            let rows = assist::list_prepared(tx, &unit, since, LISTED_MAX)?;
            rows.iter()
                .map(|row| {
                    Ok(Prepared { session: Session::read(row, &keys)?, helper: row.volunteer_name.clone() })
                })
                .collect()
        })
        .await
}

/// A prepared form by its code, as typed.
///
/// # Errors
/// [`AppError::NotFound`] for an unknown code, another unit, or a form that was received already.
pub async fn find_prepared(app: &App, actor: &Actor, typed: &str) -> Result<Prepared, AssistError> {
    let now = app.clock.now();
    may_receive(app, actor, now)?;
    let (code, unit, keys) = (secret::normal(typed), actor.unit.to_string(), app.keys.clone());
    app.store
        .read(move |tx| {
            let waits = |row: &SessionRow| {
                row.unit == unit && row.submitted_at.is_some() && row.dossier_code.is_none()
            };
            let missing = AppError::NotFound { what: "prepared form" };
            let row = assist::find_by_code(tx, &code)?.filter(waits).ok_or(missing)?;
            Ok(Prepared { session: Session::read(&row, &keys)?, helper: row.volunteer_name })
        })
        .await
}

fn may_receive(app: &App, actor: &Actor, now: Timestamp) -> Result<(), AppError> {
    actor.at_unit(&app.policy(), now, Action::Dossier(Act::Receive), &actor.unit).map(|_| ())
}

/// Notes in the transaction of reception which dossier a prepared form became.
///
/// # Errors
/// [`AppError::Stale`] when another counter received it meanwhile.
pub(crate) fn received(
    tx: &mut Tx<'_>,
    typed: &str,
    unit: &str,
    dossier: &DossierCode,
    at: Timestamp,
) -> Result<(), AppError> {
    if assist::received(tx, &secret::normal(typed), unit, dossier.as_str(), to_ms(at))? {
        Ok(())
    } else {
        Err(AppError::Stale { by: String::new(), at })
    }
}

/// Who helped with a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Help {
    /// The volunteer.
    pub helper: String,
    /// When the session began.
    pub at: Timestamp,
    /// How the person agreed.
    pub consent: Consent,
    /// Who heard it.
    pub heard_by: String,
}

/// Who helped with a dossier, if anybody did.
pub(crate) fn help_with(tx: &mut Tx<'_>, dossier: &DossierCode) -> Result<Option<Help>, StoreError> {
    let row = assist::find_by_dossier(tx, dossier.as_str())?;
    Ok(row.and_then(|row| {
        Some(Help {
            helper: row.volunteer_name,
            at: from_ms(row.opened_at),
            consent: Consent::from_name(&row.consent)?,
            heard_by: row.heard_by,
        })
    }))
}

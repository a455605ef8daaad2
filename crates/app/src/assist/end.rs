//! The end of a session, and of what it kept.

use super::{AssistError, may_help};
use crate::{Actor, App};
use domain::assist::{EndReason, NotOnline, Standing, standing};
use domain::time::{from_ms, to_ms};
use jiff::SignedDuration;
use storage::{StoreError, assist};

/// Names and forms that nobody received are erased after so long.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 7);

/// The page and the server may differ by so much about when nobody pressed anything last.
const MARGIN: SignedDuration = SignedDuration::from_secs(30);

/// Ends the open session; ended again it stays so. A reason given now is counted.
///
/// # Errors
/// [`crate::AppError::Denied`] without the right to help.
pub async fn end(app: &App, actor: &Actor, not_online: Option<NotOnline>) -> Result<(), AssistError> {
    let now = may_help(app, actor)?;
    let volunteer = actor.account.to_string();
    let ended = app.store.write(move |tx| {
        let Some(mut row) = assist::find_open(tx, &volunteer)? else { return Ok(()) };
        if let Some(reason) = not_online {
            reason.name().clone_into(&mut row.not_online);
            assist::keep(tx, &row)?;
        }
        assist::end(tx, &row.id, to_ms(now), EndReason::Done.name())?;
        Ok::<_, StoreError>(())
    });
    Ok(ended.await?)
}

/// Ends the session if it is over, or within half a minute of it: the page's own clock began at the last key, the
/// server's at the last press it saw. One that is still used stays open.
///
/// # Errors
/// [`crate::AppError::Denied`] without the right to help.
pub async fn end_if_over(app: &App, actor: &Actor) -> Result<bool, AssistError> {
    let now = may_help(app, actor)?;
    let soon = now.checked_add(MARGIN).unwrap_or(now);
    let volunteer = actor.account.to_string();
    let over = app.store.write(move |tx| {
        let Some(row) = assist::find_open(tx, &volunteer)? else { return Ok(true) };
        let found = standing(from_ms(row.opened_at), from_ms(row.last_seen_at), None, soon);
        if found == Standing::Open {
            return Ok(false);
        }
        assist::end(tx, &row.id, to_ms(now), EndReason::Idle.name())?;
        Ok::<_, StoreError>(true)
    });
    Ok(over.await?)
}

/// Erases names and forms of sessions more than a week old; says of how many.
///
/// # Errors
/// [`crate::AppError::Store`].
pub async fn erase(app: &App) -> Result<u64, AssistError> {
    let now = app.clock.now();
    let before = to_ms(now.checked_sub(KEPT).unwrap_or(now));
    Ok(app.store.write(move |tx| assist::erase_before(tx, before)).await?)
}

//! Sessions: who is asking, with the rights of this moment.

use super::limits::Limits;
use super::origin::Origin;
use crate::account::{commit, look};
use crate::error::AppError;
use crate::{Actor, App, presence, secret};
use domain::id::{AccountId, SessionId};
use domain::place::UnitCode;
use domain::time::{from_ms, to_ms};
use jiff::Timestamp;
use storage::account::{self, Account};
use storage::session::{self, SessionRow};
use storage::{StoreError, Tx};

/// A request notes its time at most so often, so that reading a page writes nothing.
const TOUCH_MS: i64 = 60_000;

/// What pages need of a session beside its actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionInfo {
    /// The name of log-in.
    pub username: String,
    /// The token that every form of this session carries.
    pub csrf: String,
    /// When the password was entered last.
    pub confirmed_at: Timestamp,
    /// When the session began.
    pub created_at: Timestamp,
    /// When it ends at the latest.
    pub expires_at: Timestamp,
    /// The desk's unit.
    pub unit: UnitCode,
    /// Whether the password must be changed before anything else.
    pub must_change_password: bool,
    /// Whether the account works only on the machine itself.
    pub loopback_only: bool,
}

impl SessionInfo {
    /// Whether a request from there may use the session.
    pub const fn is_open_to(&self, origin: Origin) -> bool {
        !self.loopback_only || origin.is_this_machine()
    }
}

/// A row for a session that starts now; the unit is filled in by the caller.
pub(super) fn new_row(app: &App, account: AccountId, at: Timestamp) -> SessionRow {
    let now = to_ms(at);
    let id = SessionId::from_parts(u64::try_from(now).unwrap_or_default(), app.random.number());
    SessionRow {
        id: id.to_string(),
        account_id: account.to_string(),
        csrf: secret::fresh_token(app.random.as_ref()),
        created_at: now,
        last_seen_at: now,
        expires_at: now + Limits::of(&app.config).absolute_ms,
        confirmed_at: now,
        unit: String::new(),
    }
}

/// Who a session belongs to, with account and roles as they are now; nothing when it ended, was ended, or the
/// account was disabled.
///
/// # Errors
/// [`StoreError`].
pub async fn session(app: &App, token: &str) -> Result<Option<(Actor, SessionInfo)>, StoreError> {
    let at = app.clock.now();
    let now = to_ms(at);
    let limits = Limits::of(&app.config);
    let (hash, policy) = (secret::token_hash(token), app.policy());
    let found = look(app, move |tx| {
        let alive = session::find(tx, &hash)?
            .filter(|row| now < row.expires_at && now - row.last_seen_at < limits.idle_ms);
        let Some(row) = alive else { return Ok(None) };
        let Some((mut actor, info)) = load(tx, &row, at)? else { return Ok(None) };
        actor.stand_ins = presence::stand_ins(tx, &policy, actor.account, at)?;
        Ok(Some((actor, info, row.last_seen_at)))
    })
    .await?;
    let Some((actor, info, last_seen_at)) = found else { return Ok(None) };
    if now - last_seen_at >= TOUCH_MS {
        let touched = commit(app, move |tx| session::touch(tx, &hash, now)).await;
        if let Err(error) = touched {
            // Reading goes on when nothing can be written, such as on a full disk.
            tracing::warn!(%error, "the time of a session could not be noted");
        }
    }
    Ok(Some((actor, info)))
}

fn load(
    tx: &mut Tx<'_>,
    row: &SessionRow,
    at: Timestamp,
) -> Result<Option<(Actor, SessionInfo)>, StoreError> {
    let (Ok(id), Ok(unit)) = (row.account_id.parse::<AccountId>(), row.unit.parse::<UnitCode>()) else {
        return Ok(None);
    };
    let Some(account) = account::find(tx, id)?.filter(|account| account.disabled_at.is_none()) else {
        return Ok(None);
    };
    let actor = actor_of(tx, &account, unit, at)?;
    let info = SessionInfo {
        username: account.username,
        csrf: row.csrf.clone(),
        confirmed_at: from_ms(row.confirmed_at),
        created_at: from_ms(row.created_at),
        expires_at: from_ms(row.expires_at),
        unit: actor.unit.clone(),
        must_change_password: account.must_change_password,
        loopback_only: account.loopback_only,
    };
    Ok(Some((actor, info)))
}

/// The actor of an account at a desk; a desk without a role any more gives way to the first with one.
fn actor_of(tx: &mut Tx<'_>, account: &Account, unit: UnitCode, at: Timestamp) -> Result<Actor, StoreError> {
    let mut actor = Actor {
        account: account.id,
        name: account.name.clone(),
        title: account.title.clone(),
        grants: account::list_grants(tx, account.id)?,
        unit,
        stand_ins: Vec::new(),
    };
    let units = actor.units(at);
    if !units.contains(&actor.unit)
        && let Some(first) = units.into_iter().next()
    {
        actor.unit = first;
    }
    Ok(actor)
}

/// Ends one session; ending one that is over is harmless.
///
/// # Errors
/// [`StoreError`].
pub async fn sign_out(app: &App, token: &str) -> Result<(), StoreError> {
    let hash = secret::token_hash(token);
    commit(app, move |tx| session::delete(tx, &hash)).await
}

/// Ends all sessions of an account, this one too; says how many there were.
///
/// # Errors
/// [`StoreError`].
pub async fn sign_out_everywhere(app: &App, account: AccountId) -> Result<u64, StoreError> {
    commit(app, move |tx| session::delete_all(tx, &account.to_string())).await
}

/// Moves the desk to another unit where the person holds a role today.
///
/// # Errors
/// [`AppError::NotFound`] when they hold none there or the session ended.
pub async fn choose_unit(app: &App, token: &str, unit: &UnitCode) -> Result<(), AppError> {
    let at = app.clock.now();
    let (actor, _) = session(app, token).await?.ok_or(AppError::NotFound { what: "session" })?;
    if !actor.units(at).contains(unit) {
        return Err(AppError::NotFound { what: "unit" });
    }
    let (hash, unit) = (secret::token_hash(token), unit.to_string());
    Ok(commit(app, move |tx| session::set_unit(tx, &hash, &unit)).await?)
}

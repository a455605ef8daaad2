//! Logging in.

use super::limits::Limits;
use super::origin::Origin;
use super::password::{self, HashError};
use super::{ladder, session::new_row};
use crate::account::{commit, look};
use crate::{App, secret};
use domain::place::UnitCode;
use domain::time::{civil, to_ms};
use storage::account::{self, Account};
use storage::{StoreError, session};

/// A new session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// The secret for the cookie; only its hash is kept.
    pub token: String,
    /// The password was set by somebody else and must be changed before anything else.
    pub must_change_password: bool,
}

/// Why nobody was let in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SignInError {
    /// Name or password is wrong; nobody learns which.
    #[error("name or password is wrong")]
    Wrong,
    /// Too many failures from this address.
    #[error("wait {seconds} s before the next try")]
    Wait {
        /// Seconds left, rounded up.
        seconds: u64,
    },
    /// The password is right, but an administrator disabled the account.
    #[error("the account is disabled")]
    Disabled,
    /// The password is right, but an account of the demo works only on the machine itself.
    #[error("this account works only on the machine itself")]
    LoopbackOnly,
    /// The password is right, but no role is in force today.
    #[error("the account holds no role today")]
    NoRole,
    /// The session ended meanwhile.
    #[error("the session has ended")]
    Ended,
    /// Too many log-ins at the same moment.
    #[error("too many log-ins at once")]
    Busy,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<HashError> for SignInError {
    fn from(error: HashError) -> Self {
        match error {
            HashError::Busy | HashError::Failed => Self::Busy,
        }
    }
}

/// A typed name of log-in as it is kept: no blanks around it, small letters.
pub fn normal_username(typed: &str) -> String {
    domain::text::clean_line(typed).to_lowercase().chars().take(64).collect()
}

/// Logs somebody in and starts a session at one of their units: the wished one if they hold a role there, else the
/// first. Failures count for the client's address, so that strangers cannot lock anybody out.
///
/// # Errors
/// [`SignInError`]; what tells about the account is told only to who knows its password.
pub async fn sign_in(
    app: &App,
    username: &str,
    password: &str,
    origin: impl Into<Origin>,
    unit: Option<&UnitCode>,
) -> Result<SignedIn, SignInError> {
    let username = normal_username(username);
    let origin = origin.into();
    let key = ladder::key(&username, origin.address);
    let account = check_password(app, &key, username, password).await?;
    if account.disabled_at.is_some() {
        return Err(SignInError::Disabled);
    }
    if account.loopback_only && !origin.is_this_machine() {
        return Err(SignInError::LoopbackOnly);
    }
    start(app, key, account, unit.cloned()).await
}

/// Counts the try and compares; the same work for names that do not exist.
async fn check_password(
    app: &App,
    key: &str,
    username: String,
    password: &str,
) -> Result<Account, SignInError> {
    ladder::admit(app, key).await?;
    let account = look(app, move |tx| account::find_by_username(tx, &username)).await?;
    let kept = account.as_ref().map(|account| account.password_hash.as_str());
    let right = password::verify(password, kept).await?;
    account.filter(|_| right).ok_or(SignInError::Wrong)
}

async fn start(
    app: &App,
    key: String,
    account: Account,
    wished: Option<UnitCode>,
) -> Result<SignedIn, SignInError> {
    let at = app.clock.now();
    let token = secret::fresh_token(app.random.as_ref());
    let hash = secret::token_hash(&token);
    let mut row = new_row(app, account.id, at);
    let must_change_password = account.must_change_password;
    let limits = Limits::of(&app.config);
    let outcome = commit(app, move |tx| {
        session::forgive(tx, &key)?;
        // Read again: it may have been disabled or given another password while this one was compared.
        let now = account::find(tx, account.id)?;
        if now.is_none_or(|now| now.password_hash != account.password_hash || now.disabled_at.is_some()) {
            return Ok(Err(SignInError::Wrong));
        }
        let on = civil(at).date();
        let grants = account::list_grants(tx, account.id)?;
        let held = grants.into_iter().filter(|grant| grant.is_in_force(on)).map(|grant| grant.unit);
        let mut units: Vec<UnitCode> = held.collect();
        units.sort();
        let Some(unit) =
            wished.clone().filter(|unit| units.contains(unit)).or_else(|| units.first().cloned())
        else {
            return Ok(Err(SignInError::NoRole));
        };
        row.unit = unit.to_string();
        session::purge(tx, to_ms(at))?;
        session::purge_failures(tx, to_ms(at) - limits.absolute_ms.max(86_400_000))?;
        session::insert(tx, &hash, &row)?;
        Ok(Ok(()))
    })
    .await?;
    outcome.map(|()| SignedIn { token, must_change_password })
}

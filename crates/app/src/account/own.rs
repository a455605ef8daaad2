//! What people do with their own password.

use super::password::{self, PasswordProblem};
use super::session::{new_row, session};
use super::sign_in::SignInError;
use super::{SessionInfo, ladder};
use crate::account::{commit, look};
use crate::{Actor, App, secret};
use domain::time::to_ms;
use std::net::IpAddr;
use storage::StoreError;
use storage::account;
use storage::session as rows;

/// Why a password was not changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChangeError {
    /// The new one is not good enough, for every reason given.
    #[error("the new password is not good enough")]
    Weak(Vec<PasswordProblem>),
    /// The current one is wrong, or must be waited for.
    #[error(transparent)]
    SignIn(#[from] SignInError),
}

impl From<StoreError> for ChangeError {
    fn from(error: StoreError) -> Self {
        Self::SignIn(SignInError::Store(error))
    }
}

/// Compares the password of the person whose session this is. Wrong ones count as failed log-ins.
async fn verify_own(
    app: &App,
    token: &str,
    password: &str,
    address: IpAddr,
) -> Result<(Actor, SessionInfo, String, String), SignInError> {
    let (actor, info) = session(app, token).await?.ok_or(SignInError::Ended)?;
    let key = ladder::key(&info.username, address);
    ladder::admit(app, &key).await?;
    let id = actor.account;
    let kept = look(app, move |tx| account::find(tx, id)).await?.map(|account| account.password_hash);
    if !password::verify(password, kept.as_deref()).await? {
        return Err(SignInError::Wrong);
    }
    Ok((actor, info, key, kept.unwrap_or_default()))
}

/// Notes that the password was entered again: approving asks for it once per batch.
///
/// # Errors
/// [`SignInError`].
pub async fn confirm_password(
    app: &App,
    token: &str,
    password: &str,
    address: IpAddr,
) -> Result<(), SignInError> {
    let (_, _, key, _) = verify_own(app, token, password, address).await?;
    let (hash, now) = (secret::token_hash(token), to_ms(app.clock.now()));
    let noted = commit(app, move |tx| {
        rows::forgive(tx, &key)?;
        rows::confirm(tx, &hash, now)
    });
    Ok(noted.await?)
}

/// Changes a password and ends every session of the account; the answer is the token of a new one in place of this.
///
/// # Errors
/// [`ChangeError`]; nothing is changed then.
pub async fn change_password(
    app: &App,
    token: &str,
    current: &str,
    new: &str,
    address: IpAddr,
) -> Result<String, ChangeError> {
    let (actor, info, key, kept) = verify_own(app, token, current, address).await?;
    let mut problems = password::problems(&info.username, new);
    if password::verify(new, Some(&kept)).await.map_err(SignInError::from)? {
        problems.push(PasswordProblem::Unchanged);
    }
    if !problems.is_empty() {
        commit(app, move |tx| rows::forgive(tx, &key)).await?;
        return Err(ChangeError::Weak(problems));
    }
    let salt = app.random.number().to_be_bytes();
    let hashed = password::hash(new, salt).await.map_err(SignInError::from)?;
    let fresh = secret::fresh_token(app.random.as_ref());
    let fresh_hash = secret::token_hash(&fresh);
    let mut row = new_row(app, actor.account, app.clock.now());
    row.unit = info.unit.to_string();
    let changed = commit(app, move |tx| {
        rows::forgive(tx, &key)?;
        // Somebody may have set another password meanwhile; then this person no longer speaks for the account.
        let now = account::find(tx, actor.account)?;
        if now.is_none_or(|now| now.password_hash != kept || now.disabled_at.is_some()) {
            return Ok(false);
        }
        account::set_password(tx, actor.account, &hashed, false)?;
        rows::delete_all(tx, &actor.account.to_string())?;
        rows::insert(tx, &fresh_hash, &row)?;
        Ok(true)
    });
    if changed.await? { Ok(fresh) } else { Err(ChangeError::SignIn(SignInError::Ended)) }
}

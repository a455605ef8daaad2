//! Waiting times after failures, for other doors than the log-in: as [`super::ladder`], with the same steps.

use super::ladder;
use super::sign_in::SignInError;
use crate::App;
use crate::error::AppError;
use std::net::IpAddr;

/// The key under which failures are counted: what was tried, from which network.
pub fn key(what: &str, address: IpAddr) -> String {
    ladder::key(what, address)
}

/// Lets a try in and counts it as failed until [`storage::session::forgive`] says otherwise. Gives the seconds to wait
/// when it is too early; such a try is not counted.
///
/// # Errors
/// [`AppError::Store`].
pub async fn admit(app: &App, key: &str) -> Result<Option<u64>, AppError> {
    match ladder::admit(app, key).await {
        Ok(()) => Ok(None),
        Err(SignInError::Wait { seconds }) => Ok(Some(seconds)),
        Err(SignInError::Store(error)) => Err(AppError::Store(error)),
        // The ladder gives no other answer.
        Err(SignInError::Wrong | SignInError::Disabled | SignInError::LoopbackOnly) => Ok(None),
        Err(SignInError::NoRole | SignInError::Ended | SignInError::Busy) => Ok(None),
    }
}

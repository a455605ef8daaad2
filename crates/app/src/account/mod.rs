//! Accounts of staff: passwords, sessions, roles, tokens for programs.
//!
//! | file | use case |
//! |---|---|
//! | [`sign_in`] | log in, with a waiting time after failures |
//! | [`session`] | who is asking, with the rights of this moment; log out; choose the desk |
//! | [`origin`] | where a request came from, as far as it can be believed |
//! | [`own`] | enter the password again, change it |
//! | [`manage`] | what administrators do with accounts and roles |
//! | [`waiting`] | waiting times after failures, for other doors than the log-in |
//! | [`token`] | tokens for programs, scoped to one role at one unit |
//! | [`first_run`] | the first administrator |
//! | [`demo`] | named accounts for every role, which work on loopback only |

pub mod demo;
pub mod first_run;
mod ladder;
pub mod limits;
pub mod log;
pub mod manage;
pub mod origin;
pub mod own;
pub mod password;
pub mod problem;
pub mod session;
pub mod sign_in;
pub mod token;
pub mod waiting;

#[cfg(test)]
mod tests;

pub use demo::{DEMO_PASSWORD, DemoAccount, MAIN_UNIT, seed_demo};
pub use first_run::first_run_administrator;
pub use limits::Limits;
pub use manage::{Edit, Listed, NewAccount};
pub use origin::Origin;
pub use own::{ChangeError, change_password, confirm_password};
pub use password::PasswordProblem;
pub use problem::{AccountProblem, ManageError};
pub use session::{SessionInfo, choose_unit, session, sign_out, sign_out_everywhere};
pub use sign_in::{SignInError, SignedIn, sign_in};
pub use token::by_token;

use crate::App;
use domain::id::AccountId;
use domain::time::to_ms;
use jiff::Timestamp;
use storage::{StoreError, Tx};

/// A fresh identifier of an account.
fn new_account_id(app: &App, at: Timestamp) -> AccountId {
    AccountId::from_parts(u64::try_from(to_ms(at)).unwrap_or_default(), app.random.number())
}

/// One transaction that reads; pins the error type, which the store leaves open.
async fn look<T: Send + 'static>(
    app: &App,
    work: impl FnMut(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    app.store.read(work).await
}

/// One transaction that writes; as [`look`].
async fn commit<T: Send + 'static>(
    app: &App,
    work: impl FnMut(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    app.store.write(work).await
}

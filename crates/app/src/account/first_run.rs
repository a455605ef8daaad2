//! The first administrator of an installation without accounts.

use super::manage::insert_with_grants;
use super::password;
use super::problem::{AccountProblem, ManageError};
use super::{log::Note, new_account_id, sign_in::normal_username};
use crate::App;
use crate::account::{commit, look};
use domain::place::UnitCode;
use domain::role::{Grant, Role};
use domain::time::{civil, to_ms};
use domain::validity::Validity;
use storage::account::{self, Account};
use storage::counter::Series;

/// The unit of the first administrator while no pack names any.
const NO_UNIT_YET: &str = "0";

/// Makes the first administrator, when there is no account at all; the answer is a password that must be changed
/// at the first log-in. Nothing when somebody has an account already.
///
/// # Errors
/// [`ManageError`].
pub async fn first_run_administrator(app: &App, username: &str) -> Result<Option<String>, ManageError> {
    let username = normal_username(username);
    if !super::manage::username_is_sound(&username) {
        return Err(ManageError::Problems(vec![AccountProblem::UsernameShape]));
    }
    if look(app, account::count).await? > 0 {
        return Ok(None);
    }
    let at = app.clock.now();
    let password = super::manage::temporary_password(app);
    let hash = password::hash(&password, app.random.number().to_be_bytes()).await?;
    let account = Account {
        id: new_account_id(app, at),
        username: username.clone(),
        name: "Quản trị viên".to_owned(),
        title: "Quản trị hệ thống".to_owned(),
        phone: String::new(),
        password_hash: hash,
        must_change_password: true,
        loopback_only: false,
        disabled_at: None,
        created_at: to_ms(at),
        version: 1,
    };
    let Some(unit) = top_unit(app) else {
        return Err(ManageError::Problems(vec![AccountProblem::NoSuchUnit]));
    };
    let grant = Grant { role: Role::Administrator, unit, validity: Validity::since(civil(at).date()) };
    let note = Note::new(app, "system", at, "first_administrator", &username, String::new());
    let made = commit(app, move |tx| {
        // Two first starts at the same moment: taking the number makes the second wait for the first to commit,
        // and then it finds the account of the first.
        storage::counter::take(tx, Series::FirstAdministrator, "")?;
        if account::count(tx)? > 0 {
            return Ok(false);
        }
        insert_with_grants(tx, &account, std::slice::from_ref(&grant))?;
        note.write(tx)?;
        Ok(true)
    })
    .await?;
    Ok(made.then_some(password))
}

/// The highest unit of today's policy.
fn top_unit(app: &App) -> Option<UnitCode> {
    let policy = app.policy();
    let on = civil(app.clock.now()).date();
    let top = policy.units().on(on).find(|unit| policy.units().parent_on(&unit.code, on).is_none());
    top.map(|unit| unit.code.clone()).or_else(|| NO_UNIT_YET.parse().ok())
}

//! What administrators do with accounts and roles. Every change has an entry in the log, in the same transaction.

mod edit;
mod roles;

pub use edit::{add, check, edit, reset_password, set_disabled};
pub use roles::{end_role, give_role};

use super::problem::{AccountProblem, ManageError};
use crate::account::look;
use crate::error::AppError;
use crate::{Actor, App, secret};
use domain::id::AccountId;
use domain::permit::Action;
use domain::role::Grant;
use domain::text::clean_line;
use domain::time::from_ms;
use jiff::Timestamp;
use std::collections::BTreeMap;
use storage::account::{self, Account};
use storage::{StoreError, Tx, ledger};

const TEXT_MAX: usize = 100;

/// An account with its roles, past and future ones too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The account.
    pub account: Account,
    /// Its roles.
    pub grants: Vec<Grant>,
}

/// A wish for a new account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAccount {
    /// Name of log-in.
    pub username: String,
    /// The person's name.
    pub name: String,
    /// Their title.
    pub title: String,
    /// Phone of the office.
    pub phone: String,
    /// The first roles.
    pub grants: Vec<Grant>,
}

/// A wish to change an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Which account.
    pub id: AccountId,
    /// The version that was looked at.
    pub version: i64,
    /// The person's name.
    pub name: String,
    /// Their title.
    pub title: String,
    /// Phone of the office.
    pub phone: String,
}

/// All accounts by name of log-in, with their roles.
///
/// # Errors
/// [`AppError::Denied`].
pub async fn list(app: &App, actor: &Actor) -> Result<Vec<Listed>, AppError> {
    ask(app, actor)?;
    let (accounts, grants) = look(app, |tx| Ok((account::list(tx)?, account::list_all_grants(tx)?))).await?;
    let mut of: BTreeMap<String, Vec<Grant>> = BTreeMap::new();
    for (id, grant) in grants {
        of.entry(id).or_default().push(grant);
    }
    let listed =
        |account: Account| Listed { grants: of.remove(&account.id.to_string()).unwrap_or_default(), account };
    Ok(accounts.into_iter().map(listed).collect())
}

/// One account.
///
/// # Errors
/// [`AppError::Denied`], [`AppError::NotFound`].
pub async fn read(app: &App, actor: &Actor, username: &str) -> Result<Listed, AppError> {
    ask(app, actor)?;
    let username = username.to_owned();
    let found = look(app, move |tx| {
        let Some(account) = account::find_by_username(tx, &username)? else { return Ok(None) };
        let grants = account::list_grants(tx, account.id)?;
        Ok(Some(Listed { account, grants }))
    });
    found.await?.ok_or(AppError::NotFound { what: "account" })
}

/// The right to manage accounts, and the time it was asked.
pub(super) fn ask(app: &App, actor: &Actor) -> Result<Timestamp, AppError> {
    let at = app.clock.now();
    actor.at_unit(&app.policy(), at, Action::ManageAccounts, &actor.unit)?;
    Ok(at)
}

/// Whether a name of log-in has the right shape.
pub(super) fn username_is_sound(username: &str) -> bool {
    let sound = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'.' || b == b'-';
    (3..=40).contains(&username.len())
        && username.bytes().all(sound)
        && username.starts_with(|c: char| c.is_ascii_lowercase())
}

/// A password somebody reads off a screen once: 60 random bits in groups of four.
pub(super) fn temporary_password(app: &App) -> String {
    let letters: Vec<char> = secret::fresh_token(app.random.as_ref()).chars().take(12).collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// Name, title and phone as they are kept, with everything wrong about them.
fn clean(name: &str, title: &str, phone: &str) -> ([String; 3], Vec<AccountProblem>) {
    let cleaned = [clean_line(name), clean_line(title), clean_line(phone)];
    let [name, title, phone] = &cleaned;
    let digits = phone.chars().filter(char::is_ascii_digit).count();
    let dialable =
        phone.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | ' ' | '.' | '-' | '(' | ')'));
    let checks = [
        (name.is_empty(), AccountProblem::NameMissing),
        (name.chars().count() > TEXT_MAX, AccountProblem::NameTooLong),
        (title.chars().count() > TEXT_MAX, AccountProblem::TitleTooLong),
        (!(phone.is_empty() || dialable && (3..=15).contains(&digits)), AccountProblem::PhoneShape),
    ];
    let problems = checks.into_iter().filter(|(wrong, _)| *wrong).map(|(_, problem)| problem).collect();
    (cleaned, problems)
}

/// Adds an account with roles.
pub(super) fn insert_with_grants(
    tx: &mut Tx<'_>,
    account: &Account,
    grants: &[Grant],
) -> Result<(), StoreError> {
    account::insert(tx, account)?;
    grants.iter().try_for_each(|grant| account::grant(tx, account.id, grant))
}

/// Who changed an account last, for whoever came too late.
async fn stale(app: &App, username: &str) -> ManageError {
    let username = username.to_owned();
    let found = look(app, move |tx| {
        let entries = ledger::list_log(tx, (i64::MAX, ""), 500)?;
        let Some(entry) = entries.into_iter().find(|entry| entry.object == username) else { return Ok(None) };
        let by = entry.actor.parse::<AccountId>().ok();
        let by = by.map_or(Ok(None), |id| account::find(tx, id))?;
        Ok(Some((by.map_or(entry.actor, |account| account.name), from_ms(entry.at))))
    });
    match found.await {
        Ok(found) => {
            let (by, at) = found.unwrap_or_else(|| (String::new(), app.clock.now()));
            AppError::Stale { by, at }.into()
        }
        Err(error) => error.into(),
    }
}

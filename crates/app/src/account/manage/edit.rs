//! Accounts themselves: add, edit, disable, a new password.

use super::super::problem::{AccountProblem, ManageError, refuse_any};
use super::super::{log::Note, new_account_id, password, sign_in::normal_username};
use super::{
    Edit, NewAccount, ask, clean, insert_with_grants, roles, stale, temporary_password, username_is_sound,
};
use crate::account::{commit, look};
use crate::error::AppError;
use crate::{Actor, App};
use domain::id::AccountId;
use domain::time::to_ms;
use storage::account::{self, Account};
use storage::{StoreError, session};

/// Adds an account. The answer is the password for the first log-in, to be shown once.
///
/// # Errors
/// [`ManageError::Problems`] with everything wrong, or as [`ask`](super::ask).
pub async fn add(app: &App, actor: &Actor, wish: NewAccount) -> Result<(AccountId, String), ManageError> {
    let at = ask(app, actor)?;
    refuse_any(check(app, &wish).await?)?;
    let username = normal_username(&wish.username);
    let ([name, title, phone], _) = clean(&wish.name, &wish.title, &wish.phone);
    let temporary = temporary_password(app);
    let password_hash = password::hash(&temporary, app.random.number().to_be_bytes()).await?;
    let account = Account {
        id: new_account_id(app, at),
        username,
        name,
        title,
        phone,
        password_hash,
        must_change_password: true,
        loopback_only: false,
        disabled_at: None,
        created_at: to_ms(at),
        version: 1,
    };
    let id = account.id;
    let detail = wish.grants.iter().map(roles::printed).collect::<Vec<_>>().join("; ");
    let note = Note::new(app, &actor.account.to_string(), at, "add_account", &account.username, detail);
    let added = commit(app, move |tx| {
        insert_with_grants(tx, &account, &wish.grants)?;
        note.write(tx)
    });
    match added.await {
        Ok(()) => Ok((id, temporary)),
        Err(StoreError::Unique { .. }) => Err(ManageError::Problems(vec![AccountProblem::UsernameTaken])),
        Err(error) => Err(error.into()),
    }
}

/// Everything wrong with a wish for a new account.
///
/// # Errors
/// [`StoreError`].
pub async fn check(app: &App, wish: &NewAccount) -> Result<Vec<AccountProblem>, StoreError> {
    let username = normal_username(&wish.username);
    let (_, mut problems) = clean(&wish.name, &wish.title, &wish.phone);
    if !username_is_sound(&username) {
        problems.insert(0, AccountProblem::UsernameShape);
    } else if taken(app, &username).await? {
        problems.insert(0, AccountProblem::UsernameTaken);
    }
    for (index, grant) in wish.grants.iter().enumerate() {
        problems.extend(roles::grant_problems(app, grant, wish.grants.get(..index).unwrap_or_default()));
    }
    Ok(problems)
}

async fn taken(app: &App, username: &str) -> Result<bool, StoreError> {
    let username = username.to_owned();
    look(app, move |tx| Ok(account::find_by_username(tx, &username)?.is_some())).await
}

/// The account an administrator means.
pub(super) async fn target(app: &App, id: AccountId) -> Result<Account, ManageError> {
    let found = look(app, move |tx| account::find(tx, id)).await?;
    Ok(found.ok_or(AppError::NotFound { what: "account" })?)
}

/// Changes name, title and phone.
///
/// # Errors
/// [`AppError::Stale`] when somebody changed the account since it was looked at.
pub async fn edit(app: &App, actor: &Actor, wish: Edit) -> Result<(), ManageError> {
    let at = ask(app, actor)?;
    let mut account = target(app, wish.id).await?;
    let ([name, title, phone], problems) = clean(&wish.name, &wish.title, &wish.phone);
    refuse_any(problems)?;
    let fields = [
        ("name", account.name != name),
        ("title", account.title != title),
        ("phone", account.phone != phone),
    ];
    let changed: Vec<&str> =
        fields.into_iter().filter(|(_, changed)| *changed).map(|(field, _)| field).collect();
    if changed.is_empty() && account.version == wish.version {
        return Ok(());
    }
    (account.name, account.title, account.phone, account.version) = (name, title, phone, wish.version);
    let note =
        Note::new(app, &actor.account.to_string(), at, "edit_account", &account.username, changed.join(", "));
    save(app, account, note, false).await
}

/// Disables an account, which ends its sessions and tokens at once, or enables it again.
///
/// # Errors
/// [`AccountProblem::OwnAccount`] for one's own; [`AppError::Stale`].
pub async fn set_disabled(
    app: &App,
    actor: &Actor,
    id: AccountId,
    version: i64,
    disabled: bool,
) -> Result<(), ManageError> {
    let at = ask(app, actor)?;
    if id == actor.account && disabled {
        return Err(ManageError::Problems(vec![AccountProblem::OwnAccount]));
    }
    let mut account = target(app, id).await?;
    account.version = version;
    account.disabled_at = disabled.then_some(to_ms(at));
    let action = if disabled { "disable_account" } else { "enable_account" };
    let note = Note::new(app, &actor.account.to_string(), at, action, &account.username, String::new());
    save(app, account, note, disabled).await
}

async fn save(app: &App, account: Account, note: Note, end_sessions: bool) -> Result<(), ManageError> {
    let username = account.username.clone();
    let saved = commit(app, move |tx| {
        account::update(tx, &account)?;
        if end_sessions {
            session::delete_all(tx, &account.id.to_string())?;
        }
        note.write(tx)
    });
    match saved.await {
        Ok(()) => Ok(()),
        Err(StoreError::Conflict { .. }) => Err(stale(app, &username).await),
        Err(error) => Err(error.into()),
    }
}

/// Sets a password that must be changed at the next log-in, and ends all sessions. The answer is shown once.
///
/// # Errors
/// [`ManageError`].
pub async fn reset_password(app: &App, actor: &Actor, id: AccountId) -> Result<String, ManageError> {
    let at = ask(app, actor)?;
    let account = target(app, id).await?;
    let temporary = temporary_password(app);
    let hash = password::hash(&temporary, app.random.number().to_be_bytes()).await?;
    let note =
        Note::new(app, &actor.account.to_string(), at, "reset_password", &account.username, String::new());
    commit(app, move |tx| {
        account::set_password(tx, id, &hash, true)?;
        session::delete_all(tx, &id.to_string())?;
        note.write(tx)
    })
    .await?;
    Ok(temporary)
}

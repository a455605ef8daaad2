//! Tokens for programs: one role at one unit, shown once, ended at any time.

use super::log::Note;
use super::manage::ask;
use super::origin::Origin;
use super::problem::{AccountProblem, ManageError, refuse_any};
use crate::account::{commit, look};
use crate::error::AppError;
use crate::{Actor, App, secret};
use domain::id::{AccountId, TokenId};
use domain::place::UnitCode;
use domain::role::{Grant, Role};
use domain::text::clean_line;
use domain::time::{civil, to_ms};
use jiff::Timestamp;
use storage::session::{self, TokenRow};
use storage::{StoreError, account};

/// What every token begins with, so that scanners for leaked secrets find it.
pub const PREFIX: &str = "khc_";

/// A wish for a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewToken {
    /// For whom it acts.
    pub account: AccountId,
    /// What it is for.
    pub label: String,
    /// The one role it has; the account must hold it.
    pub role: Role,
    /// The one unit.
    pub unit: UnitCode,
    /// When it ends; never, when absent.
    pub expires_at: Option<Timestamp>,
}

/// Makes a token. The answer is the token itself, to be shown once.
///
/// # Errors
/// [`ManageError::Problems`] with everything wrong.
pub async fn create(app: &App, actor: &Actor, wish: NewToken) -> Result<String, ManageError> {
    let at = ask(app, actor)?;
    let (id, on) = (wish.account, civil(at).date());
    let (owner, held) =
        look(app, move |tx| Ok((account::find(tx, id)?, account::list_grants(tx, id)?))).await?;
    let owner = owner.ok_or(AppError::NotFound { what: "account" })?;
    let label = clean_line(&wish.label);
    let holds = held.iter().any(|g| g.role == wish.role && g.unit == wish.unit && g.is_in_force(on));
    let checks = [
        (label.is_empty(), AccountProblem::LabelMissing),
        (label.chars().count() > 100, AccountProblem::LabelTooLong),
        (wish.role == Role::Administrator, AccountProblem::TokenForAdministrator),
        (!holds, AccountProblem::TokenWithoutRole),
        (wish.expires_at.is_some_and(|end| end <= at), AccountProblem::TokenOver),
    ];
    refuse_any(checks.into_iter().filter(|(wrong, _)| *wrong).map(|(_, problem)| problem).collect())?;
    let token = format!("{PREFIX}{}", secret::fresh_token(app.random.as_ref()));
    let row = TokenRow {
        id: TokenId::from_parts(u64::try_from(to_ms(at)).unwrap_or_default(), app.random.number())
            .to_string(),
        account_id: id.to_string(),
        label,
        role: wish.role.name().to_owned(),
        unit: wish.unit.to_string(),
        created_at: to_ms(at),
        expires_at: wish.expires_at.map(to_ms),
        revoked_at: None,
    };
    let detail = format!("{} {} {}", row.id, row.role, row.unit);
    let note = Note::new(app, &actor.account.to_string(), at, "create_token", &owner.username, detail);
    let hash = secret::token_hash(&token);
    let kept = commit(app, move |tx| {
        session::insert_token(tx, &hash, &row)?;
        note.write(tx)
    });
    kept.await?;
    Ok(token)
}

/// All tokens, newest first, ended ones too.
///
/// # Errors
/// [`AppError::Denied`].
pub async fn list(app: &App, actor: &Actor) -> Result<Vec<TokenRow>, AppError> {
    ask(app, actor)?;
    Ok(look(app, session::list_tokens).await?)
}

/// Ends a token at once; says whether there was one to end.
///
/// # Errors
/// [`AppError::Denied`].
pub async fn revoke(app: &App, actor: &Actor, id: TokenId) -> Result<bool, AppError> {
    let at = ask(app, actor)?;
    let id = id.to_string();
    let note = Note::new(app, &actor.account.to_string(), at, "revoke_token", &id, String::new());
    let ended = commit(app, move |tx| {
        let ended = session::revoke_token(tx, &id, to_ms(at))?;
        if ended {
            note.write(tx)?;
        }
        Ok(ended)
    });
    Ok(ended.await?)
}

/// Who a token acts for, with its one role; nothing when it ended, or the account lost the role, was disabled, or does
/// not work from there.
///
/// # Errors
/// [`StoreError`].
pub async fn by_token(app: &App, bearer: &str, origin: Origin) -> Result<Option<Actor>, StoreError> {
    let at = app.clock.now();
    let (now, on) = (to_ms(at), civil(at).date());
    let hash = secret::token_hash(bearer);
    let found = look(app, move |tx| {
        let live = |row: &TokenRow| row.revoked_at.is_none() && row.expires_at.is_none_or(|end| now < end);
        let Some(row) = session::find_token(tx, &hash)?.filter(live) else { return Ok(None) };
        let Ok(id) = row.account_id.parse::<AccountId>() else { return Ok(None) };
        let open = |owner: &account::Account| {
            owner.disabled_at.is_none() && (!owner.loopback_only || origin.is_this_machine())
        };
        let Some(owner) = account::find(tx, id)?.filter(open) else { return Ok(None) };
        let is_its = |grant: &Grant| {
            grant.role.name() == row.role && grant.unit.as_str() == row.unit && grant.is_in_force(on)
        };
        let grant = account::list_grants(tx, id)?.into_iter().find(is_its);
        Ok(grant.map(|grant| Actor {
            account: id,
            name: owner.name,
            title: owner.title,
            unit: grant.unit.clone(),
            grants: vec![grant],
            stand_ins: Vec::new(),
        }))
    });
    found.await
}

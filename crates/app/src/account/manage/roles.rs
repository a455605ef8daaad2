//! Roles with dates.

use super::super::log::Note;
use super::super::problem::{AccountProblem, ManageError, refuse_any};
use super::ask;
use super::edit::target;
use crate::account::{commit, look};
use crate::{Actor, App};
use domain::id::AccountId;
use domain::role::{Grant, Role};
use domain::time::civil;
use jiff::civil::Date;
use storage::{StoreError, account};

/// Everything wrong with a role beside others of the same person.
pub(super) fn grant_problems(app: &App, grant: &Grant, others: &[Grant]) -> Vec<AccountProblem> {
    let beside = |other: &&Grant| **other != *grant && other.validity.overlaps(&grant.validity);
    let differs = |other: &Grant, role: Role| (other.role == role) != (grant.role == role);
    let mut near = others.iter().filter(beside);
    let mut far = others.iter().filter(beside);
    let checks = [
        (
            app.policy().units().unit(&grant.unit, grant.validity.from).is_none()
                && app.policy().units().unit(&grant.unit, civil(app.clock.now()).date()).is_none(),
            AccountProblem::NoSuchUnit,
        ),
        (grant.validity.to.is_some_and(|to| to < grant.validity.from), AccountProblem::PeriodBackwards),
        (
            near.any(|other| other.unit == grant.unit && differs(other, Role::Volunteer)),
            AccountProblem::VolunteerAlone,
        ),
        (far.any(|other| differs(other, Role::Program)), AccountProblem::ProgramAlone),
    ];
    checks.into_iter().filter(|(wrong, _)| *wrong).map(|(_, problem)| problem).collect()
}

/// A role in the log: `receiver 10852 2024-02-02..`.
pub(super) fn printed(grant: &Grant) -> String {
    let to = grant.validity.to.map(|to| to.to_string()).unwrap_or_default();
    format!("{} {} {}..{to}", grant.role.name(), grant.unit, grant.validity.from)
}

/// Gives a role from a day on, or changes the last day of one given before.
///
/// # Errors
/// [`ManageError::Problems`]: nobody gives one to themselves, and a volunteer helps but holds no other role there.
pub async fn give_role(app: &App, actor: &Actor, id: AccountId, grant: Grant) -> Result<(), ManageError> {
    let at = ask(app, actor)?;
    let account = target(app, id).await?;
    let mut problems = Vec::new();
    if id == actor.account {
        problems.push(AccountProblem::OwnRole);
    }
    let held = look(app, move |tx| account::list_grants(tx, id)).await?;
    let same = |other: &&Grant| {
        other.role == grant.role && other.unit == grant.unit && other.validity.from == grant.validity.from
    };
    let others: Vec<Grant> = held.iter().filter(|other| !same(other)).cloned().collect();
    problems.extend(grant_problems(app, &grant, &others));
    refuse_any(problems)?;
    let note =
        Note::new(app, &actor.account.to_string(), at, "give_role", &account.username, printed(&grant));
    let given = commit(app, move |tx| {
        account::grant(tx, id, &grant)?;
        note.write(tx)
    });
    Ok(given.await?)
}

/// Ends a role with a last day, or at once: whoever is logged in loses it with their next request.
///
/// # Errors
/// [`AccountProblem::LastAdministrator`] for one's own last right as administrator.
pub async fn end_role(
    app: &App,
    actor: &Actor,
    id: AccountId,
    grant: Grant,
    last: Option<Date>,
) -> Result<(), ManageError> {
    let at = ask(app, actor)?;
    let account = target(app, id).await?;
    let today = civil(at).date();
    // A day before today holds no longer, whatever the hour.
    let last = last.unwrap_or_else(|| today.yesterday().unwrap_or(today));
    let held = look(app, move |tx| account::list_grants(tx, id)).await?;
    let is_meant = |other: &Grant| {
        other.role == grant.role && other.unit == grant.unit && other.validity.from == grant.validity.from
    };
    let mut problems = Vec::new();
    if !held.iter().any(is_meant) {
        problems.push(AccountProblem::NoSuchRole);
    }
    let another =
        |other: &Grant| other.role == Role::Administrator && !is_meant(other) && other.is_in_force(today);
    if id == actor.account && grant.role == Role::Administrator && !held.iter().any(another) {
        problems.push(AccountProblem::LastAdministrator);
    }
    refuse_any(problems)?;
    let detail = format!("{} last {last}", printed(&grant));
    let note = Note::new(app, &actor.account.to_string(), at, "end_role", &account.username, detail);
    let ended = commit(app, move |tx| {
        account::end_grant(tx, id, &grant, last)?;
        note.write(tx)
    });
    match ended.await {
        Err(StoreError::Conflict { .. }) => Err(ManageError::Problems(vec![AccountProblem::NoSuchRole])),
        other => Ok(other?),
    }
}

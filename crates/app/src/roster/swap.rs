//! Asking somebody to stand in, and their answer. When they take it, the roster changes in the same transaction.

use super::read::Material;
use super::set::keep;
use super::{loaded, stored};
use crate::error::AppError;
use crate::notify::{self, Kind, Message};
use crate::presence::new_id;
use crate::{Actor, App};
use domain::id::AccountId;
use domain::permit::DayAct;
use domain::place::UnitCode;
use domain::promise::Duty;
use domain::roster::{Conflict, Shift};
use domain::text::clean_line;
use domain::time::{civil, to_ms};
use jiff::civil::Date;
use storage::dossier::day_number;
use storage::roster::day;
use storage::roster::swap::{self, SwapRow};
use storage::{Tx, account};

/// Why a wish or an answer was not taken.
#[derive(Debug)]
pub enum SwapError {
    /// The actor has no shift that day, or it is over.
    NoShift,
    /// The substitute is the actor, or not of the unit.
    Substitute,
    /// No reason was given.
    ReasonMissing,
    /// Whoever stands in cannot: everything that speaks against it.
    Wrong(Vec<Conflict>),
    /// It was answered already, or the shift is no longer there.
    Settled,
    /// Anything else.
    App(AppError),
}

impl From<AppError> for SwapError {
    fn from(error: AppError) -> Self {
        Self::App(error)
    }
}

impl From<storage::StoreError> for SwapError {
    fn from(error: storage::StoreError) -> Self {
        Self::App(AppError::Store(error))
    }
}

/// Asks somebody of the unit to take over all of the actor's shifts of a day.
///
/// # Errors
/// [`SwapError`].
pub async fn ask(
    app: &App,
    actor: &Actor,
    unit: &UnitCode,
    on: Date,
    substitute: AccountId,
    reason: &str,
) -> Result<(), SwapError> {
    let (at, policy) = (app.clock.now(), app.policy());
    actor.at_unit(&policy, at, DayAct::CheckIn.into(), unit)?;
    let reason = clean_line(reason);
    if reason.is_empty() {
        return Err(SwapError::ReasonMissing);
    }
    if on < civil(at).date() {
        return Err(SwapError::NoShift);
    }
    let row = SwapRow {
        id: new_id(app, at, "swp"),
        unit: unit.to_string(),
        on_day: day_number(on),
        account_id: actor.account.to_string(),
        substitute: substitute.to_string(),
        reason: reason.clone(),
        state: "asked".to_owned(),
    };
    let (code, actor) = (unit.clone(), actor.clone());
    let written = app.store.write(move |tx| {
        let material = Material::load(tx, &policy, &code, on)?;
        if substitute == actor.account || !material.members.iter().any(|member| member.person == substitute) {
            return Err(SwapError::Substitute);
        }
        let shifts = shifts_of(tx, &code, on)?;
        if !shifts.iter().any(|shift| shift.person == actor.account) {
            return Err(SwapError::NoShift);
        }
        let mut wrong = material.conflicts(&taken_over(&shifts, actor.account, substitute));
        wrong.retain(Conflict::is_wrong);
        if !wrong.is_empty() {
            return Err(SwapError::Wrong(wrong));
        }
        let open = swap::list(tx, code.as_str(), row.on_day)?;
        let same = |other: &SwapRow| {
            other.state == "asked" && other.account_id == row.account_id && other.substitute == row.substitute
        };
        // Pressed twice: the wish stands already.
        if open.iter().any(same) {
            return Ok(());
        }
        swap::ask(tx, &row, to_ms(at))?;
        let args = [("name", actor.name.clone()), ("on", on.to_string()), ("reason", reason.clone())];
        notify::to_person(tx, at, &code, substitute, &Message::new(Kind::SubstituteAsked, args))?;
        Ok(())
    });
    written.await?;
    app.announce(unit);
    Ok(())
}

fn shifts_of(tx: &mut Tx<'_>, unit: &UnitCode, on: Date) -> Result<Vec<Shift>, storage::StoreError> {
    let number = day_number(on);
    let rows = day::list_shifts(tx, unit.as_str(), (number, number))?;
    Ok(rows.iter().filter_map(loaded).collect())
}

/// The roster with one person's shifts in another's hands.
fn taken_over(shifts: &[Shift], from: AccountId, to: AccountId) -> Vec<Shift> {
    let hand = |shift: &Shift| {
        if shift.person == from {
            Shift { person: to, stands_for: Some(from), ..shift.clone() }
        } else {
            shift.clone()
        }
    };
    shifts.iter().map(hand).collect()
}

/// The substitute (or the planner in their name) takes it or not.
///
/// # Errors
/// [`SwapError`]; [`AppError::NotFound`] for whoever it does not concern.
pub async fn answer(app: &App, actor: &Actor, id: &str, take: bool) -> Result<(), SwapError> {
    let (at, policy) = (app.clock.now(), app.policy());
    let (id, actor) = (id.to_owned(), actor.clone());
    let written = app.store.write(move |tx| {
        let missing = || AppError::NotFound { what: "wish" };
        let row = swap::find(tx, &id)?.ok_or_else(missing)?;
        let unit: UnitCode = row.unit.parse().map_err(|_| missing())?;
        let plans = actor.may_at(&policy, at, DayAct::PlanRoster.into(), &unit);
        if row.substitute != actor.account.to_string() && !plans {
            return Err(missing().into());
        }
        let (asker, substitute): (AccountId, AccountId) =
            (row.account_id.parse().map_err(|_| missing())?, row.substitute.parse().map_err(|_| missing())?);
        let on = super::date_of(row.on_day).ok_or_else(missing)?;
        let state = if take { "taken" } else { "refused" };
        let by = actor.account.to_string();
        if !swap::settle(tx, &id, state, (to_ms(at), &by))? {
            // The same answer twice is harmless; another one comes too late.
            return if row.state == state { Ok(unit) } else { Err(SwapError::Settled) };
        }
        if take {
            hand_over(tx, (&policy, &unit, on), asker, substitute, (to_ms(at), actor.account))?;
        }
        let name = account::find(tx, substitute)?.map(|account| account.name).unwrap_or_default();
        let args = [("name", name), ("on", on.to_string())];
        let kind = if take { Kind::SubstituteTaken } else { Kind::SubstituteRefused };
        let message = Message::new(kind, args);
        notify::to_person(tx, at, &unit, asker, &message)?;
        notify::to_duty(tx, at, &unit, Duty::Approve, &message)?;
        Ok(unit)
    });
    let unit = written.await?;
    app.announce(&unit);
    Ok(())
}

fn hand_over(
    tx: &mut Tx<'_>,
    (policy, unit, on): (&crate::Policy, &UnitCode, Date),
    asker: AccountId,
    substitute: AccountId,
    (now_ms, by): (i64, AccountId),
) -> Result<(), SwapError> {
    let material = Material::load(tx, policy, unit, on)?;
    let shifts = shifts_of(tx, unit, on)?;
    let head = day::find_head(tx, unit.as_str(), day_number(on))?;
    let Some(head) = head.filter(|_| shifts.iter().any(|shift| shift.person == asker)) else {
        return Err(SwapError::Settled);
    };
    let after = taken_over(&shifts, asker, substitute);
    let mut wrong = material.conflicts(&after);
    wrong.retain(Conflict::is_wrong);
    if !wrong.is_empty() {
        return Err(SwapError::Wrong(wrong));
    }
    let rows: Vec<_> = after.iter().map(stored).collect();
    keep(tx, (unit, on), head.version, &rows, (now_ms, by))?;
    // Both were told: what was published stays published.
    if head.published_at.is_some() {
        day::publish(tx, (unit.as_str(), day_number(on)), head.version + 1, now_ms)?;
    }
    Ok(())
}

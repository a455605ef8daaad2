//! Qualifications by sector, absences, and delegations of approval.

use super::date_of;
use crate::error::AppError;
use crate::notify::{self, Kind, Message};
use crate::presence::new_id;
use crate::{Actor, App};
use domain::id::AccountId;
use domain::permit::{Action, DayAct};
use domain::place::UnitCode;
use domain::procedure::SectorCode;
use domain::promise::Duty;
use domain::role::Role;
use domain::roster::{AbsenceKind, Delegation, DelegationProblem, Qualifications};
use domain::text::clean_line;
use domain::time::{civil, to_ms};
use jiff::civil::Date;
use storage::Tx;
use storage::dossier::day_number;
use storage::roster::day::{self, MemberRow};
use storage::roster::rights::{self, AbsenceRow, DelegationRow};

/// Longest note or reason, in characters.
pub const NOTE_CHARS_MAX: usize = 200;

/// Absences are shown this many days ahead.
const AHEAD_DAYS: i64 = 120;

/// What is wrong with an absence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AbsenceProblem {
    /// Nobody was named, or somebody who is not of the unit.
    Person,
    /// It ends before it begins.
    Backwards,
    /// It is over already.
    Past,
    /// The note is too long.
    NoteTooLong,
}

/// Why a wish was not carried out.
#[derive(Debug)]
pub enum RightsError<P> {
    /// Everything wrong with it.
    Problems(Vec<P>),
    /// Anything else.
    App(AppError),
}

impl<P> From<AppError> for RightsError<P> {
    fn from(error: AppError) -> Self {
        Self::App(error)
    }
}

impl<P> From<storage::StoreError> for RightsError<P> {
    fn from(error: storage::StoreError) -> Self {
        Self::App(AppError::Store(error))
    }
}

/// People of a unit with what they are qualified for.
///
/// # Errors
/// [`AppError::Denied`].
pub async fn qualified(
    app: &App,
    actor: &Actor,
    unit: &UnitCode,
) -> Result<(Vec<MemberRow>, Qualifications), AppError> {
    let at = app.clock.now();
    actor.at_unit(&app.policy(), at, DayAct::ReadRoster.into(), unit)?;
    let (code, today) = (unit.clone(), day_number(civil(at).date()));
    let read = app.store.read(move |tx| {
        let people = day::list_members(tx, code.as_str(), today)?;
        let rows = rights::list_qualifications(tx, code.as_str())?;
        Ok((people, crate::presence::qualifications(rows)))
    });
    read.await.map_err(AppError::Store)
}

/// Replaces what somebody is named for at a unit. A sector nobody is named for stays open to all who hold the role.
///
/// # Errors
/// [`AppError::Denied`]; [`AppError::NotFound`] for somebody who is not of the unit.
pub async fn qualify(
    app: &App,
    actor: &Actor,
    unit: &UnitCode,
    person: AccountId,
    rows: Vec<(Duty, SectorCode)>,
) -> Result<(), AppError> {
    let at = app.clock.now();
    actor.at_unit(&app.policy(), at, DayAct::PlanRoster.into(), unit)?;
    let (code, by, today) = (unit.clone(), actor.account.to_string(), day_number(civil(at).date()));
    let kept: Vec<(String, String)> = rows
        .into_iter()
        .filter(|(duty, _)| matches!(duty, Duty::Appraise | Duty::Approve))
        .map(|(duty, sector)| (duty.name().to_owned(), sector.as_str().to_owned()))
        .collect();
    let written = app.store.write(move |tx| {
        if member(tx, &code, person, today)?.is_none() {
            return Err(AppError::NotFound { what: "person of the unit" });
        }
        let key = (code.as_str(), &*person.to_string());
        rights::qualify(tx, key, &kept, (to_ms(at), &by)).map_err(AppError::Store)
    });
    written.await?;
    app.announce(unit);
    Ok(())
}

fn member(
    tx: &mut Tx<'_>,
    unit: &UnitCode,
    person: AccountId,
    on_day: i64,
) -> Result<Option<MemberRow>, storage::StoreError> {
    Ok(day::list_members(tx, unit.as_str(), on_day)?.into_iter().find(|row| row.id == person))
}

/// An absence as wished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAbsence {
    /// Who.
    pub person: AccountId,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Why.
    pub kind: AbsenceKind,
    /// A note for the planner; nothing about an illness belongs here.
    pub note: String,
}

/// Absences of a unit's people from today on, with names.
///
/// # Errors
/// [`AppError::Denied`].
pub async fn absences(
    app: &App,
    actor: &Actor,
    unit: &UnitCode,
) -> Result<(Vec<MemberRow>, Vec<AbsenceRow>), AppError> {
    let at = app.clock.now();
    actor.at_unit(&app.policy(), at, DayAct::ReadRoster.into(), unit)?;
    let (code, today) = (unit.clone(), day_number(civil(at).date()));
    let read = app.store.read(move |tx| {
        let people = day::list_members(tx, code.as_str(), today)?;
        Ok((people, rights::list_absences(tx, code.as_str(), (today, today + AHEAD_DAYS))?))
    });
    read.await.map_err(AppError::Store)
}

/// Records an absence: one's own, or anybody's of the unit as the planner. The roster shows the clash at once.
///
/// # Errors
/// [`RightsError::Problems`]; [`AppError::Denied`].
pub async fn add_absence(
    app: &App,
    actor: &Actor,
    unit: &UnitCode,
    wish: NewAbsence,
) -> Result<(), RightsError<AbsenceProblem>> {
    let at = app.clock.now();
    let today = civil(at).date();
    actor.at_unit(&app.policy(), at, own_or_planned(actor, wish.person), unit)?;
    let note = clean_line(&wish.note);
    let checks = [
        (wish.to < wish.from, AbsenceProblem::Backwards),
        (wish.from <= wish.to && wish.to < today, AbsenceProblem::Past),
        (note.chars().count() > NOTE_CHARS_MAX, AbsenceProblem::NoteTooLong),
    ];
    let mut problems: Vec<_> =
        checks.into_iter().filter(|(wrong, _)| *wrong).map(|(_, problem)| problem).collect();
    let row = AbsenceRow {
        id: new_id(app, at, "abs"),
        account_id: wish.person.to_string(),
        from_day: day_number(wish.from),
        to_day: day_number(wish.to),
        kind: wish.kind.name().to_owned(),
        note,
    };
    let (code, by) = (unit.clone(), actor.account.to_string());
    let written = app.store.write(move |tx| {
        if member(tx, &code, wish.person, day_number(today))?.is_none() {
            problems.push(AbsenceProblem::Person);
            problems.dedup();
        }
        if !problems.is_empty() {
            return Err(RightsError::Problems(problems.clone()));
        }
        Ok(rights::add_absence(tx, &row, (to_ms(at), &by))?)
    });
    written.await?;
    app.announce(unit);
    Ok(())
}

/// One's own days anybody may say; those of others the planner.
fn own_or_planned(actor: &Actor, person: AccountId) -> Action {
    if actor.account == person { DayAct::CheckIn.into() } else { DayAct::PlanRoster.into() }
}

/// Takes an absence back; one that was taken back already stays so.
///
/// # Errors
/// [`AppError::NotFound`] also where the actor has no right to it.
pub async fn end_absence(app: &App, actor: &Actor, unit: &UnitCode, id: &str) -> Result<(), AppError> {
    let (at, policy) = (app.clock.now(), app.policy());
    let (code, id, actor) = (unit.clone(), id.to_owned(), actor.clone());
    let ended = app.store.write(move |tx| {
        let missing = || AppError::NotFound { what: "absence" };
        let Some(row) = rights::find_absence(tx, &id)? else { return Ok(()) };
        let person: AccountId = row.account_id.parse().map_err(|_| missing())?;
        actor.at_unit(&policy, at, own_or_planned(&actor, person), &code).map_err(|_| missing())?;
        if member(tx, &code, person, day_number(civil(at).date()))?.is_none() {
            return Err(missing());
        }
        rights::end_absence(tx, &id, to_ms(at))?;
        Ok(())
    });
    ended.await?;
    app.announce(unit);
    Ok(())
}

/// A delegation as wished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDelegation {
    /// Who shall approve.
    pub deputy: AccountId,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Why, in the leader's words.
    pub reason: String,
}

/// A delegation with the names of both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delegated {
    /// The delegation.
    pub delegation: Delegation,
    /// Who gave it.
    pub leader: String,
    /// Who may use it.
    pub deputy: String,
    /// Why.
    pub reason: String,
}

/// Delegations of a unit in force or to come, and everybody of the unit.
///
/// # Errors
/// [`AppError::Denied`].
pub async fn delegations(
    app: &App,
    actor: &Actor,
    unit: &UnitCode,
) -> Result<(Vec<MemberRow>, Vec<Delegated>), AppError> {
    let at = app.clock.now();
    actor.at_unit(&app.policy(), at, DayAct::ReadRoster.into(), unit)?;
    let (code, today) = (unit.clone(), day_number(civil(at).date()));
    let read = app.store.read(move |tx| {
        let people = day::list_members(tx, code.as_str(), today)?;
        let rows = rights::list_delegations(tx, code.as_str(), (today, i64::MAX))?;
        let name = |id: AccountId| people.iter().find(|row| row.id == id).map(|row| row.name.clone());
        let shown = |row: DelegationRow| {
            let delegation = delegation(&row)?;
            Some(Delegated {
                leader: name(delegation.leader).unwrap_or_default(),
                deputy: name(delegation.deputy).unwrap_or_default(),
                reason: row.reason,
                delegation,
            })
        };
        let shown = rows.into_iter().filter_map(shown).collect();
        Ok((people, shown))
    });
    read.await.map_err(AppError::Store)
}

fn delegation(row: &DelegationRow) -> Option<Delegation> {
    Some(Delegation {
        id: row.id.clone(),
        unit: row.unit.parse().ok()?,
        leader: row.leader.parse().ok()?,
        deputy: row.deputy.parse().ok()?,
        from: date_of(row.from_day)?,
        to: date_of(row.to_day)?,
    })
}

/// The actor, a leader of the unit, lets a deputy approve from one day to another.
///
/// # Errors
/// [`RightsError::Problems`]; [`AppError::Denied`].
pub async fn delegate(
    app: &App,
    actor: &Actor,
    unit: &UnitCode,
    wish: NewDelegation,
) -> Result<(), RightsError<DelegationProblem>> {
    let at = app.clock.now();
    actor.at_unit(&app.policy(), at, DayAct::Delegate.into(), unit)?;
    let made = Delegation {
        id: new_id(app, at, "dlg"),
        unit: unit.clone(),
        leader: actor.account,
        deputy: wish.deputy,
        from: wish.from,
        to: wish.to,
    };
    let reason: String = clean_line(&wish.reason).chars().take(NOTE_CHARS_MAX).collect();
    let (today, name) = (civil(at).date(), actor.name.clone());
    let written = app.store.write(move |tx| {
        let code = made.unit.as_str();
        let roles: Vec<Role> =
            member(tx, &made.unit, made.deputy, day_number(today))?.map(|row| row.roles).unwrap_or_default();
        let others = rights::list_delegations(tx, code, (day_number(today), i64::MAX))?;
        let others: Vec<Delegation> = others.iter().filter_map(delegation).collect();
        let problems = made.problems(today, &roles, &others);
        if !problems.is_empty() {
            return Err(RightsError::Problems(problems));
        }
        let row = DelegationRow {
            id: made.id.clone(),
            unit: code.to_owned(),
            leader: made.leader.to_string(),
            deputy: made.deputy.to_string(),
            from_day: day_number(made.from),
            to_day: day_number(made.to),
            reason: reason.clone(),
        };
        rights::delegate(tx, &row, (to_ms(at), &row.leader))?;
        let days = [("name", name.clone()), ("from", made.from.to_string()), ("to", made.to.to_string())];
        notify::to_person(tx, at, &made.unit, made.deputy, &Message::new(Kind::Delegated, days))?;
        Ok(())
    });
    written.await?;
    app.announce(unit);
    Ok(())
}

/// Ends a delegation at once, by any leader of the unit; one that was ended already stays so.
///
/// # Errors
/// [`AppError::Denied`].
pub async fn revoke(app: &App, actor: &Actor, unit: &UnitCode, id: &str) -> Result<(), AppError> {
    let at = app.clock.now();
    actor.at_unit(&app.policy(), at, DayAct::Delegate.into(), unit)?;
    let (code, id, name) = (unit.clone(), id.to_owned(), actor.name.clone());
    let ended = app.store.write(move |tx| {
        let found = rights::find_delegation(tx, &id)?.filter(|row| row.unit == code.as_str());
        let Some(row) = found else { return Ok(()) };
        if rights::revoke(tx, &id, to_ms(at))?
            && let Ok(deputy) = row.deputy.parse::<AccountId>()
        {
            let message = Message::new(Kind::DelegationRevoked, [("name", name.clone())]);
            notify::to_person(tx, at, &code, deputy, &message)?;
        }
        Ok::<_, AppError>(())
    });
    ended.await?;
    app.announce(unit);
    Ok(())
}

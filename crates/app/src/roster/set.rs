//! Replacing a day's roster, beginning from the week before, publishing it.

use super::read::{DayPlan, Material, plan};
use super::{loaded, stored};
use crate::error::AppError;
use crate::notify::{self, Kind, Message};
use crate::{Actor, App};
use domain::id::AccountId;
use domain::permit::DayAct;
use domain::place::UnitCode;
use domain::roster::{AbsenceKind, Conflict, Shift};
use domain::time::{from_ms, to_ms};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeSet;
use storage::dossier::day_number;
use storage::roster::day::{self, ShiftRow};
use storage::{StoreError, Tx};

/// Most shifts of a unit's day.
pub const SHIFTS_MAX: usize = 100;

/// How many weeks back a roster is looked for to copy.
const WEEKS_BACK: i32 = 5;

/// Why a roster was not kept.
#[derive(Debug)]
pub enum SetError {
    /// It contradicts itself or the world; everything that does, gaps left out.
    Wrong(Vec<Conflict>),
    /// Anything else; [`AppError::Stale`] names who was faster.
    App(AppError),
}

impl From<AppError> for SetError {
    fn from(error: AppError) -> Self {
        Self::App(error)
    }
}

impl From<StoreError> for SetError {
    fn from(error: StoreError) -> Self {
        Self::App(AppError::Store(error))
    }
}

/// Replaces the shifts of a day. `seen` is the version that was looked at, 0 when there was none. Sending the same list
/// twice is harmless. What was published before must be published again.
///
/// # Errors
/// [`SetError::Wrong`]; [`AppError::Stale`] when somebody else planned meanwhile; [`AppError::Denied`].
pub async fn set(
    app: &App,
    actor: &Actor,
    unit: &UnitCode,
    on: Date,
    seen: i64,
    shifts: Vec<Shift>,
) -> Result<DayPlan, SetError> {
    let (at, policy) = (app.clock.now(), app.policy());
    actor.at_unit(&policy, at, DayAct::PlanRoster.into(), unit)?;
    let (code, by) = (unit.clone(), actor.account);
    let kept = app.store.write(move |tx| {
        let material = Material::load(tx, &policy, &code, on)?;
        let mut wrong = material.conflicts(&shifts);
        wrong.retain(Conflict::is_wrong);
        if !wrong.is_empty() || shifts.len() > SHIFTS_MAX {
            return Err(SetError::Wrong(wrong));
        }
        let rows: Vec<ShiftRow> = shifts.iter().map(stored).collect();
        keep(tx, (&code, on), seen, &rows, (to_ms(at), by))?;
        Ok(DayPlan { may_plan: true, ..plan(tx, &policy, &code, on, at)? })
    });
    let kept = kept.await?;
    app.announce(unit);
    Ok(kept)
}

/// Writes the shifts over the version that was looked at.
pub(super) fn keep(
    tx: &mut Tx<'_>,
    (unit, on): (&UnitCode, Date),
    seen: i64,
    rows: &[ShiftRow],
    (now_ms, by): (i64, AccountId),
) -> Result<(), AppError> {
    let key = (unit.as_str(), day_number(on));
    match day::replace(tx, key, seen, rows, (now_ms, &by.to_string())) {
        Err(StoreError::Conflict { .. }) => {
            let kept = day::list_shifts(tx, key.0, (key.1, key.1))?;
            let head = day::find_head(tx, key.0, key.1)?;
            match head {
                // The same list pressed twice.
                Some(_) if kept == rows => Ok(()),
                Some(head) => Err(AppError::Stale { by: head.changed_by, at: from_ms(head.changed_at) }),
                None => Err(AppError::Stale { by: String::new(), at: from_ms(now_ms) }),
            }
        }
        other => other.map_err(AppError::Store),
    }
}

/// The shifts of an earlier week, put on another day and not yet kept.
#[derive(Debug, Clone)]
pub struct Copied {
    /// The day they come from.
    pub from: Date,
    /// The shifts of everybody who can come.
    pub shifts: Vec<Shift>,
    /// Who was left out: the name, and why they are away; nothing when they no longer hold the role.
    pub left_out: Vec<(String, Option<AbsenceKind>)>,
}

/// The last roster on the same day of the week, without who is absent or gone; nothing when there is none within five
/// weeks. Nothing is written: it is looked at before it is kept.
///
/// # Errors
/// [`AppError::Denied`].
pub async fn copy_week_before(
    app: &App,
    actor: &Actor,
    unit: &UnitCode,
    on: Date,
) -> Result<Option<Copied>, AppError> {
    let (at, policy) = (app.clock.now(), app.policy());
    actor.at_unit(&policy, at, DayAct::PlanRoster.into(), unit)?;
    let unit = unit.clone();
    let copied = app.store.read(move |tx| {
        for weeks in 1..=WEEKS_BACK {
            let Ok(from) = on.checked_sub((7 * weeks).days()) else { continue };
            let number = day_number(from);
            let rows = day::list_shifts(tx, unit.as_str(), (number, number))?;
            if rows.is_empty() {
                continue;
            }
            let names = day::list_members(tx, unit.as_str(), number)?;
            let material = Material::load(tx, &policy, &unit, on)?;
            let earlier: Vec<Shift> = rows.iter().filter_map(loaded).collect();
            return Ok(Some(onto(&material, from, &earlier, |person| {
                let known = names.iter().chain(&material.people).find(|row| row.id == person);
                known.map(|row| row.name.clone()).unwrap_or_default()
            })));
        }
        Ok(None)
    });
    copied.await.map_err(AppError::Store)
}

fn onto(material: &Material, from: Date, earlier: &[Shift], name: impl Fn(AccountId) -> String) -> Copied {
    let (mut shifts, mut left_out) = (Vec::new(), Vec::new());
    for shift in earlier {
        let person = shift.person;
        let absence = material.absence_of(person);
        let fits = material.members.iter().any(|member| member.person == person && member.fits(shift.post));
        if fits && absence.is_none() {
            // Whoever stood in last week stands in for nobody this week.
            shifts.push(Shift { on: material.on, stands_for: None, ..shift.clone() });
        } else {
            left_out.push((name(person), absence));
        }
    }
    left_out.sort();
    left_out.dedup();
    Copied { from, shifts, left_out }
}

/// Publishes the version that was looked at and tells everybody on it, once.
///
/// # Errors
/// [`SetError::Wrong`] when it contradicts itself or the world by now; [`AppError::Stale`], [`AppError::Denied`].
pub async fn publish(app: &App, actor: &Actor, unit: &UnitCode, on: Date, seen: i64) -> Result<(), SetError> {
    let (at, policy) = (app.clock.now(), app.policy());
    actor.at_unit(&policy, at, DayAct::PlanRoster.into(), unit)?;
    let code = unit.clone();
    let published = app.store.write(move |tx| {
        let now = plan(tx, &policy, &code, on, at)?;
        let wrong: Vec<Conflict> = now.conflicts.iter().filter(|found| found.is_wrong()).cloned().collect();
        if !wrong.is_empty() {
            return Err(SetError::Wrong(wrong));
        }
        match day::publish(tx, (code.as_str(), day_number(on)), seen, to_ms(at)) {
            Err(StoreError::Conflict { .. }) => {
                let head = day::find_head(tx, code.as_str(), day_number(on))?;
                let (by, at) =
                    head.map_or((String::new(), at), |head| (head.changed_by, from_ms(head.changed_at)));
                return Err(AppError::Stale { by, at }.into());
            }
            other => other?,
        }
        let people: BTreeSet<AccountId> = now.shifts.iter().map(|shift| shift.person).collect();
        let message =
            Message::new(Kind::RosterPublished, [("on", on.to_string())]).once(format!("{on} {seen}"));
        for person in people {
            notify::to_person(tx, at, &code, person, &message)?;
        }
        Ok(())
    });
    published.await?;
    app.announce(unit);
    Ok(())
}

//! A proposal for a day: who does what, from who can come, what they may do, what they did before and how much is
//! expected. A small integer programme for each day; weeks hang together by the hours people already have.
//!
//! Nothing is written: the planner sees it with a reason for each person, changes it, and keeps it.

use super::loaded;
use super::read::Material;
pub use super::solve::{Candidate, Clash, Need, Proposal, Why};
use super::solve::{shift, solve};
use crate::error::AppError;
use crate::{Actor, App};
use domain::day::Window;
use domain::id::AccountId;
use domain::permit::DayAct;
use domain::place::UnitCode;
use domain::promise::Duty;
use domain::role::Role;
use domain::roster::Post;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;
use storage::dossier::{self, day_number};
use storage::roster::day;
use storage::{StoreError, Tx};

/// How many weeks of the past tell how much is expected and who had how much.
const WEEKS: i64 = 8;

/// Proposes a roster for a unit's day.
///
/// # Errors
/// [`AppError::Denied`]; inside, the clash when no roster works.
pub async fn propose(
    app: &App,
    actor: &Actor,
    unit: &UnitCode,
    on: Date,
) -> Result<Result<Proposal, Clash>, AppError> {
    let (at, policy) = (app.clock.now(), app.policy());
    actor.at_unit(&policy, at, DayAct::PlanRoster.into(), unit)?;
    let unit = unit.clone();
    let read = app.store.read(move |tx| {
        let material = Material::load(tx, &policy, &unit, on)?;
        let before = before(tx, &unit, on)?;
        Ok((material, before))
    });
    let (material, before) = read.await.map_err(AppError::Store)?;
    // A search over whole numbers takes milliseconds, but must not hold up the runtime while it does.
    let solved = tokio::task::spawn_blocking(move || of_material(&material, &before)).await;
    solved.map_err(|error| AppError::Document(error.to_string()))
}

/// What the weeks before say: dossiers expected, minutes of each person, their last duty.
struct Before {
    expected: u32,
    minutes: BTreeMap<AccountId, i64>,
    last: BTreeMap<AccountId, Duty>,
}

fn before(tx: &mut Tx<'_>, unit: &UnitCode, on: Date) -> Result<Before, StoreError> {
    let number = day_number(on);
    let rows = day::list_shifts(tx, unit.as_str(), (number - 7 * WEEKS, number - 1))?;
    let (mut minutes, mut last) = (BTreeMap::new(), BTreeMap::new());
    for shift in rows.iter().filter_map(loaded) {
        let length = super::minute(shift.to) - super::minute(shift.from);
        *minutes.entry(shift.person).or_insert(0) += length.max(0);
        if let Some(duty) = shift.post.duty() {
            last.insert(shift.person, duty);
        }
    }
    let (mut seen, mut days) = (0_usize, 0_usize);
    for weeks in 1..=WEEKS {
        let Ok(past) = on.checked_sub((7 * weeks).days()) else { continue };
        let count = dossier::list_day(tx, unit, day_number(past))?.len();
        seen += count;
        days += usize::from(count > 0);
    }
    let expected = u32::try_from(seen.div_ceil(days.max(1))).unwrap_or(u32::MAX);
    Ok(Before { expected, minutes, last })
}

fn of_material(material: &Material, before: &Before) -> Result<Proposal, Clash> {
    let can_come = |person: AccountId| {
        material.absence_of(person).is_none()
            && !material.elsewhere.iter().any(|shift| shift.person == person)
    };
    let members = || material.members.iter().filter(|member| can_come(member.person));
    let candidates: Vec<Candidate> = members()
        .map(|member| Candidate {
            person: member.person,
            duties: Duty::ALL.into_iter().filter(|duty| member.fits(Post::Duty(*duty))).collect(),
            minutes_before: before.minutes.get(&member.person).copied().unwrap_or_default(),
            last: before.last.get(&member.person).copied(),
        })
        .filter(|candidate| !candidate.duties.is_empty())
        .collect();
    let need = Need {
        unit: &material.unit,
        on: material.on,
        windows: &material.windows,
        sectors: &material.sectors,
        qualifications: &material.qualifications,
        expected: before.expected,
    };
    let mut proposal = solve(&candidates, &need)?;
    let helpers = members().filter(|member| member.roles.contains(&Role::Volunteer));
    for member in helpers {
        let hours = (need.windows.first().map(Window::opens), need.windows.last().map(Window::closes));
        if let (Some(from), Some(to)) = hours {
            proposal.shifts.push(shift(&need, member.person, Post::Volunteer, (from, to)));
            proposal.why.push(Why::Volunteer);
        }
    }
    Ok(proposal)
}

//! A day of a unit with everything that speaks for or against it.

use super::{date_of, loaded};
use crate::error::AppError;
use crate::presence::OnSite;
use crate::{Actor, App, Policy};
use domain::day::Window;
use domain::id::AccountId;
use domain::permit::DayAct;
use domain::place::UnitCode;
use domain::procedure::SectorCode;
use domain::programme::Programme;
use domain::promise::DutySet;
use domain::roster::{
    Absence, AbsenceKind, Conflict, DayFacts, Member, Qualifications, Readiness, Shift, coming_day,
    conflicts, readiness,
};
use domain::time::{civil, from_ms};
use jiff::Timestamp;
use jiff::civil::Date;
use storage::dossier::day_number;
use storage::roster::day::{self, Head, MemberRow};
use storage::roster::rights;
use storage::roster::swap::{self, SwapRow};
use storage::{StoreError, Tx};

/// What a roster of a unit's day is held against.
#[derive(Debug, Clone)]
pub(crate) struct Material {
    pub unit: UnitCode,
    pub on: Date,
    pub windows: Vec<Window>,
    pub sectors: Vec<SectorCode>,
    pub people: Vec<MemberRow>,
    pub members: Vec<Member>,
    pub qualifications: Qualifications,
    pub absences: Vec<Absence>,
    pub elsewhere: Vec<Shift>,
}

impl Material {
    /// Reads it.
    pub fn load(tx: &mut Tx<'_>, policy: &Policy, unit: &UnitCode, on: Date) -> Result<Self, StoreError> {
        let (code, number) = (unit.as_str(), day_number(on));
        let calendar = policy.calendar_of(unit, on);
        let people = day::list_members(tx, code, number)?;
        let delegations = rights::list_delegations(tx, code, (number, number))?;
        let mut elsewhere = Vec::new();
        for person in &people {
            let shifts = day::list_elsewhere(tx, &person.id.to_string(), number, code)?;
            elsewhere.extend(shifts.iter().filter_map(loaded));
        }
        let member = |row: &MemberRow| Member {
            person: row.id,
            roles: row.roles.clone(),
            deputy: delegations.iter().any(|delegation| delegation.deputy == row.id.to_string()),
        };
        Ok(Self {
            windows: calendar.map(|calendar| calendar.windows_on(on).to_vec()).unwrap_or_default(),
            sectors: sectors(policy, unit, on),
            members: people.iter().map(member).collect(),
            qualifications: crate::presence::qualifications(rights::list_qualifications(tx, code)?),
            absences: absences(rights::list_absences(tx, code, (number, number))?),
            unit: unit.clone(),
            on,
            people,
            elsewhere,
        })
    }

    /// Everything wrong with some shifts.
    pub fn conflicts(&self, shifts: &[Shift]) -> Vec<Conflict> {
        let facts = DayFacts {
            unit: &self.unit,
            on: self.on,
            windows: &self.windows,
            sectors: &self.sectors,
            members: &self.members,
            qualifications: &self.qualifications,
            absences: &self.absences,
            elsewhere: &self.elsewhere,
        };
        conflicts(shifts, &facts)
    }

    /// Whether somebody is absent that day.
    pub fn absence_of(&self, person: AccountId) -> Option<AbsenceKind> {
        self.absences.iter().find(|absence| absence.person == person).map(|absence| absence.kind)
    }
}

/// The sectors of a unit's no-wait list on a day, each once.
fn sectors(policy: &Policy, unit: &UnitCode, on: Date) -> Vec<SectorCode> {
    let mut sectors: Vec<SectorCode> =
        policy.list_of(unit, on).into_iter().map(|(_, version)| version.sector.clone()).collect();
    sectors.sort();
    sectors.dedup();
    sectors
}

fn absences(rows: Vec<rights::AbsenceRow>) -> Vec<Absence> {
    let read = |row: rights::AbsenceRow| {
        Some(Absence {
            person: row.account_id.parse().ok()?,
            from: date_of(row.from_day)?,
            to: date_of(row.to_day)?,
            kind: AbsenceKind::from_name(&row.kind).unwrap_or(AbsenceKind::Other),
        })
    };
    rows.into_iter().filter_map(read).collect()
}

/// A unit's day on the roster.
#[derive(Debug, Clone)]
pub struct DayPlan {
    /// The unit.
    pub unit: UnitCode,
    /// The day.
    pub on: Date,
    /// Its version, who changed it when, when it was published; nothing when nobody made a roster.
    pub head: Option<Head>,
    /// The shifts in the order of the list.
    pub shifts: Vec<Shift>,
    /// Everybody who can be rostered, with names.
    pub people: Vec<MemberRow>,
    /// Opening hours.
    pub windows: Vec<Window>,
    /// Everything wrong with it.
    pub conflicts: Vec<Conflict>,
    /// The light; nothing when the day is no day of the programme.
    pub readiness: Option<Readiness>,
    /// People who are away that day.
    pub absences: Vec<Absence>,
    /// Wishes to be replaced.
    pub swaps: Vec<SwapRow>,
    /// Whether the reader may change it.
    pub may_plan: bool,
}

impl DayPlan {
    /// The version a form must name; 0 when there is none.
    pub fn version(&self) -> i64 {
        self.head.as_ref().map_or(0, |head| head.version)
    }

    /// The name of somebody; empty for who is not of the unit.
    pub fn name(&self, person: AccountId) -> &str {
        self.people.iter().find(|row| row.id == person).map_or("", |row| row.name.as_str())
    }

    /// When it was changed last.
    pub fn changed_at(&self) -> Option<Timestamp> {
        self.head.as_ref().map(|head| from_ms(head.changed_at))
    }
}

/// Opens a day.
///
/// # Errors
/// [`AppError::Denied`].
pub async fn day(app: &App, actor: &Actor, unit: &UnitCode, on: Date) -> Result<DayPlan, AppError> {
    let (now, policy) = (app.clock.now(), app.policy());
    actor.at_unit(&policy, now, DayAct::ReadRoster.into(), unit)?;
    let may_plan = actor.may_at(&policy, now, DayAct::PlanRoster.into(), unit);
    let unit = unit.clone();
    let read = app.store.read(move |tx| plan(tx, &policy, &unit, on, now));
    let plan = read.await.map_err(AppError::Store)?;
    Ok(DayPlan { may_plan, ..plan })
}

/// Reads a day without asking who reads.
pub(crate) fn plan(
    tx: &mut Tx<'_>,
    policy: &Policy,
    unit: &UnitCode,
    on: Date,
    now: Timestamp,
) -> Result<DayPlan, StoreError> {
    let number = day_number(on);
    let material = Material::load(tx, policy, unit, on)?;
    let head = day::find_head(tx, unit.as_str(), number)?;
    let rows = day::list_shifts(tx, unit.as_str(), (number, number))?;
    let shifts: Vec<Shift> = rows.iter().filter_map(loaded).collect();
    let found = material.conflicts(&shifts);
    let present = if on == civil(now).date() {
        OnSite::load(tx, policy, unit, now)?.duties(None)
    } else {
        DutySet::NONE
    };
    let light = programme_of(policy, unit, on).and_then(|programme| {
        let calendar = policy.calendar_of(unit, on)?;
        // An emptied roster is no roster.
        let kept = head.as_ref().filter(|_| !shifts.is_empty()).map(|_| found.as_slice());
        let published = head.as_ref().is_some_and(|head| head.published_at.is_some());
        readiness(on, kept, published, present, (programme, calendar), now)
    });
    Ok(DayPlan {
        unit: unit.clone(),
        on,
        head,
        shifts,
        people: material.people,
        windows: material.windows,
        conflicts: found,
        readiness: light,
        absences: material.absences,
        swaps: swap::list(tx, unit.as_str(), number)?,
        may_plan: false,
    })
}

/// The programme of a unit on a day.
fn programme_of<'p>(policy: &'p Policy, unit: &UnitCode, on: Date) -> Option<&'p Programme> {
    policy.programmes_at(unit, on).into_iter().next()
}

/// The next programme day of a unit from a date on.
pub fn coming(policy: &Policy, unit: &UnitCode, from: Date) -> Option<Date> {
    let programme = programme_of(policy, unit, from)?;
    coming_day(programme, policy.calendar_of(unit, from)?, from)
}

/// The next programme days of a unit with their plans.
///
/// # Errors
/// [`AppError::Denied`].
pub async fn coming_days(
    app: &App,
    actor: &Actor,
    unit: &UnitCode,
    from: Date,
    count: usize,
) -> Result<Vec<DayPlan>, AppError> {
    let policy = app.policy();
    let next = |day: &Date| coming(&policy, unit, day.tomorrow().ok()?);
    let days: Vec<Date> = std::iter::successors(coming(&policy, unit, from), next).take(count).collect();
    let mut plans = Vec::new();
    for on in days {
        plans.push(day(app, actor, unit, on).await?);
    }
    Ok(plans)
}

/// How one unit stands for its coming day.
#[derive(Debug, Clone)]
pub struct UnitReady {
    /// The unit.
    pub unit: UnitCode,
    /// Its coming day.
    pub on: Date,
    /// The light with its reasons.
    pub readiness: Readiness,
    /// How many people are on the roster.
    pub people: usize,
}

/// How all units stand whose roster the actor may read, each for its coming day; the gravest first.
///
/// # Errors
/// [`AppError::Store`].
pub async fn overview(app: &App, actor: &Actor, from: Date) -> Result<Vec<UnitReady>, AppError> {
    let (now, policy) = (app.clock.now(), app.policy());
    let may = |unit: &UnitCode| actor.may_at(&policy, now, DayAct::ReadRoster.into(), unit);
    let today = civil(now).date();
    let units: Vec<UnitCode> =
        policy.units().on(today).map(|unit| unit.code.clone()).filter(|unit| may(unit)).collect();
    let policy = policy.clone();
    let read = app.store.read(move |tx| standing(tx, &policy, &units, from, now));
    read.await.map_err(AppError::Store)
}

/// How units stand, without asking who reads.
pub(crate) fn standing(
    tx: &mut Tx<'_>,
    policy: &Policy,
    units: &[UnitCode],
    from: Date,
    now: Timestamp,
) -> Result<Vec<UnitReady>, StoreError> {
    let mut found = Vec::new();
    for unit in units {
        let Some(on) = coming(policy, unit, from) else { continue };
        let plan = plan(tx, policy, unit, on, now)?;
        let people: std::collections::BTreeSet<_> = plan.shifts.iter().map(|shift| shift.person).collect();
        if let Some(readiness) = plan.readiness {
            found.push(UnitReady { unit: unit.clone(), on, readiness, people: people.len() });
        }
    }
    found.sort_by(|a, b| b.readiness.light.cmp(&a.readiness.light).then_with(|| a.unit.cmp(&b.unit)));
    Ok(found)
}

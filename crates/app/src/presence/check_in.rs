//! Checking in and out on one's own page. Twice is harmless: whoever is in stays in.

use super::{OnSite, new_id};
use crate::error::AppError;
use crate::{Actor, App, Policy};
use domain::id::AccountId;
use domain::permit::DayAct;
use domain::place::UnitCode;
use domain::promise::{Duty, DutySet};
use domain::roster::{Post, duty_of};
use domain::time::{civil, to_ms};
use jiff::Timestamp;
use storage::dossier::day_number;
use storage::roster::day::{self, MemberRow};
use storage::roster::presence::{self, StayRow};
use storage::roster::rights;
use storage::{StoreError, Tx};

/// How somebody was known who checked in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Means {
    /// Signed in, on their own page.
    Page,
    /// By a number at a shared device.
    Pin,
    /// By the code on a badge.
    Badge,
}

impl Means {
    /// The name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Pin => "pin",
            Self::Badge => "badge",
        }
    }
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// They are in now.
    In,
    /// They were in already; duties may have changed.
    InAlready,
    /// They are out now.
    Out,
    /// They were not in.
    NotIn,
}

/// Checks in at the desk's unit. Without a choice the duties are those of today's roster, and without a roster all that
/// the roles allow. Whoever is in already changes their duties and nothing else.
///
/// # Errors
/// [`AppError::Denied`].
pub async fn check_in(app: &App, actor: &Actor, chosen: Option<DutySet>) -> Result<Outcome, AppError> {
    let at = app.clock.now();
    let unit = actor.unit.clone();
    actor.at_unit(&app.policy(), at, DayAct::CheckIn.into(), &unit)?;
    let (code, person, id) = (unit.clone(), actor.account, new_id(app, at, "stay"));
    let outcome = app.store.write(move |tx| enter(tx, &code, person, at, &id, Means::Page, chosen)).await?;
    app.announce(&unit);
    Ok(outcome)
}

/// Checks out at the desk's unit.
///
/// # Errors
/// [`AppError::Denied`].
pub async fn check_out(app: &App, actor: &Actor) -> Result<Outcome, AppError> {
    let at = app.clock.now();
    let unit = actor.unit.clone();
    actor.at_unit(&app.policy(), at, DayAct::CheckIn.into(), &unit)?;
    let (code, person) = (unit.clone(), actor.account);
    let outcome = app.store.write(move |tx| leave(tx, &code, person, at, Means::Page)).await?;
    app.announce(&unit);
    Ok(outcome)
}

/// Opens a stay, or changes the duties of the one that is open.
pub(super) fn enter(
    tx: &mut Tx<'_>,
    unit: &UnitCode,
    person: AccountId,
    at: Timestamp,
    id: &str,
    means: Means,
    chosen: Option<DutySet>,
) -> Result<Outcome, AppError> {
    let (code, on_day) = (unit.as_str(), day_number(civil(at).date()));
    let account_id = person.to_string();
    let may = allowed(tx, unit, person, on_day)?;
    let duties = match chosen {
        Some(chosen) => chosen.and(may),
        None => usual(tx, unit, person, on_day, may)?,
    };
    let row = StayRow {
        id: id.to_owned(),
        unit: unit.to_string(),
        on_day,
        account_id: account_id.clone(),
        duties: i64::from(duties.bits()),
        in_at: to_ms(at),
        in_by: means.name().to_owned(),
        out_at: None,
        out_by: None,
    };
    if presence::check_in(tx, &row)? {
        return Ok(Outcome::In);
    }
    if chosen.is_some() {
        presence::set_duties(tx, (code, on_day), &account_id, row.duties)?;
    }
    presence::come_back(tx, (code, on_day), &account_id, to_ms(at))?;
    Ok(Outcome::InAlready)
}

/// Ends the open stay of today.
pub(super) fn leave(
    tx: &mut Tx<'_>,
    unit: &UnitCode,
    person: AccountId,
    at: Timestamp,
    means: Means,
) -> Result<Outcome, AppError> {
    let on_day = day_number(civil(at).date());
    let was_in =
        presence::check_out(tx, (unit.as_str(), on_day), &person.to_string(), (to_ms(at), means.name()))?;
    Ok(if was_in { Outcome::Out } else { Outcome::NotIn })
}

/// The duties somebody may do at a unit on a day: by their roles, and approving by a delegation.
pub(super) fn allowed(
    tx: &mut Tx<'_>,
    unit: &UnitCode,
    person: AccountId,
    on_day: i64,
) -> Result<DutySet, StoreError> {
    let members = day::list_members(tx, unit.as_str(), on_day)?;
    let member: Option<&MemberRow> = members.iter().find(|member| member.id == person);
    let roles = member.map_or(&[][..], |member| member.roles.as_slice());
    let own: DutySet = roles.iter().filter_map(|role| duty_of(*role)).collect();
    let delegated = rights::list_delegated(tx, &person.to_string(), on_day)?;
    let deputy = delegated.iter().any(|row| row.unit == unit.as_str());
    Ok(if deputy { own.with(Duty::Approve) } else { own })
}

/// The duties of today's roster, or everything allowed where the roster says nothing about the person.
fn usual(
    tx: &mut Tx<'_>,
    unit: &UnitCode,
    person: AccountId,
    on_day: i64,
    may: DutySet,
) -> Result<DutySet, StoreError> {
    let shifts = day::list_of_person(tx, &person.to_string(), (on_day, on_day))?;
    let here = shifts.iter().filter(|shift| shift.unit == unit.as_str());
    let posts: Vec<Post> = here.filter_map(|shift| Post::from_name(&shift.post)).collect();
    let rostered: DutySet = posts.iter().filter_map(|post| post.duty()).collect();
    Ok(if posts.is_empty() { may } else { rostered.and(may) })
}

/// What the check-in page of a person shows.
#[derive(Debug, Clone)]
pub struct Own {
    /// Everybody seen at the unit today.
    pub site: OnSite,
    /// The duties the person may choose.
    pub may: DutySet,
    /// The duties that are chosen for them.
    pub usual: DutySet,
    /// Their stay that is open now.
    pub open: Option<super::Seen>,
    /// Whether they have a number for shared devices.
    pub has_pin: bool,
    /// Since when they have a badge.
    pub badge_since: Option<Timestamp>,
}

/// Reads the check-in page of a person at their desk's unit.
///
/// # Errors
/// [`AppError::Denied`].
pub async fn own(app: &App, actor: &Actor) -> Result<Own, AppError> {
    let (at, policy) = (app.clock.now(), app.policy());
    actor.at_unit(&policy, at, DayAct::CheckIn.into(), &actor.unit)?;
    let (unit, person) = (actor.unit.clone(), actor.account);
    let read = app.store.read(move |tx| load(tx, &policy, &unit, person, at));
    read.await.map_err(AppError::Store)
}

fn load(
    tx: &mut Tx<'_>,
    policy: &Policy,
    unit: &UnitCode,
    person: AccountId,
    at: Timestamp,
) -> Result<Own, StoreError> {
    use domain::roster::StayEnd;
    use storage::roster::device;
    let on_day = day_number(civil(at).date());
    let site = OnSite::load(tx, policy, unit, at)?;
    let may = allowed(tx, unit, person, on_day)?;
    let mut mine = site.everybody().iter().rev().filter(|seen| seen.stay.person == person);
    let open = mine.find(|seen| seen.end == StayEnd::Open).cloned();
    let id = person.to_string();
    Ok(Own {
        usual: usual(tx, unit, person, on_day, may)?,
        has_pin: device::find_pin(tx, &id)?.is_some(),
        badge_since: device::badge_since(tx, &id)?.map(domain::time::from_ms),
        may,
        open,
        site,
    })
}

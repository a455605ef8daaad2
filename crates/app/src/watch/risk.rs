//! How the open promises of a unit stand now, who must do what by when, and what is written down of it.
//!
//! Looking is enough: whoever reads the page, and the minutely task, both find the same bands. A band is written once for
//! each dossier, together with its notice; a broken promise once, with the cause that the machine names.

use super::load::{self, Load, OpenWork};
use super::snapshot::{day_time, instant_of, is_projected, snapshot};
use super::stage_of;
use crate::error::AppError;
use crate::notify::{self, Kind, Message};
use crate::policy::Policy;
use crate::{Actor, App};
use domain::dossier::{PauseCause, Stage as DossierStage};
use domain::permit::Action;
use domain::place::UnitCode;
use domain::procedure::{ProcedureCode, WorkMinutes};
use domain::promise::{Bound, BreakFacts, Cause, Commitment, Duty};
use domain::time::{civil, to_ms};
use friday::{DayTime, Position, Projection, Risk, Snapshot, Span, running_long};
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;
use storage::Tx;
use storage::dossier::day_number;
use storage::watch::{self, BrokenRow, RiskRow};

/// Drawn days behind a band: one in a hundred is seen well with this many.
const PATHS: usize = 4_096;

/// Longer without a sign of life is an outage: ten minutes.
const SILENCE_MAX_MS: i64 = 600_000;

/// An outage counts as the cause when it lay within this time before the promised hour.
const OUTAGE_WITHIN: SignedDuration = SignedDuration::from_hours(4);

/// What can be done, cheapest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Serve it next: it has the least time to spare.
    ServeNext(Duty),
    /// A second officer takes part: this one takes longer than nineteen of twenty.
    SecondOfficer(Duty),
    /// Somebody must come to the duty.
    CallReserve(Duty),
    /// Ask the decider for a signing round.
    SigningRound,
    /// Tell the citizen a new hour before the promised one passes.
    TellCitizen,
    /// Apologise, with a new date.
    Apologise,
}

/// An open promise and how it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// The dossier.
    pub work: OpenWork,
    /// The promised hour.
    pub due_at: Timestamp,
    /// Its band.
    pub risk: Risk,
    /// Expected share of days on which it is late, in millionths.
    pub late_ppm: u32,
    /// When it is ready in nineteen of twenty drawn days; nothing when that is not today.
    pub expected_at: Option<Timestamp>,
    /// When the duty that has it must begin at the latest, by the usual length of the work.
    pub begin_by: Timestamp,
    /// What can be done.
    pub steps: Vec<Step>,
    /// The cause, once it is broken.
    pub cause: Option<Cause>,
}

/// The open promises of a unit, least time to spare first.
#[derive(Debug, Clone)]
pub struct Watched {
    /// The unit.
    pub unit: UnitCode,
    /// As of when.
    pub at: Timestamp,
    /// The promises.
    pub promises: Vec<Standing>,
}

/// The open promises of a unit, for staff.
///
/// # Errors
/// [`AppError::Denied`].
pub async fn watched(app: &App, actor: &Actor, unit: &UnitCode) -> Result<Watched, AppError> {
    actor.at_unit(&app.policy(), app.clock.now(), Action::ReadDay, unit)?;
    look(app, unit).await
}

/// Looks at the open promises of every unit that has one: once a minute.
///
/// # Errors
/// [`AppError::Store`] of the first unit that fails.
pub async fn look_everywhere(app: &App) -> Result<(), AppError> {
    beat(app).await?;
    for unit in app.store.read(watch::promises_running).await? {
        if let Ok(unit) = unit.parse::<UnitCode>() {
            look(app, &unit).await?;
        }
    }
    Ok(())
}

/// Gives a sign of life, and notes the span since the last one when it was long: the program did not run. The demo's
/// clock is moved by hand, which is no outage.
async fn beat(app: &App) -> Result<(), AppError> {
    let at = app.clock.now();
    let demo = app.config.demo;
    let noted = app.store.write(move |tx| {
        let before = watch::beat(tx, to_ms(at))?;
        match before.filter(|before| !demo && to_ms(at).saturating_sub(*before) > SILENCE_MAX_MS) {
            Some(before) => watch::insert_outage(tx, before, to_ms(at)),
            None => Ok(()),
        }
    });
    noted.await.map_err(AppError::Store)
}

/// Looks at the open promises of a unit, and writes down the bands they entered.
///
/// # Errors
/// [`AppError::Store`].
pub async fn look(app: &App, unit: &UnitCode) -> Result<Watched, AppError> {
    let at = app.clock.now();
    let (policy, load) = (app.policy(), load::of_unit(app, unit, at).await?);
    let (of, seen) = (policy.clone(), load.clone());
    let looked = tokio::task::spawn_blocking(move || standings(&of, &seen, at)).await;
    let mut promises = looked.map_err(|error| AppError::Document(error.to_string()))?;
    promises
        .sort_by_key(|standing| (std::cmp::Reverse(standing.risk), standing.begin_by, standing.work.case));
    let grave: Vec<Standing> =
        promises.iter().filter(|standing| standing.risk >= Risk::Amber).cloned().collect();
    if !grave.is_empty() {
        let (unit, seen) = (unit.clone(), load.clone());
        let written = app.store.write(move |tx| note(tx, &unit, &seen, at, &grave)).await?;
        for (case, cause) in written {
            if let Some(standing) = promises.iter_mut().find(|standing| standing.work.case == case) {
                standing.cause = Some(cause);
            }
        }
    }
    Ok(Watched { unit: unit.clone(), at, promises })
}

/// Whether a promise can no longer be kept.
fn is_broken(work: &OpenWork, due_at: Timestamp, at: Timestamp) -> bool {
    let bound = if work.same_day { Bound::AtLatest } else { Bound::Before };
    !Commitment { due_at, bound }.is_kept_by(at)
}

fn standings(policy: &Policy, load: &Arc<Load>, at: Timestamp) -> Vec<Standing> {
    let Some(calendar) = policy.calendar_of(&load.unit, load.on) else { return Vec::new() };
    let day = snapshot(policy, calendar, load, at);
    let seed = super::load::case_of(&format!("{}|{}", load.unit, load.on)) >> 1;
    let projection = friday::project(&day, seed, PATHS);
    let promised = load.work.iter().filter_map(|work| Some((work, work.commitment_due_at?)));
    promised.map(|(work, due_at)| standing(policy, load, &day, &projection, work, due_at, at)).collect()
}

fn standing(
    policy: &Policy,
    load: &Load,
    day: &Snapshot,
    projection: &Projection,
    work: &OpenWork,
    due_at: Timestamp,
    at: Timestamp,
) -> Standing {
    let deadline = day_time(load.on, due_at);
    // What waits for the citizen or for something outside is not in the projection: nothing moves it today.
    let late = if is_projected(work) { projection.late(work.case, deadline).unwrap_or(1.0) } else { 1.0 };
    let broken = is_broken(work, due_at, at);
    let risk = if broken { Risk::Broken } else { Risk::of(late, DayTime::from_ms(i64::MIN), deadline) };
    let expected = projection.ready(work.case, 0.95).map(|ready| instant_of(load.on, ready));
    let minutes = version_minutes(policy, &work.procedure);
    let laws = load.learned.laws(work.procedure.0.as_str(), &minutes);
    let ahead: f64 = match work.duty() {
        Some(Duty::Appraise) => {
            [Duty::Appraise, Duty::Approve].map(|duty| laws[stage_of(duty)].mean_minutes()).iter().sum()
        }
        Some(duty) => laws[stage_of(duty)].mean_minutes(),
        None => f64::from(minutes.appraise + minutes.approve),
    };
    let begin_by = instant_of(load.on, deadline - Span::from_minutes_f64(ahead));
    let mut standing = Standing {
        due_at,
        risk,
        late_ppm: (late * 1e6).ceil() as u32,
        expected_at: expected,
        begin_by,
        steps: Vec::new(),
        cause: None,
        work: work.clone(),
    };
    standing.steps = steps(load, day, &standing);
    standing
}

fn version_minutes(policy: &Policy, (code, version): &(ProcedureCode, u16)) -> WorkMinutes {
    policy.version(code, *version).map_or(WorkMinutes::ASSUMED, |version| version.work)
}

/// Whether work on a file has lasted longer than nineteen of twenty like it.
fn is_running_long(day: &Snapshot, case: u64) -> bool {
    day.files.iter().any(|file| match file.at {
        Position::InService { stage, since, .. } if file.case == case => {
            running_long(file.laws[stage], day.opening.open_between(since, day.now))
        }
        Position::InService { .. } | Position::Waiting { .. } => false,
    })
}

/// What can be done about a promise that is at risk, cheapest first.
fn steps(load: &Load, day: &Snapshot, standing: &Standing) -> Vec<Step> {
    if standing.risk == Risk::Broken {
        return vec![Step::Apologise];
    }
    if standing.risk == Risk::Green {
        return Vec::new();
    }
    let mut steps = Vec::new();
    if let Some(duty) = standing.work.duty() {
        let queue = || load.work.iter().filter(|work| work.duty() == Some(duty));
        if !load.present.contains(duty) {
            steps.push(Step::CallReserve(duty));
        } else if queue().next().is_some_and(|first| first.case != standing.work.case) {
            steps.push(Step::ServeNext(duty));
        }
        if is_running_long(day, standing.work.case) {
            steps.push(Step::SecondOfficer(duty));
        }
        if duty == Duty::Approve && queue().count() >= 3 {
            steps.push(Step::SigningRound);
        }
        // The next duty may be the one that is empty.
        if duty == Duty::Appraise && !load.present.contains(Duty::Approve) {
            steps.push(Step::CallReserve(Duty::Approve));
        }
    }
    if standing.risk == Risk::Red {
        steps.push(Step::TellCitizen);
    }
    steps
}

/// The name of a band in the database.
pub const fn band_name(risk: Risk) -> &'static str {
    match risk {
        Risk::Green => "green",
        Risk::Amber => "amber",
        Risk::Red => "red",
        Risk::Broken => "broken",
    }
}

/// Writes what is new: bands with their notices, broken promises with their causes. Gives the causes.
fn note(
    tx: &mut Tx<'_>,
    unit: &UnitCode,
    load: &Load,
    at: Timestamp,
    grave: &[Standing],
) -> Result<Vec<(u64, Cause)>, AppError> {
    let mut causes = Vec::new();
    for standing in grave {
        let duty = standing.work.duty();
        let row = RiskRow {
            dossier_id: standing.work.id.clone(),
            band: band_name(standing.risk).to_owned(),
            unit: unit.to_string(),
            on_day: day_number(civil(standing.due_at).date()),
            at: to_ms(at),
            late_ppm: standing.late_ppm,
            duty: duty.map(|duty| duty.name().to_owned()),
        };
        let is_new = watch::insert_risk(tx, &row)?;
        if standing.risk == Risk::Broken {
            causes.push((standing.work.case, broken(tx, unit, load, at, standing)?));
        }
        if is_new {
            tell(tx, unit, at, standing)?;
        }
    }
    Ok(causes)
}

/// One notice for a band: to the duty that has the dossier in hand; of a broken promise the leader hears too.
fn tell(tx: &mut Tx<'_>, unit: &UnitCode, at: Timestamp, standing: &Standing) -> Result<(), AppError> {
    let broken = standing.risk == Risk::Broken;
    let (kind, hour) = if broken {
        (Kind::PromiseBroken, standing.due_at)
    } else {
        (Kind::PromiseAtRisk, standing.begin_by)
    };
    let hour = civil(hour).time().strftime("%H:%M").to_string();
    let args = [("code", standing.work.code.clone()), ("at", hour)];
    let key = format!("{} {}", standing.work.id, band_name(standing.risk));
    let message = Message::new(kind, args).once(key);
    let duty = standing.work.duty().unwrap_or(Duty::Receive);
    notify::to_duty(tx, at, unit, duty, &message)?;
    if broken && duty != Duty::Approve {
        notify::to_duty(tx, at, unit, Duty::Approve, &message)?;
    }
    Ok(())
}

/// Writes a broken promise down, and gives the cause that was written first.
fn broken(
    tx: &mut Tx<'_>,
    unit: &UnitCode,
    load: &Load,
    at: Timestamp,
    standing: &Standing,
) -> Result<Cause, AppError> {
    if let Some(known) = watch::find_broken(tx, &standing.work.id)? {
        let duty = known.duty.as_deref().and_then(Duty::from_name);
        if let Some(cause) = Cause::from_name(&known.cause, duty) {
            return Ok(cause);
        }
    }
    let duty = standing.work.duty();
    let from = standing.due_at.checked_sub(OUTAGE_WITHIN).unwrap_or(standing.due_at);
    let waited = at.duration_since(standing.work.since).as_mins();
    let cause = Cause::of(&BreakFacts {
        stage: standing.work.stage,
        paused: pause_of(standing.work.stage),
        outage: watch::is_outage(tx, to_ms(from), to_ms(standing.due_at))?,
        duty_absent: duty.is_some_and(|duty| !load.present.contains(duty)),
        running_long: is_first(load, standing),
    });
    let row = BrokenRow {
        dossier_id: standing.work.id.clone(),
        unit: unit.to_string(),
        on_day: day_number(civil(standing.due_at).date()),
        due_at: to_ms(standing.due_at),
        noticed_at: to_ms(at),
        cause: cause.name().to_owned(),
        duty: cause.duty().map(|duty| duty.name().to_owned()),
        evidence: format!(
            "{{\"stage\":\"{}\",\"minutes_there\":{waited},\"waiting\":{},\"officers\":{}}}",
            standing.work.stage.name(),
            load.work.iter().filter(|work| work.duty() == duty).count(),
            duty.map_or(0, |duty| load.officers_of(duty)),
        ),
    };
    watch::insert_broken(tx, &row)?;
    Ok(cause)
}

/// Whether a dossier was next in its queue: then it was no queue that held it up.
fn is_first(load: &Load, standing: &Standing) -> bool {
    let duty = standing.work.duty();
    let first = load.work.iter().find(|work| work.duty() == duty);
    first.is_some_and(|first| first.case == standing.work.case)
}

/// What a dossier that stands still waits for. Payment and other reasons share a stage; the log tells them apart.
const fn pause_of(stage: DossierStage) -> Option<PauseCause> {
    match stage {
        DossierStage::AwaitingSupplement => Some(PauseCause::Supplement),
        DossierStage::Suspended => Some(PauseCause::Outside),
        DossierStage::Received
        | DossierStage::UnderVerification
        | DossierStage::AwaitingApproval
        | DossierStage::ResultReady
        | DossierStage::Returned
        | DossierStage::Withdrawn
        | DossierStage::Stopped
        | DossierStage::Voided => None,
    }
}

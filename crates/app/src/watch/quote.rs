//! What a newcomer is told, and what is kept of it.

use super::load::{self, Load};
use super::snapshot::{day_time, instant_of, newcomer, snapshot};
use super::state::State;
use super::{ALLOWED_PPM, PATHS, PATHS_COMPARED, duty_of};
use crate::App;
use crate::error::AppError;
use crate::policy::{Policy, programme_facts};
use domain::day::WorkingCalendar;
use domain::place::{Unit, UnitCode};
use domain::procedure::ProcedureVersion;
use domain::programme::Programme;
use domain::promise::{Capacity, Duty, ReadyBetween, programme_day};
use domain::time::{civil, to_ms};
use friday::{DayTime, Quote, QuoteTerms, Span};
use jiff::Timestamp;
use jiff::civil::Date;
use sha2::{Digest, Sha256};
use std::sync::{Arc, OnceLock};
use storage::dossier::day_number;
use storage::watch::{self, QuoteRow};
use storage::{StoreError, Tx};

/// A quote with everything it came from.
#[derive(Debug, Clone)]
pub struct Quoted {
    /// What the promise is told of it.
    pub capacity: Capacity,
    /// Drawn days on which the newcomer would be late.
    pub late_paths: usize,
    /// What it was worked out from.
    pub state: State,
    /// The day it is about.
    pub on: Date,
    /// Until when a file like this could be taken in, once somebody asked.
    safe: OnceLock<Option<DayTime>>,
}

/// The room left for one more dossier of a procedure at a unit; nothing where no promise for today is in question: not
/// on the list, not a day of the programme, or after closing.
///
/// # Errors
/// [`AppError::Store`].
pub async fn room(
    app: &App,
    unit: &UnitCode,
    version: &Arc<ProcedureVersion>,
    at: Timestamp,
) -> Result<Option<Arc<Quoted>>, AppError> {
    let policy = app.policy();
    let on = civil(at).date();
    let Some((_, calendar, programme)) = of_today(&policy, unit, version, on) else { return Ok(None) };
    let Some(closing) = calendar.closing(on).filter(|closing| at <= *closing) else { return Ok(None) };
    let load = load::of_unit(app, unit, at).await?;
    let minute = to_ms(at).div_euclid(60_000);
    let key = (version.code.to_string(), version.version, minute);
    if let Some(known) = app.watch.find_quote(&load, &key) {
        return Ok(Some(known));
    }
    let day = snapshot(&policy, calendar, &load, at);
    let state = State {
        newcomer: newcomer(&load, version, &day),
        snapshot: day,
        terms: terms(unit, on, day_time(on, closing), programme.quote_percent),
    };
    let (percent, counted) = (programme.quote_percent, load.clone());
    // Thousands of drawn days: not on the threads that answer requests.
    let worked_out = tokio::task::spawn_blocking(move || quoted(state, &counted, percent)).await;
    let quoted = Arc::new(worked_out.map_err(|error| AppError::Document(error.to_string()))?);
    app.watch.keep_quote(&load, key, &quoted);
    Ok(Some(quoted))
}

/// Unit, calendar and programme where a promise for today is possible at all.
fn of_today<'p>(
    policy: &'p Policy,
    unit: &UnitCode,
    version: &ProcedureVersion,
    on: Date,
) -> Option<(&'p Unit, &'p WorkingCalendar, &'p Programme)> {
    let unit = policy.unit(unit, on)?;
    let calendar = policy.calendar(&unit.calendar)?;
    let facts = programme_facts(policy, &version.code, unit, on).filter(|facts| facts.lists_procedure)?;
    let held = programme_day(on, facts.programme, calendar).is_kept();
    held.then_some((unit, calendar, facts.programme))
}

/// One seed for a unit's day: successive answers differ by what is known, not by luck.
fn terms(unit: &UnitCode, on: Date, deadline: DayTime, percent: u8) -> QuoteTerms {
    let [a, b, c, d, e, f, g, h, ..]: [u8; 32] = Sha256::digest(format!("{unit}|{on}")).into();
    QuoteTerms {
        deadline,
        level: f64::from(percent) / 100.0,
        margin: Span::ZERO,
        // Kept in the database as a number with a sign.
        seed: u64::from_be_bytes([a, b, c, d, e, f, g, h]) >> 1,
        paths: PATHS,
    }
}

/// Works a quote out. The same state gives the same answer, whenever and wherever.
fn quoted(state: State, load: &Load, percent: u8) -> Quoted {
    let answer = friday::quote(&state.snapshot, &state.newcomer, &state.terms);
    let late_ppm = (answer.late * 1e6).ceil() as u32;
    let binding = (late_ppm > ALLOWED_PPM).then(|| binding(&state)).flatten();
    let busiest = binding.unwrap_or(Duty::Appraise);
    let capacity = Capacity {
        late_ppm,
        allowed_ppm: ALLOWED_PPM,
        binding,
        ahead: u32::try_from(state.snapshot.files.len()).unwrap_or(u32::MAX),
        officers: u32::try_from(load.officers_of(busiest)).unwrap_or(u32::MAX),
        ready: ready(load.on, &answer, percent),
    };
    let late_paths = (answer.late * state.terms.paths as f64).round() as usize;
    Quoted { capacity, late_paths, on: load.on, state, safe: OnceLock::new() }
}

fn ready(on: Date, answer: &Quote, percent: u8) -> Option<ReadyBetween> {
    let between = answer.interval?;
    Some(ReadyBetween { from: instant_of(on, between.from), by: instant_of(on, between.by), percent })
}

/// The duty at which one more officer would help most.
fn binding(state: &State) -> Option<Duty> {
    let draws = (state.terms.seed, PATHS_COMPARED);
    let found = friday::binding_stage(&state.snapshot, &state.newcomer, state.terms.deadline, draws)?;
    Some(duty_of(found.stage))
}

/// Keeps a quote with its dossier, in the transaction of the reception.
///
/// # Errors
/// [`StoreError`].
pub fn keep(
    tx: &mut Tx<'_>,
    dossier_id: &str,
    unit: &UnitCode,
    procedure: &str,
    at: Timestamp,
    quoted: &Quoted,
) -> Result<(), StoreError> {
    let (content, sha256) = quoted.state.encode();
    watch::keep_state(tx, &sha256, &content)?;
    let (terms, capacity) = (&quoted.state.terms, &quoted.capacity);
    let row = QuoteRow {
        dossier_id: dossier_id.to_owned(),
        unit: unit.to_string(),
        procedure_code: procedure.to_owned(),
        on_day: day_number(quoted.on),
        at: to_ms(at),
        state_sha256: sha256,
        seed: i64::try_from(terms.seed).unwrap_or(i64::MAX),
        paths: i64::try_from(terms.paths).unwrap_or(i64::MAX),
        percent: (terms.level * 100.0).round() as u8,
        late_paths: i64::try_from(quoted.late_paths).unwrap_or(i64::MAX),
        allowed_ppm: capacity.allowed_ppm,
        ahead: capacity.ahead,
        officers: capacity.officers,
        binding: capacity.binding.map(|duty| duty.name().to_owned()),
        ready_from: capacity.ready.map(|ready| to_ms(ready.from)),
        ready_by: capacity.ready.map(|ready| to_ms(ready.by)),
        deadline_at: to_ms(instant_of(quoted.on, terms.deadline)),
    };
    watch::insert_quote(tx, &row)
}

/// The room as it was told at reception, read back from what was kept.
pub fn told(row: &QuoteRow) -> Capacity {
    use domain::time::from_ms;
    let ready = row.ready_from.zip(row.ready_by).map(|(from, by)| ReadyBetween {
        from: from_ms(from),
        by: from_ms(by),
        percent: row.percent,
    });
    let late = row.late_paths as f64 / row.paths.max(1) as f64;
    Capacity {
        late_ppm: (late * 1e6).ceil() as u32,
        allowed_ppm: row.allowed_ppm,
        binding: row.binding.as_deref().and_then(Duty::from_name),
        ahead: row.ahead,
        officers: row.officers,
        ready,
    }
}

/// What an auditor finds when a kept quote is worked out again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Audit {
    /// The same answer, bit for bit.
    Same,
    /// The state is missing, of another format, or not what its hash says.
    StateDamaged,
    /// Another answer: what was kept, what comes out.
    Differs {
        /// Late days, earliest and latest hour as kept.
        kept: (i64, Option<i64>, Option<i64>),
        /// The same as worked out again.
        found: (i64, Option<i64>, Option<i64>),
    },
}

/// Works a kept quote out again from its state.
pub fn audit(row: &QuoteRow, content: Option<&str>) -> Audit {
    let state = content
        .filter(|content| crate::secret::sha256_hex(content.as_bytes()) == row.state_sha256)
        .and_then(State::decode);
    let Some(state) = state else { return Audit::StateDamaged };
    let answer = friday::quote(&state.snapshot, &state.newcomer, &state.terms);
    let late = (answer.late * state.terms.paths as f64).round() as i64;
    let on = civil(domain::time::from_ms(row.at)).date();
    let instant = |at| to_ms(instant_of(on, at));
    let found = (late, answer.interval.map(|i| instant(i.from)), answer.interval.map(|i| instant(i.by)));
    let kept = (row.late_paths, row.ready_from, row.ready_by);
    if kept == found { Audit::Same } else { Audit::Differs { kept, found } }
}

/// Until when intake is safe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LastSafe {
    /// No promise for today is possible: no day of the programme, or it is over.
    NoDay,
    /// It is too late already.
    Over,
    /// Until this instant.
    Until(Timestamp),
}

/// Until when a file of the programme can be taken in and still come out today, whichever procedure it is.
///
/// # Errors
/// [`AppError::Store`].
pub async fn last_safe_intake(app: &App, unit: &UnitCode, at: Timestamp) -> Result<LastSafe, AppError> {
    let policy = app.policy();
    let on = civil(at).date();
    // The one with the most work: whoever brings less is safe too.
    let slowest = policy
        .list_of(unit, on)
        .into_iter()
        .map(|(_, version)| version)
        .max_by_key(|version| version.work.appraise + version.work.approve);
    let Some(version) = slowest.cloned() else { return Ok(LastSafe::NoDay) };
    let Some(quoted) = room(app, unit, &version, at).await? else { return Ok(LastSafe::NoDay) };
    let Some((_, _, programme)) = of_today(&policy, unit, &version, on) else { return Ok(LastSafe::NoDay) };
    // The announced hour is the last whatever the load.
    let cut_off = domain::time::instant_on(on, programme.cut_off);
    if at > cut_off {
        return Ok(LastSafe::Over);
    }
    let kept = quoted.clone();
    let found = match quoted.safe.get() {
        Some(found) => *found,
        None => tokio::task::spawn_blocking(move || *kept.safe.get_or_init(|| safe_until(&kept.state)))
            .await
            .map_err(|error| AppError::Document(error.to_string()))?,
    };
    let safe = found.map(|safe| instant_of(on, safe).min(cut_off));
    Ok(safe.map_or(LastSafe::Over, LastSafe::Until))
}

fn safe_until(state: &State) -> Option<DayTime> {
    let draws = (state.terms.seed, PATHS_COMPARED);
    let theta = f64::from(ALLOWED_PPM) / 1e6;
    friday::last_safe_intake(&state.snapshot, &state.newcomer, state.terms.deadline, theta, draws)
}

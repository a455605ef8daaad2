//! What became of promises: the record with its bound, and how well the probabilities told what happened.

use crate::error::AppError;
use crate::{Actor, App};
use domain::permit::Action;
use domain::place::UnitCode;
use domain::time::{civil, instant_on, to_ms};
use friday::calibration::{Bands, Coverage};
use jiff::civil::{Date, Time};
use jiff::{Span, Timestamp};
use storage::dossier::day_number;
use storage::watch::{self, Record};

/// Most quotes that are looked at for one page.
const QUOTES_MAX: i64 = 50_000;

/// The record of a span of days.
#[derive(Debug, Clone)]
pub struct Reliability {
    /// First and last day.
    pub days: (Date, Date),
    /// All promises of the reader's units that came due.
    pub whole: Record,
    /// By unit and procedure.
    pub by_work: Vec<(UnitCode, String, Record)>,
    /// Quoted intervals: how many held.
    pub intervals: Coverage,
    /// Predicted and observed lateness by band.
    pub bands: Bands,
}

/// At least this share was kept, with 95 of 100 certainty (Clopper and Pearson); nothing before the first promise.
pub fn at_least(record: &Record) -> Option<f64> {
    (record.promised > 0).then(|| friday::calibration::lower_bound(record.kept, record.promised, 0.95))
}

/// The last four weeks up to now, all units together: for the public.
///
/// # Errors
/// [`AppError::Store`].
pub async fn four_weeks(app: &App, unit: Option<&UnitCode>) -> Result<Record, AppError> {
    let at = app.clock.now();
    let (from, to) = (to_ms(start(at)), to_ms(at));
    let unit = unit.map(ToString::to_string);
    let read = app.store.read(move |tx| watch::count_kept(tx, (from, to), to, unit.as_deref()));
    read.await.map_err(AppError::Store)
}

fn start(at: Timestamp) -> Timestamp {
    let on = civil(at).date();
    instant_on(on.checked_sub(Span::new().days(28)).unwrap_or(on), Time::midnight())
}

/// How far promises can be trusted, over the units whose day the reader may read.
///
/// # Errors
/// [`AppError::Denied`].
pub async fn reliability(app: &App, actor: &Actor) -> Result<Reliability, AppError> {
    let (at, policy) = (app.clock.now(), app.policy());
    actor.at_unit(&policy, at, Action::ReadDay, &actor.unit)?;
    let first = civil(start(at)).date();
    let days = (first, civil(at).date());
    let (from, to) = (to_ms(start(at)), to_ms(at));
    let read = app.store.read(move |tx| {
        let kept = watch::list_kept_by(tx, (from, to), to)?;
        let quoted = watch::list_quoted(tx, (day_number(days.0), day_number(days.1)), to, QUOTES_MAX)?;
        Ok::<_, storage::StoreError>((kept, quoted))
    });
    let (kept, quoted) = read.await?;
    let mine = |unit: &str| {
        let unit: Option<UnitCode> = unit.parse().ok();
        unit.filter(|unit| actor.may_at(&policy, at, Action::ReadDay, unit))
    };
    let mut found = Reliability {
        days,
        whole: Record::default(),
        by_work: Vec::new(),
        intervals: Coverage::default(),
        bands: Bands::default(),
    };
    for (unit, procedure, record) in kept {
        let Some(unit) = mine(&unit) else { continue };
        found.whole.promised += record.promised;
        found.whole.kept += record.kept;
        found.whole.last_half_hour += record.last_half_hour;
        found.by_work.push((unit, procedure, record));
    }
    for row in quoted.iter().filter(|row| mine(&row.unit).is_some()) {
        let late = row.finished_at.is_none_or(|finished| finished >= row.deadline_at + 60_000);
        found.bands.add(row.late_paths as f64 / row.paths.max(1) as f64, late);
        if let Some((from, by)) = row.ready_from.zip(row.ready_by) {
            found.intervals.add(row.finished_at.is_some_and(|at| from <= at && at < by + 60_000));
        }
    }
    Ok(found)
}

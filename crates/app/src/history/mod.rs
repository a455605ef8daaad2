//! The demo's past: the no-wait Fridays of October 2023 to January 2024, made up dossier by dossier from a seed.
//!
//! Every dossier goes through the code that serves people: assessed, promised, received with a number, paid, appraised,
//! approved by somebody else, handed back, each step an event in the chain of its unit. All are marked synthetic.
//! The seed decides everything, identifiers and keys of the dossiers included, so that two installations with the same
//! packs hold the same log; those keys guard nobody's data. Tokens and keyed hashes of numbers come from the
//! installation's own keys as always.
//!
//! What is honest about it: components that were submitted carry one real scan, a page that says it is a sample; a few
//! dossiers stay on paper. Results keep their data and template, no paper was drawn, and so none is claimed. Nothing is
//! queued for the outside world.

mod chance;
mod day;
mod papers;
mod people;
mod plan;
mod staff;
#[cfg(test)]
mod tests;

use crate::App;
use crate::error::AppError;
use chance::Chance;
use day::Day;
use domain::dossier::FileRef;
use domain::place::Unit;
use domain::time::{instant_on, to_ms};
use jiff::civil::{Date, Time};
use staff::Staff;
use std::sync::Arc;
use storage::{event_log, ledger};

/// The seed of the history that ships.
const SEED: u64 = 20_240_202;

/// What seeding did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Dossiers of the whole history.
    pub dossiers: usize,
    /// Those written now; none on a later start.
    pub written: usize,
    /// Fridays.
    pub days: usize,
    /// Units.
    pub units: usize,
}

/// Writes the history that is not there yet, one Friday in one transaction; a start that was cut short goes on where
/// it ended. `progress` hears how many dossiers are there and how many will be.
///
/// # Errors
/// [`AppError::NotOffered`] when the packs know no programme on those Fridays, and whatever a rule refuses: the
/// history contradicts the packs then, and the Friday at hand is undone.
pub async fn seed(app: &App, progress: impl FnMut(usize, usize)) -> Result<Summary, AppError> {
    seed_days(app, SEED, plan::FRIDAYS, progress).await
}

async fn seed_days(
    app: &App,
    seed: u64,
    days: usize,
    mut progress: impl FnMut(usize, usize),
) -> Result<Summary, AppError> {
    let fridays: Vec<Date> = plan::fridays().into_iter().take(days).collect();
    let units = units(app, &fridays)?;
    let cells = plan::allot(&mut Chance::new(seed, 0), &units);
    let planned = cells.iter().take(days).flatten().sum();
    let mut summary = Summary { dossiers: planned, written: 0, days: fridays.len(), units: units.len() };
    let scan = keep_scan(app, &fridays).await?;
    let staff: Arc<Vec<Staff>> = Arc::new(units.iter().map(|unit| staff::staff(seed, unit)).collect());
    let enrolled = staff.clone();
    app.store.write(move |tx| enrolled.iter().try_for_each(|people| people.enrol(tx))).await?;
    let mut done = 0;
    for (friday, (on, counts)) in fridays.iter().zip(&cells).enumerate() {
        let drawn = draw(app, seed, friday, *on, &units, counts, done, &scan);
        summary.written += write(app, drawn, staff.clone()).await?;
        done += counts.iter().sum::<usize>();
        progress(done, planned);
    }
    Ok(summary)
}

/// The units that take part, by code.
fn units(app: &App, fridays: &[Date]) -> Result<Vec<Unit>, AppError> {
    let policy = app.policy();
    let Some(first) = fridays.first() else { return Err(AppError::NotOffered) };
    let taking_part = |unit: &&Unit| !policy.list_of(&unit.code, *first).is_empty();
    let units: Vec<Unit> = policy.units().on(*first).filter(taking_part).cloned().collect();
    if units.is_empty() { Err(AppError::NotOffered) } else { Ok(units) }
}

/// Keeps the one file that all made-up components refer to.
async fn keep_scan(app: &App, fridays: &[Date]) -> Result<FileRef, AppError> {
    let (bytes, scan) = papers::scan();
    app.files.put(&scan.sha256, bytes)?;
    let at = fridays.first().map_or(0, |first| to_ms(instant_on(*first, Time::midnight())));
    let noted = scan.clone();
    app.store
        .write(move |tx| {
            ledger::note_blob(tx, &noted.sha256, &noted.media_type, noted.bytes, noted.pages, at)
        })
        .await?;
    Ok(scan)
}

#[allow(clippy::too_many_arguments, reason = "one Friday with all it is drawn from")]
fn draw(
    app: &App,
    seed: u64,
    friday: usize,
    on: Date,
    units: &[Unit],
    counts: &[usize],
    done: usize,
    scan: &FileRef,
) -> Vec<Day> {
    let policy = app.policy();
    let mut serial = u32::try_from(done).unwrap_or_default();
    let mut drawn = Vec::with_capacity(units.len());
    for (place, (unit, count)) in units.iter().zip(counts).enumerate() {
        let mut chance = Chance::new(seed, ((friday as u64 + 1) << 16) | (place as u64 + 1));
        drawn.push(Day::draw(&mut chance, &policy, unit, on, *count, serial, scan));
        serial = serial.saturating_add(u32::try_from(*count).unwrap_or_default());
    }
    drawn
}

/// Writes one Friday of all units, unless it is there; how many dossiers were written.
async fn write(app: &App, drawn: Vec<Day>, staff: Arc<Vec<Staff>>) -> Result<usize, AppError> {
    let (policy, keys) = (app.policy(), app.keys.clone());
    app.store
        .write(move |tx| {
            let first = drawn.iter().find_map(Day::first);
            let there = match first {
                Some(first) => event_log::find_key(tx, first)?.is_some(),
                None => true,
            };
            if there {
                return Ok(0);
            }
            let mut written = 0;
            for (day, people) in drawn.iter().zip(staff.iter()) {
                written += day.write(tx, &policy, &keys, people)?;
            }
            Ok(written)
        })
        .await
}

//! What is known of a unit at one moment.

use super::laws::Learned;
use crate::App;
use crate::error::AppError;
use crate::policy::Policy;
use crate::presence::OnSite;
use domain::dossier::Stage;
use domain::place::UnitCode;
use domain::procedure::ProcedureCode;
use domain::promise::{Duty, DutySet, duty_at};
use domain::time::{civil, from_ms, instant_on, to_ms};
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use storage::dossier::DossierRow;
use storage::watch;
use storage::{StoreError, Tx};

/// A dossier that is not finished and due by the end of the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenWork {
    /// Its identifier.
    pub id: String,
    /// Its printed code.
    pub code: String,
    /// Its number in every projection.
    pub case: u64,
    /// The procedure and its version.
    pub procedure: (ProcedureCode, u16),
    /// Where it stands.
    pub stage: Stage,
    /// Since when, at the latest.
    pub since: Timestamp,
    /// When it is due: the promise while it can be kept, else the law.
    pub due_at: Timestamp,
    /// Whether that promise is for the day of receipt.
    pub same_day: bool,
    /// The programme's promise.
    pub commitment_due_at: Option<Timestamp>,
    /// When it was received.
    pub received_at: Timestamp,
}

impl OpenWork {
    /// The duty that has it in hand; none while it waits outside the four.
    pub const fn duty(&self) -> Option<Duty> {
        duty_at(self.stage)
    }
}

/// An officer of a duty: there now, or back at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Officer {
    /// The duty.
    pub duty: Duty,
    /// From when; nothing: now.
    pub from: Option<Timestamp>,
}

/// What is known of a unit.
#[derive(Debug, Clone)]
pub struct Load {
    /// The unit.
    pub unit: UnitCode,
    /// When it was read.
    pub at: Timestamp,
    /// The day it is about.
    pub on: Date,
    /// Unfinished dossiers due by the end of the day, most urgent first: the order of the work lists.
    pub work: Vec<OpenWork>,
    /// The duties on site.
    pub present: DutySet,
    /// Officers of the duties.
    pub officers: Vec<Officer>,
    /// When pieces of work last ended today, by duty, oldest first: one for each officer.
    pub ended: Vec<(Duty, Timestamp)>,
    /// What was learned about service times.
    pub learned: Learned,
}

impl Load {
    /// How many officers a duty has, now or later today.
    pub fn officers_of(&self, duty: Duty) -> usize {
        self.officers.iter().filter(|officer| officer.duty == duty).count()
    }
}

/// The load of a unit: from memory while nothing changed, else read anew.
///
/// # Errors
/// [`AppError::Store`].
pub async fn of_unit(app: &App, unit: &UnitCode, at: Timestamp) -> Result<Arc<Load>, AppError> {
    let (generation, kept) = app.watch.find(unit, at);
    if let Some(load) = kept {
        return Ok(load);
    }
    let (policy, code, learned) = (app.policy(), unit.clone(), app.watch.learned(at));
    let read = app.store.read(move |tx| {
        let learned = match &learned {
            Some(learned) => learned.clone(),
            None => Arc::new(watch::list_all_service_times(tx)?),
        };
        Ok::<_, StoreError>((read(tx, &policy, &code, at, &learned)?, learned))
    });
    let (load, learned) = read.await?;
    app.watch.keep_learned(at, &learned);
    let load = Arc::new(load);
    app.watch.keep(&load, generation);
    Ok(load)
}

/// Reads the load of a unit as of an instant.
///
/// # Errors
/// [`StoreError`].
pub fn read(
    tx: &mut Tx<'_>,
    policy: &Policy,
    unit: &UnitCode,
    at: Timestamp,
    everywhere: &[watch::ServiceTime],
) -> Result<Load, StoreError> {
    let on = civil(at).date();
    let rows = watch::open_promises(tx, unit.as_str(), to_ms(instant_on(on, Time::MAX)))?;
    let site = OnSite::load(tx, policy, unit, at)?;
    let present = site.duties(None);
    let ended = watch::list_work_ends(tx, unit.as_str(), to_ms(instant_on(on, Time::midnight())))?;
    let own = watch::list_service_times(tx, unit.as_str())?;
    Ok(Load {
        work: rows.iter().filter_map(open_work).collect(),
        officers: officers(&site, present),
        ended: ended
            .into_iter()
            .filter_map(|(duty, at)| Some((Duty::from_name(&duty)?, from_ms(at))))
            .collect(),
        learned: Learned::new(policy, unit, on, own, everywhere),
        unit: unit.clone(),
        present,
        at,
        on,
    })
}

/// The officers of each duty: everybody checked in for it, at least one where it is switched on by hand, and whoever is
/// away until an hour of today. Somebody with two duties stands at both: who works at which now, nobody records.
fn officers(site: &OnSite, present: DutySet) -> Vec<Officer> {
    let mut officers = Vec::new();
    for duty in Duty::ALL {
        let holds = |duties: DutySet| duties.contains(duty);
        let here = site.everybody().iter().filter(|seen| seen.here && holds(seen.stay.duties)).count();
        let here = here.max(usize::from(present.contains(duty)));
        officers.extend(std::iter::repeat_n(Officer { duty, from: None }, here));
        let away = site.everybody().iter().filter(|seen| !seen.here && holds(seen.stay.duties));
        let back = away.filter_map(|seen| seen.away.flatten());
        officers.extend(back.map(|from| Officer { duty, from: Some(from) }));
    }
    officers
}

fn open_work(row: &DossierRow) -> Option<OpenWork> {
    Some(OpenWork {
        case: case_of(&row.id),
        procedure: (row.procedure_code.parse().ok()?, row.procedure_version),
        stage: Stage::from_name(&row.stage)?,
        since: from_ms(row.changed_at),
        due_at: from_ms(row.working_due_at),
        same_day: row.same_day_promised,
        commitment_due_at: row.commitment_due_at.map(from_ms),
        received_at: from_ms(row.received_at),
        id: row.id.clone(),
        code: row.code.clone(),
    })
}

/// The number of a dossier in projections: the same in every process, none of them zero (the newcomer's).
pub fn case_of(id: &str) -> u64 {
    let [a, b, c, d, e, f, g, h, ..]: [u8; 32] = Sha256::digest(id.as_bytes()).into();
    u64::from_be_bytes([a, b, c, d, e, f, g, h]).max(1)
}

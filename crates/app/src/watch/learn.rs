//! Learned times: what an event that ends a piece of work teaches, written in the event's transaction.
//!
//! Work on a dossier begins when it comes to a duty, or when the officer ended the piece before, whichever is later; it
//! ends with the event. Only the sums over all officers are kept. Receiving is not learned (nobody records when a
//! citizen sat down) and neither is returning (that is up to the citizen); imported registers teach nothing.

use super::laws::observation;
use crate::policy::Policy;
use domain::day::hours::working_seconds;
use domain::dossier::{Dossier, Event, Recorded};
use domain::promise::Duty;
use domain::time::{civil, from_ms, to_ms};
use friday::Span;
use jiff::Timestamp;
use std::collections::BTreeMap;
use storage::event_log::{self, LogError};
use storage::watch::{self, ServiceTime};
use storage::{StoreError, Tx};

/// The duty whose work an event ends.
const fn ends(event: &Event) -> Option<Duty> {
    match event {
        Event::Appraised { .. } => Some(Duty::Appraise),
        Event::Approved { .. } => Some(Duty::Approve),
        Event::Received(_)
        | Event::SupplementRequested { .. }
        | Event::Supplemented { .. }
        | Event::VerificationBegun { .. }
        | Event::VerificationRecorded(_)
        | Event::Suspended { .. }
        | Event::Resumed { .. }
        | Event::Extended { .. }
        | Event::SentBack { .. }
        | Event::HandedBack { .. }
        | Event::Withdrawn { .. }
        | Event::Stopped { .. }
        | Event::Amended { .. }
        | Event::Voided { .. }
        | Event::ResultRevoked { .. }
        | Event::FileAttached { .. }
        | Event::FeePaid { .. }
        | Event::FeeExempted { .. }
        | Event::FeeRefunded { .. }
        | Event::SynchronisationChanged { .. } => None,
    }
}

/// Learns from an event; `came_at` is when the event before it happened.
///
/// # Errors
/// [`StoreError`].
pub fn from_event(
    tx: &mut Tx<'_>,
    policy: &Policy,
    dossier: &Dossier,
    came_at: Timestamp,
    recorded: &Recorded,
) -> Result<(), StoreError> {
    let Some(duty) = ends(&recorded.event).filter(|_| teaches(dossier)) else { return Ok(()) };
    let (unit, actor) = (dossier.deciding_unit(), recorded.actor.to_string());
    let before = watch::work_end(tx, unit.as_str(), duty.name(), &actor, to_ms(recorded.at))?;
    match observed(policy, dossier, duty, came_at, before.map(from_ms), recorded.at) {
        Some(row) => watch::add_service_time(tx, &row),
        None => Ok(()),
    }
}

/// Only work of the programme, done as it is recorded: a register typed in later says nothing about minutes.
fn teaches(dossier: &Dossier) -> bool {
    dossier.reception.promise.programme.is_some() && dossier.reception.imported_from.is_none()
}

/// The time worked, within opening hours of one day; nothing when the dossier lay there since another day.
fn observed(
    policy: &Policy,
    dossier: &Dossier,
    duty: Duty,
    came_at: Timestamp,
    before: Option<Timestamp>,
    at: Timestamp,
) -> Option<ServiceTime> {
    let begun = before.map_or(came_at, |before| before.max(came_at));
    let on = civil(at).date();
    if civil(came_at).date() != on || begun > at {
        return None;
    }
    let calendar = policy.calendar_of(dossier.deciding_unit(), on)?;
    let worked = i64::try_from(working_seconds(begun, at, calendar)).ok()?;
    let procedure = dossier.reception.procedure.code.as_str();
    Some(observation(dossier.deciding_unit(), procedure, duty, Span::from_ms(worked.saturating_mul(1_000))))
}

/// What the log teaches, from its first event on: the truth that the kept sums are compared with.
///
/// # Errors
/// [`LogError`].
pub fn from_log(tx: &mut Tx<'_>, policy: &Policy) -> Result<Vec<ServiceTime>, LogError> {
    let mut sums: BTreeMap<(String, String, String), ServiceTime> = BTreeMap::new();
    for (unit, _, _) in event_log::heads(tx)? {
        let mut ended: BTreeMap<(Duty, String), Timestamp> = BTreeMap::new();
        for (dossier_id, sequence) in event_log::list_work(tx, &unit)? {
            let Ok(id) = dossier_id.parse() else { continue };
            let log = event_log::list_of(tx, id)?;
            let Some(place) = log.iter().position(|recorded| recorded.sequence == sequence) else { continue };
            let (Some(recorded), Some(before)) = (log.get(place), log.get(..place)) else { continue };
            let (Some(duty), Some(came)) = (ends(&recorded.event), before.last()) else { continue };
            let dossier = domain::dossier::fold(before)?;
            if !teaches(&dossier) {
                continue;
            }
            let last = ended.insert((duty, recorded.actor.to_string()), recorded.at);
            let Some(row) = observed(policy, &dossier, duty, came.at, last, recorded.at) else { continue };
            let key = (row.unit.clone(), row.procedure_code.clone(), row.duty.clone());
            match sums.get_mut(&key) {
                Some(sum) => {
                    sum.n += row.n;
                    sum.log_sum += row.log_sum;
                    sum.log_square_sum += row.log_square_sum;
                }
                None => drop(sums.insert(key, row)),
            }
        }
    }
    Ok(sums.into_values().collect())
}

/// Learns everything anew from the log. Gives the number of sums.
///
/// # Errors
/// [`LogError`].
pub fn rebuild(tx: &mut Tx<'_>, policy: &Policy) -> Result<usize, LogError> {
    let rows = from_log(tx, policy)?;
    watch::clear_service_times(tx)?;
    for row in &rows {
        watch::add_service_time(tx, row)?;
    }
    Ok(rows.len())
}

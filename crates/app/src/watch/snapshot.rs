//! A load as the engine's input.

use super::load::{Load, OpenWork};
use super::stage_of;
use crate::policy::Policy;
use domain::day::WorkingCalendar;
use domain::dossier::Stage as DossierStage;
use domain::procedure::{ProcedureVersion, WorkMinutes};
use domain::promise::Duty;
use domain::time::{from_ms, instant_on, to_ms};
use friday::{DayTime, Newcomer, OpenFile, PerStage, Position, Server, Snapshot, Stage, Window, Windows};
use jiff::Timestamp;
use jiff::civil::{Date, Time};

/// The newcomer's number in every projection: the same draws for whoever comes next.
pub const NEWCOMER: u64 = 0;

/// Milliseconds since the midnight a day began with.
pub fn day_time(on: Date, at: Timestamp) -> DayTime {
    DayTime::from_ms(to_ms(at) - to_ms(instant_on(on, Time::midnight())))
}

/// The instant of a time of a day.
pub fn instant_of(on: Date, at: DayTime) -> Timestamp {
    from_ms(to_ms(instant_on(on, Time::midnight())).saturating_add(at.ms()))
}

/// The unit's day as the engine sees it, at the whole minute, so that one minute has one answer.
pub fn snapshot(policy: &Policy, calendar: &WorkingCalendar, load: &Load, now: Timestamp) -> Snapshot {
    let on = load.on;
    let now = day_time(on, now).round_down(friday::Span::from_minutes(1));
    let opening = calendar.windows_on(on).iter().map(|window| Window {
        from: day_time(on, instant_on(on, window.opens())),
        to: day_time(on, instant_on(on, window.closes())),
    });
    Snapshot {
        now,
        opening: Windows::new(opening),
        servers: servers(load),
        files: files(policy, load, now),
        expected: Vec::new(),
        walk_ins: None,
    }
}

fn servers(load: &Load) -> PerStage<Vec<Server>> {
    let mut servers = PerStage::from_fn(|_| Vec::new());
    for officer in load.officers.iter().filter(|officer| officer.duty != Duty::Return) {
        let windows = match officer.from {
            None => Windows::always(),
            Some(from) => Windows::one(day_time(load.on, from), DayTime::from_ms(i64::MAX)),
        };
        servers[stage_of(officer.duty)].push(Server { windows });
    }
    // A result counts as ready when it is approved; nobody is waited for to hand it over.
    servers[Stage::Return].push(Server { windows: Windows::always() });
    servers
}

/// Files that are worked on or wait for it. Those first in the order of a list are in work, one for each officer there.
fn files(policy: &Policy, load: &Load, now: DayTime) -> Vec<OpenFile> {
    let mut files = Vec::with_capacity(load.work.len());
    for duty in [Duty::Appraise, Duty::Approve] {
        let there =
            load.officers.iter().filter(|officer| officer.duty == duty && officer.from.is_none()).count();
        let mine = load.work.iter().filter(|work| work.duty() == Some(duty));
        for (place, work) in mine.enumerate() {
            let stage = stage_of(duty);
            let at = if place < there {
                Position::InService { stage, since: begun(load, work, duty, place).min(now), by: None }
            } else {
                Position::Waiting { stage }
            };
            let (code, version) = &work.procedure;
            let minutes = policy.version(code, *version).map_or(WorkMinutes::ASSUMED, |version| version.work);
            files.push(OpenFile { case: work.case, laws: load.learned.laws(code.as_str(), &minutes), at });
        }
    }
    files
}

/// When work on a file can have begun: when it came there, and when an officer of the duty was free.
fn begun(load: &Load, work: &OpenWork, duty: Duty, place: usize) -> DayTime {
    let came = day_time(load.on, work.since);
    let ended: Vec<Timestamp> = load.ended.iter().filter(|(of, _)| *of == duty).map(|(_, at)| *at).collect();
    let free = ended.get(place.min(ended.len().saturating_sub(1))).map(|at| day_time(load.on, *at));
    free.map_or(came, |free| came.max(free))
}

/// Whether a file is in the projection: not one that waits for the citizen or for something outside.
pub const fn is_projected(work: &OpenWork) -> bool {
    matches!(work.stage, DossierStage::Received | DossierStage::AwaitingApproval)
}

/// A file of a procedure that is accepted now.
pub fn newcomer(load: &Load, version: &ProcedureVersion, snapshot: &Snapshot) -> Newcomer {
    Newcomer {
        case: NEWCOMER,
        at: snapshot.now,
        enters: Stage::Appraise,
        laws: load.learned.laws(version.code.as_str(), &version.work),
    }
}

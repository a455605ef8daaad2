//! Whether a promise for today may be given, and what stands in its way.

use crate::project::project_with;
use crate::{DayTime, Newcomer, Server, Snapshot, Stage};

/// A promise already given, before and after the newcomer is reckoned with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outstanding {
    /// The file.
    pub case: u64,
    /// Probability of being late without the newcomer.
    pub before: f64,
    /// The same with the newcomer.
    pub after: f64,
    /// The risk this promise may never be pushed past by a later decision.
    pub floor: f64,
}

/// Answer of the promise rule.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Verdict {
    /// Today, with this probability of being late.
    Promised {
        /// Probability of being late.
        late: f64,
    },
    /// The file is taken in; the promise for today is withheld.
    Withheld(Withheld),
}

/// Why a promise is withheld.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Withheld {
    /// Nobody works at a stage from now to the deadline (reason R5).
    NobodyPresent(Stage),
    /// It would be late too often (reason R4).
    Capacity {
        /// Probability of being late.
        late: f64,
        /// The most the rule allows.
        theta: f64,
    },
    /// A promise already given would suffer (reason R4).
    Interference {
        /// The file that would suffer.
        case: u64,
    },
}

/// The rule: p at most `theta`, everybody present, and no promise already given pushed past its floor.
///
/// A newcomer takes nobody's turn, but from several desks a quick file may overtake a slow one on its way to the next
/// stage. So promises already given are computed again with the newcomer in the snapshot, and passed as `others`.
///
/// Eligibility (the list, complete documents, no verification) is a rule of law and decided before.
pub fn judge(
    snapshot: &Snapshot,
    newcomer: &Newcomer,
    deadline: DayTime,
    late: f64,
    theta: f64,
    others: &[Outstanding],
) -> Verdict {
    if let Some(stage) = absent_stage(snapshot, newcomer, deadline) {
        return Verdict::Withheld(Withheld::NobodyPresent(stage));
    }
    if late.is_nan() || late > theta {
        return Verdict::Withheld(Withheld::Capacity { late, theta });
    }
    match others.iter().find(|other| other.after > other.before.max(other.floor)) {
        Some(other) => Verdict::Withheld(Withheld::Interference { case: other.case }),
        None => Verdict::Promised { late },
    }
}

/// The first stage still ahead at which nobody can start any work before the deadline.
fn absent_stage(snapshot: &Snapshot, newcomer: &Newcomer, deadline: DayTime) -> Option<Stage> {
    let from = snapshot.now.max(newcomer.at);
    let works = |server: &Server| {
        let hours = server.windows.intersect(&snapshot.opening);
        hours.next_open(from).is_some_and(|open| open < deadline)
    };
    Stage::ALL
        .into_iter()
        .filter(|stage| *stage >= newcomer.enters)
        .find(|stage| !snapshot.servers[*stage].iter().any(works))
}

/// The stage that stands in the way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Binding {
    /// The stage.
    pub stage: Stage,
    /// Probability of being late as things are.
    pub late: f64,
    /// The same with one more officer there for the rest of the day.
    pub with_one_more: f64,
}

/// Names the stage at which one more officer helps most, by computing the day again with that officer, on the same
/// draws. None when no single officer takes away at least a third of the risk: then the work itself is too long.
pub fn binding_stage(
    snapshot: &Snapshot,
    newcomer: &Newcomer,
    deadline: DayTime,
    draws: (u64, usize),
) -> Option<Binding> {
    let risk = |snapshot: &Snapshot| {
        project_with(snapshot, newcomer, draws.0, draws.1).late(newcomer.case, deadline).unwrap_or(1.0)
    };
    let late = risk(snapshot);
    let mut best: Option<Binding> = None;
    for stage in Stage::ALL.into_iter().filter(|stage| *stage >= newcomer.enters) {
        let mut helped = snapshot.clone();
        helped.servers[stage].push(Server { windows: snapshot.opening.clone() });
        let with_one_more = risk(&helped);
        if best.is_none_or(|best| with_one_more < best.with_one_more) {
            best = Some(Binding { stage, late, with_one_more });
        }
    }
    best.filter(|best| late > 0.0 && late - best.with_one_more > late / 3.0)
}

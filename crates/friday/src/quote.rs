//! The time a citizen is told: from when and by when the result is ready.

use crate::project::project_with;
use crate::{DayTime, Newcomer, Projection, Snapshot, Span};

/// Steps in which times are told.
const QUARTER: Span = Span::from_minutes(15);

/// What a quote shall hold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct QuoteTerms {
    /// The instant of the promise, mostly closing.
    pub deadline: DayTime,
    /// How sure the interval shall be, 0.9 or 0.95.
    pub level: f64,
    /// Added to the end of the interval: the conformal margin of the group of files, may be negative.
    pub margin: Span,
    /// Seed of the draws; kept with the answer, it can be computed again bit for bit.
    pub seed: u64,
    /// Number of drawn paths; a promise of 99.97 % needs 16,384.
    pub paths: usize,
}

/// From when to when, in quarters of an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// Not before this.
    pub from: DayTime,
    /// Ready by this.
    pub by: DayTime,
}

/// What can be said to somebody who stands at the counter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quote {
    /// Probability of not being ready by the deadline.
    pub late: f64,
    /// Interval at the level asked; none when its end is not today.
    pub interval: Option<Interval>,
    /// One-sided: ready by this with the level asked, margin included, in quarters; none when that is not today.
    pub ready_by: Option<DayTime>,
    /// As likely earlier as later; none when that is not today.
    pub median: Option<DayTime>,
    /// Interval of the moment at which the first stage begins; none when that may not be today.
    pub turn: Option<Interval>,
}

/// Quotes a newcomer who queues behind everybody that is there.
pub fn quote(snapshot: &Snapshot, newcomer: &Newcomer, terms: &QuoteTerms) -> Quote {
    let projection = project_with(snapshot, newcomer, terms.seed, terms.paths);
    read(&projection, newcomer.case, terms)
}

fn read(projection: &Projection, case: u64, terms: &QuoteTerms) -> Quote {
    let edge = (1.0 - terms.level) / 2.0;
    let turn = |level| projection.turn(case, level);
    Quote {
        late: projection.late(case, terms.deadline).unwrap_or(1.0),
        interval: interval(projection, case, terms.level, terms.margin),
        ready_by: projection.ready(case, terms.level).map(|at| (at + terms.margin).round_up(QUARTER)),
        median: projection.ready(case, 0.5),
        turn: turn(edge).zip(turn(1.0 - edge)).map(|(from, by)| Interval { from, by }),
    }
}

/// Interval of the ready time of a file in a projection: equal tails, outward to the quarter, `margin` added to the end.
/// None when its end is not today or the file is unknown.
pub fn interval(projection: &Projection, case: u64, level: f64, margin: Span) -> Option<Interval> {
    let edge = (1.0 - level) / 2.0;
    let from = projection.ready(case, edge)?.round_down(QUARTER);
    let by = (projection.ready(case, 1.0 - edge)? + margin).round_up(QUARTER);
    Some(Interval { from, by: by.max(from + QUARTER) })
}

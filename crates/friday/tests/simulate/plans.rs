//! Plans the tests share.

use friday::order::{Accumulating, Policy};
use friday::simulate::{Officer, Plan};
use friday::{DayTime, Law, PerStage, Span, Stage, Window, Windows};

/// Minutes since midnight.
pub fn at(minutes: i64) -> DayTime {
    DayTime::from_minutes(minutes)
}

/// Exponential with a mean in minutes.
pub fn exponential(minutes: f64) -> Law {
    Law::Exponential { mean: Span::from_minutes_f64(minutes) }
}

/// No work.
pub const NOTHING: Law = Law::Fixed(Span::ZERO);

/// So many officers at each stage, with these hours.
pub fn officers(counts: [usize; 4], hours: &Windows) -> Vec<Officer> {
    let stages = Stage::ALL.into_iter().zip(counts);
    stages.flat_map(|(stage, count)| vec![Officer::at(stage, hours.clone()); count]).collect()
}

/// A house that never closes, first come first served, arrivals at `rate` a minute up to `horizon` minutes.
pub fn around_the_clock(servers: [usize; 4], laws: PerStage<Law>, rate: f64, horizon: i64) -> Plan {
    let hours = Windows::one(at(0), at(1_000_000_000));
    let mut plan = Plan::new(hours.clone(), at(horizon), laws);
    plan.order = PerStage::from_fn(|_| Policy::InOrder);
    plan.officers = officers(servers, &hours);
    plan.walk_ins = vec![(Window { from: at(0), to: at(horizon) }, rate * 60.0)];
    plan
}

/// Accumulating priority without caps.
pub const fn accumulating(ratio: f64) -> Policy {
    Policy::Accumulating(Accumulating { ratio, priority_cap: None, normal_cap: None })
}

/// The test Friday F1: minutes from 7:30 as minutes from midnight; desks stay until the house is empty.
pub fn test_friday() -> Plan {
    let minutes = [(10, 0.6), (15, 0.8), (3, 0.5), (5, 0.5)];
    let laws = PerStage(minutes.map(|(mean, cv)| Law::lognormal(Span::from_minutes(mean), cv)));
    let hours =
        Windows::new([Window { from: at(0), to: at(240) }, Window { from: at(360), to: at(100_000) }]);
    let mut plan = Plan::new(hours.clone(), at(570), laws);
    plan.officers = officers([3, 4, 1, 2], &hours);
    plan.order[Stage::Receive] = Policy::Strict;
    plan.priority_share = 0.15;
    let rates = [(0, 120, 0.3), (120, 210, 0.2), (360, 480, 0.2)];
    plan.walk_ins =
        rates.map(|(from, to, rate)| (Window { from: at(from), to: at(to) }, rate * 60.0)).to_vec();
    plan
}

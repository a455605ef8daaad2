//! How open promises stand, and where the day is too full.

use crate::sampler::Sampler;
use crate::{DayTime, Law, PerStage, Position, Snapshot, Span, Stage};

/// How a promise stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Risk {
    /// Late with less than 1 %.
    Green,
    /// Late with at least 1 %.
    Amber,
    /// Late with at least 10 %: somebody must act.
    Red,
    /// The deadline has passed and the result is not out.
    Broken,
}

impl Risk {
    /// The band of an unfinished promise: probability of being late, and the time against the deadline.
    pub fn of(late: f64, now: DayTime, deadline: DayTime) -> Self {
        if now > deadline {
            Self::Broken
        } else if late >= 0.1 || late.is_nan() {
            Self::Red
        } else if late >= 0.01 {
            Self::Amber
        } else {
            Self::Green
        }
    }
}

/// The second trigger, whatever the deadline: work that lasts longer than 95 of 100 like it.
pub fn running_long(law: Law, age: Span) -> bool {
    age > law.quantile(0.95)
}

/// Work ahead at each stage as a share of the officers' open time until the deadline: red above 0.85, infinite where
/// work waits and nobody is there, zero where nothing waits.
pub fn workload(snapshot: &Snapshot, deadline: DayTime) -> PerStage<f64> {
    let minutes = open_minutes(snapshot, deadline);
    let mut work = PerStage([0.0; 4]);
    for file in &snapshot.files {
        let here = file.at.stage();
        for stage in Stage::ALL.into_iter().filter(|stage| *stage >= here) {
            work[stage] += match file.at {
                Position::InService { since, .. } if stage == here => {
                    mean_left(file.laws[stage], snapshot.opening.open_between(since, snapshot.now))
                }
                Position::InService { .. } | Position::Waiting { .. } => file.laws[stage].mean_minutes(),
            };
        }
    }
    for guest in snapshot.expected.iter().filter(|guest| guest.at < deadline) {
        for (stage, law) in guest.laws.iter() {
            work[stage] += guest.show.clamp(0.0, 1.0) * law.mean_minutes();
        }
    }
    for (window, per_hour) in snapshot.walk_ins.iter().flat_map(|walk_ins| &walk_ins.rates) {
        let hours = (window.to.min(deadline) - window.from.max(snapshot.now)).minutes().max(0.0) / 60.0;
        for (stage, law) in snapshot.walk_ins.iter().flat_map(|walk_ins| walk_ins.laws.iter()) {
            work[stage] += hours * per_hour.max(0.0) * law.mean_minutes();
        }
    }
    PerStage::from_fn(|stage| if work[stage] <= 0.0 { 0.0 } else { work[stage] / minutes[stage] })
}

/// Open minutes of all officers of each stage from now to the deadline.
fn open_minutes(snapshot: &Snapshot, deadline: DayTime) -> PerStage<f64> {
    PerStage::from_fn(|stage| {
        let servers = snapshot.servers[stage].iter();
        let open = servers.map(|server| {
            server.windows.intersect(&snapshot.opening).open_between(snapshot.now, deadline).minutes()
        });
        open.sum()
    })
}

/// Mean of what is left of work that already took `age`, in minutes.
fn mean_left(law: Law, age: Span) -> f64 {
    const POINTS: u64 = 256;
    let sampler = Sampler::new(law);
    let survival = sampler.survival(age);
    let step = u64::MAX / POINTS;
    let sum: i64 = (0..POINTS).map(|point| sampler.left(point * step + step / 2, survival, age)).sum();
    Span::from_ms(sum / POINTS as i64).minutes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands() {
        let (now, deadline) = (DayTime::hm(14, 0), DayTime::hm(17, 0));
        let rows = [
            (0.0, Risk::Green),
            (0.0099, Risk::Green),
            (0.01, Risk::Amber),
            (0.0999, Risk::Amber),
            (0.1, Risk::Red),
        ];
        for (late, risk) in rows {
            assert_eq!(Risk::of(late, now, deadline), risk, "{late}");
        }
        assert_eq!(Risk::of(0.0, DayTime::hm(17, 1), deadline), Risk::Broken);
        assert_eq!(Risk::of(1.0, deadline, deadline), Risk::Red);
    }

    #[test]
    fn longer_than_usual() {
        let law = Law::lognormal(Span::from_minutes(15), 0.8);
        assert!(!running_long(law, Span::from_minutes(30)) && running_long(law, Span::from_minutes(45)));
    }

    #[test]
    fn what_is_left_of_exponential_work_is_its_mean() {
        let left = mean_left(Law::Exponential { mean: Span::from_minutes(20) }, Span::from_minutes(33));
        assert!((left - 20.0).abs() < 0.3, "{left}");
    }
}

//! How long work takes: the pack's minutes, corrected by what the district and then the unit has learned.

use super::stage_of;
use crate::policy::Policy;
use domain::place::UnitCode;
use domain::procedure::WorkMinutes;
use domain::promise::Duty;
use friday::shrink::{Observed, learned};
use friday::{Law, PerStage, Span, Stage};
use jiff::civil::Date;
use std::collections::BTreeMap;
use storage::watch::ServiceTime;

/// How many observations the level above is worth.
const WEIGHT: f64 = 20.0;

/// Sums are kept in millionths.
const MILLION: f64 = 1_000_000.0;

/// Spread of the work of a duty before anything was learned: standard deviation divided by mean (our estimate).
const fn spread(duty: Duty) -> f64 {
    match duty {
        Duty::Receive => 0.6,
        Duty::Appraise => 0.8,
        Duty::Approve | Duty::Return => 0.5,
    }
}

/// Observations by procedure and duty.
type ByWork = BTreeMap<(String, &'static str), Observed>;

/// What the unit and its district have learned.
#[derive(Debug, Clone, Default)]
pub struct Learned {
    unit: ByWork,
    district: ByWork,
}

impl Learned {
    /// Sums up: the unit's own rows, and those of the units beside it under the same unit above.
    pub fn new(
        policy: &Policy,
        unit: &UnitCode,
        on: Date,
        own: Vec<ServiceTime>,
        everywhere: &[ServiceTime],
    ) -> Self {
        let above = policy.units().parent_on(unit, on).map(|parent| parent.code.clone());
        let beside: Vec<&str> = match &above {
            Some(above) => {
                policy.units().children_on(above, on).iter().map(|unit| unit.code.as_str()).collect()
            }
            None => Vec::new(),
        };
        let here = |row: &&ServiceTime| row.unit != unit.as_str() && beside.contains(&row.unit.as_str());
        Self { unit: summed(own.iter()), district: summed(everywhere.iter().filter(here)) }
    }

    /// The law of a duty for a procedure.
    pub fn law(&self, procedure: &str, minutes: &WorkMinutes, duty: Duty) -> Law {
        let mean = Span::from_minutes(i64::from(minutes.of(duty)));
        let default = Law::lognormal(mean, spread(duty));
        let key = (procedure.to_owned(), duty.name());
        let levels = [&self.district, &self.unit].map(|level| level.get(&key).copied().unwrap_or_default());
        learned(default, &levels, WEIGHT)
    }

    /// The laws of a procedure. Returning takes no time here: a result counts as ready when it is approved, and when it
    /// is fetched is up to the citizen.
    pub fn laws(&self, procedure: &str, minutes: &WorkMinutes) -> PerStage<Law> {
        let mut laws = PerStage([Law::Fixed(Span::ZERO); 4]);
        for duty in [Duty::Receive, Duty::Appraise, Duty::Approve] {
            laws[stage_of(duty)] = self.law(procedure, minutes, duty);
        }
        laws[Stage::Return] = Law::Fixed(Span::ZERO);
        laws
    }
}

fn summed<'a>(rows: impl Iterator<Item = &'a ServiceTime>) -> ByWork {
    let mut sums = ByWork::new();
    for row in rows {
        let Some(duty) = Duty::from_name(&row.duty) else { continue };
        let sum = sums.entry((row.procedure_code.clone(), duty.name())).or_default();
        *sum = sum.merged(observed(row));
    }
    sums
}

fn observed(row: &ServiceTime) -> Observed {
    Observed {
        count: u64::try_from(row.n).unwrap_or_default(),
        log_sum: row.log_sum as f64 / MILLION,
        log_square_sum: row.log_square_sum as f64 / MILLION,
    }
}

/// One observed time as a row to add: logarithms in millionths, so that sums do not depend on their order.
pub fn observation(unit: &UnitCode, procedure: &str, duty: Duty, worked: Span) -> ServiceTime {
    let mut one = Observed::default();
    one.add(worked);
    ServiceTime {
        unit: unit.to_string(),
        procedure_code: procedure.to_owned(),
        duty: duty.name().to_owned(),
        n: 1,
        log_sum: (one.log_sum * MILLION).round() as i64,
        log_square_sum: (one.log_square_sum * MILLION).round() as i64,
    }
}

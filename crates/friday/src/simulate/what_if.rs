//! What one more pair of hands brings: the same days, with the same luck, played with the changed plan.

use super::estimate::Estimate;
use super::outcome::{Outcome, run};
use super::plan::{Officer, Plan};
use crate::order::Class;
use crate::{Span, Stage};

/// One change of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// One more officer at a duty, all day.
    OneMoreAt(Stage),
    /// One more volunteer, all day.
    OneMoreVolunteer,
}

impl Change {
    /// All changes.
    pub const ALL: [Self; 5] = [
        Self::OneMoreAt(Stage::Receive),
        Self::OneMoreAt(Stage::Appraise),
        Self::OneMoreAt(Stage::Approve),
        Self::OneMoreAt(Stage::Return),
        Self::OneMoreVolunteer,
    ];

    /// The changed plan. A volunteer helps only where the plan says that citizens need help.
    #[must_use]
    pub fn applied(self, plan: &Plan) -> Plan {
        let mut changed = plan.clone();
        match self {
            Self::OneMoreAt(stage) => changed.officers.push(Officer::at(stage, plan.opening.clone())),
            Self::OneMoreVolunteer => changed.volunteers.windows.push(plan.opening.clone()),
        }
        changed
    }
}

/// What a change brings, day by day against the same day without it. Positive is better.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gain {
    /// The change.
    pub change: Change,
    /// More promises kept, as a share of all.
    pub kept: Option<Estimate>,
    /// More days without backlog, as a share of all.
    pub zero_backlog: Option<Estimate>,
    /// Minutes less wait for the counter.
    pub wait: Option<Estimate>,
    /// Minutes less from the door to the result.
    pub sojourn: Option<Estimate>,
}

/// Plays each change against `base`, which must come from the same plan and seed.
pub fn gains(plan: &Plan, base: &Outcome, seed: u64, progress: impl Fn(usize) + Sync) -> Vec<Gain> {
    Change::ALL
        .into_iter()
        .map(|change| {
            let changed = run(&change.applied(plan), seed, base.days().len(), &progress);
            gain(change, base, &changed)
        })
        .collect()
}

fn gain(change: Change, base: &Outcome, changed: &Outcome) -> Gain {
    let Difference { kept, zero_backlog, wait, sojourn } = difference(base, changed);
    Gain { change, kept, zero_backlog, wait, sojourn }
}

/// How one plan differs from another on the same days. Positive is better.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// More promises kept, as a share of all.
    pub kept: Option<Estimate>,
    /// More days without backlog, as a share of all.
    pub zero_backlog: Option<Estimate>,
    /// Minutes less wait for the counter.
    pub wait: Option<Estimate>,
    /// Minutes less from the door to the result.
    pub sojourn: Option<Estimate>,
}

/// Day by day, what `changed` does better than `base`; both must come from the same seed. With different demand the
/// differences are those of the means.
pub fn difference(base: &Outcome, changed: &Outcome) -> Difference {
    let pairs = || base.days().iter().zip(changed.days());
    let wait = |days: &super::Day| {
        let (sum, count) = days.waits[Class::Normal as usize];
        let (more, others) = days.waits[Class::Priority as usize];
        (Span::from_ms(sum + more).minutes(), f64::from(count + others))
    };
    let sojourn = |day: &super::Day| (Span::from_ms(day.sojourn.0).minutes(), f64::from(day.sojourn.1));
    let mean = |(sum, count): (f64, f64)| if count > 0.0 { sum / count } else { 0.0 };
    // A day without promises has broken none.
    let share =
        |kept: u32, promised: u32| if promised > 0 { f64::from(kept) / f64::from(promised) } else { 1.0 };
    Difference {
        kept: Estimate::mean(
            pairs().map(|(old, new)| share(new.kept, new.promised) - share(old.kept, old.promised)),
        ),
        zero_backlog: Estimate::mean(pairs().map(|(old, new)| {
            f64::from(u8::from(new.open_at_closing == 0)) - f64::from(u8::from(old.open_at_closing == 0))
        })),
        wait: Estimate::mean(pairs().map(|(old, new)| mean(wait(old)) - mean(wait(new)))),
        sojourn: Estimate::mean(pairs().map(|(old, new)| mean(sojourn(old)) - mean(sojourn(new)))),
    }
}

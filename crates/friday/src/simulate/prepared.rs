//! A plan made ready for many days: laws as tables, officers in flat lists.

use crate::sampler::Sampler;
use crate::simulate::plan::{Kind, Plan};
use crate::{Law, PerStage, Span, Stage};

/// A plan made ready.
pub(super) struct Prepared<'p> {
    pub(super) plan: &'p Plan,
    /// Laws of each kind.
    pub(super) samplers: Vec<[Sampler; 4]>,
    /// Up to which 64 bits each kind is drawn.
    pub(super) kind_up_to: Vec<u64>,
    /// Hours of each officer within the opening hours.
    pub(super) hours: Vec<Vec<(i64, i64)>>,
    /// Officers of each stage: those with the fewest duties first.
    pub(super) posts: PerStage<Vec<usize>>,
    /// Instants at which somebody comes (back), in order.
    pub(super) wakes: Vec<i64>,
    /// Gaps between walk-ins, for each window; mean 1 where the window's own rate is put in per day.
    pub(super) gaps: Vec<Option<Sampler>>,
    pub(super) patience: Option<Sampler>,
    pub(super) filling: Sampler,
    pub(super) volunteers: Vec<Vec<(i64, i64)>>,
}

impl<'p> Prepared<'p> {
    pub(super) fn new(plan: &'p Plan) -> Self {
        let hours: Vec<Vec<(i64, i64)>> =
            plan.officers.iter().map(|officer| in_ms(&officer.windows.intersect(&plan.opening))).collect();
        let mut wakes: Vec<i64> = hours.iter().flatten().map(|hour| hour.0).collect();
        wakes.sort_unstable();
        wakes.dedup();
        let duties =
            |position: &usize| plan.officers[*position].duties.0.iter().filter(|duty| **duty).count();
        let posts = PerStage::from_fn(|stage| {
            let mut posts: Vec<usize> =
                (0..plan.officers.len()).filter(|&position| plan.officers[position].duties[stage]).collect();
            posts.sort_by_key(|position| (duties(position), *position));
            posts
        });
        Self {
            plan,
            samplers: plan.kinds.iter().map(|kind| kind.laws.0.map(Sampler::new)).collect(),
            kind_up_to: kind_up_to(&plan.kinds),
            hours,
            posts,
            wakes,
            gaps: plan.walk_ins.iter().map(|(_, per_hour)| gap(*per_hour)).collect(),
            patience: plan.patience.map(Sampler::new),
            filling: Sampler::new(plan.volunteers.takes),
            volunteers: plan.volunteers.windows.iter().map(in_ms).collect(),
        }
    }

    /// How long stage `stage` of a file takes, in milliseconds.
    #[inline]
    pub(super) fn takes(&self, kind: usize, stage: Stage, bits: u64) -> i64 {
        let takes = self.samplers[kind][stage.index()].at(bits);
        match self.plan.rescue {
            Some(rescue) if rescue.stage == stage && takes > rescue.after.ms() => {
                rescue.after.ms() + ((takes - rescue.after.ms()) as f64 / rescue.speed).round() as i64
            }
            Some(_) | None => takes,
        }
    }

    /// The kind drawn with these bits.
    pub(super) fn kind(&self, bits: u64) -> usize {
        self.kind_up_to.partition_point(|up_to| *up_to < bits).min(self.samplers.len().saturating_sub(1))
    }
}

fn in_ms(windows: &crate::Windows) -> Vec<(i64, i64)> {
    windows.as_slice().iter().map(|window| (window.from.ms(), window.to.ms())).collect()
}

fn gap(per_hour: f64) -> Option<Sampler> {
    let mean = Span::from_minutes_f64(60.0 / per_hour);
    (per_hour > 0.0).then(|| Sampler::new(Law::Exponential { mean }))
}

fn kind_up_to(kinds: &[Kind]) -> Vec<u64> {
    let total: f64 = kinds.iter().map(|kind| kind.weight.max(0.0)).sum();
    let mut sum = 0.0;
    let up_to = kinds.iter().map(|kind| {
        sum += kind.weight.max(0.0);
        (sum / total * 2f64.powi(64)) as u64
    });
    up_to.collect()
}

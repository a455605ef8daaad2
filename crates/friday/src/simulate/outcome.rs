//! Thousands of days of one plan, and the figures read from them.

use std::ops::Range;

use rayon::prelude::*;

use super::estimate::Estimate;
use super::events::Core;
use super::plan::Plan;
use super::prepared::Prepared;
use super::tally::{Day, IntakeSlot, SLOT, SOJOURN_BIN, Tally, WAIT_BIN, quantile};
use super::trace::{self, FileTrace, Trace};
use crate::calibration::lower_bound;
use crate::order::Class;
use crate::{DayTime, PerStage, Span, Stage, Streams};

/// Days played by one task. Tasks are put together in order, so the number of threads changes nothing.
const CHUNK: usize = 64;
/// Independent parts from which the intervals of quantiles come.
const PARTS: usize = 20;

/// What a plan gives, over all its replications.
#[derive(Clone)]
pub struct Outcome {
    days: Vec<Day>,
    tally: Tally,
    parts: Vec<Tally>,
}

/// Plays `replications` days of a plan. The same input gives the same output, bit for bit, on any number of threads.
/// `progress` is told the number of days done, from several threads.
///
/// The plan should have no [`Plan::problems`]; with them the figures mean little, but nothing breaks.
pub fn run(plan: &Plan, seed: u64, replications: usize, progress: impl Fn(usize) + Sync) -> Outcome {
    let prepared = Prepared::new(plan);
    let open = open_time(plan);
    let starts: Vec<usize> = (0..replications).step_by(CHUNK).collect();
    let blocks: Vec<(Vec<Day>, Tally)> = starts
        .into_par_iter()
        .map(|first| {
            let (mut core, mut tally) = (Core::new(&prepared), Tally::new());
            let last = replications.min(first + CHUNK);
            let days = (first..last).map(|replication| {
                core.play(Streams::new(seed, replication as u64));
                tally.count(plan, &core, open)
            });
            let days = days.collect();
            progress(last - first);
            (days, tally)
        })
        .collect();
    let mut outcome = Outcome {
        days: Vec::with_capacity(replications),
        tally: Tally::new(),
        parts: vec![Tally::new(); PARTS],
    };
    let count = blocks.len().max(1);
    for (position, (days, tally)) in blocks.into_iter().enumerate() {
        outcome.days.extend(days);
        outcome.tally.add(&tally);
        outcome.parts[position * PARTS / count].add(&tally);
    }
    outcome
}

/// One day of a plan, file by file.
pub fn trace_of(plan: &Plan, seed: u64, replication: u64) -> Trace {
    let mut day = Trace::new();
    traces(plan, seed, replication..replication + 1, |trace| day.extend_from_slice(trace));
    day
}

/// Days of a plan, file by file, one after the other.
pub fn traces(plan: &Plan, seed: u64, replications: Range<u64>, mut each: impl FnMut(&[FileTrace])) {
    let prepared = Prepared::new(plan);
    let mut core = Core::new(&prepared);
    for replication in replications {
        core.play(Streams::new(seed, replication));
        each(&trace::read(&core));
    }
}

/// Open time until closing of the officers who do a duty.
fn open_time(plan: &Plan) -> PerStage<i64> {
    PerStage::from_fn(|stage| {
        let there = plan.officers.iter().filter(|officer| officer.duties[stage]);
        let open = there.map(|officer| {
            let hours = officer.windows.intersect(&plan.opening);
            let start = hours.start().unwrap_or(plan.closing);
            (hours.open_between(start, plan.closing).ms() as f64 * (1.0 - officer.absent)).round() as i64
        });
        open.sum()
    })
}

impl Outcome {
    /// The days, in the order of replications.
    pub fn days(&self) -> &[Day] {
        &self.days
    }

    /// Files a day.
    pub fn files(&self) -> Option<Estimate> {
        Estimate::mean(self.days.iter().map(|day| f64::from(day.files)))
    }

    /// Share of promised files that were out by closing.
    pub fn kept(&self) -> Option<Estimate> {
        Estimate::ratio(self.days.iter().map(|day| (f64::from(day.kept), f64::from(day.promised))))
    }

    /// The kept share that the number of promises allows to state with 95 %, as if files were independent.
    pub fn kept_at_least(&self) -> f64 {
        let sum = |of: fn(&Day) -> u32| self.days.iter().map(|day| u64::from(of(day))).sum();
        lower_bound(sum(|day| day.kept), sum(|day| day.promised), 0.95)
    }

    /// Share of files that were promised.
    pub fn promised(&self) -> Option<Estimate> {
        Estimate::ratio(self.days.iter().map(|day| (f64::from(day.promised), f64::from(day.files))))
    }

    /// Share of days on which nothing was left at closing.
    pub fn zero_backlog(&self) -> Option<Estimate> {
        Estimate::mean(self.days.iter().map(|day| f64::from(u8::from(day.open_at_closing == 0))))
    }

    /// Mean wait for the counter in minutes, by class.
    pub fn mean_wait(&self, class: Class) -> Option<Estimate> {
        let waits = self.days.iter().map(|day| day.waits[class as usize]);
        Estimate::ratio(waits.map(|(sum, count)| (Span::from_ms(sum).minutes(), f64::from(count))))
    }

    /// Mean over days of the longest wait of a class, in minutes.
    pub fn longest_wait(&self, class: Class) -> Option<Estimate> {
        Estimate::mean(self.days.iter().map(|day| Span::from_ms(day.longest[class as usize]).minutes()))
    }

    /// Wait for the counter that is not exceeded with probability `level`, in minutes.
    pub fn wait(&self, level: f64) -> Option<Estimate> {
        self.quantile(level, WAIT_BIN, |tally| &tally.waits)
    }

    /// Time from the door to the result that is not exceeded with probability `level`, in minutes.
    pub fn sojourn(&self, level: f64) -> Option<Estimate> {
        self.quantile(level, SOJOURN_BIN, |tally| &tally.sojourns)
    }

    /// Mean over days of the mean time from the door to the result, in minutes.
    pub fn mean_sojourn(&self) -> Option<Estimate> {
        let days = self.days.iter().filter(|day| day.sojourn.1 > 0);
        Estimate::mean(days.map(|day| Span::from_ms(day.sojourn.0).minutes() / f64::from(day.sojourn.1)))
    }

    /// When the last result of the day is out, in minutes since midnight.
    pub fn last_ready(&self) -> Option<Estimate> {
        let days = self.days.iter().filter(|day| day.last_ready > 0);
        Estimate::mean(days.map(|day| Span::from_ms(day.last_ready).minutes()))
    }

    /// How busy the officers of a duty are until closing, all their duties together.
    pub fn utilisation(&self, stage: Stage) -> Option<Estimate> {
        Estimate::ratio(self.days.iter().map(|day| (day.busy[stage] as f64, day.open[stage] as f64)))
    }

    /// Share of results in time that came out in the last half hour: many mean that the day hangs by a thread.
    pub fn last_half_hour(&self) -> Option<Estimate> {
        let days = self.days.iter();
        Estimate::ratio(
            days.map(|day| (f64::from(day.last_half_hour), f64::from(day.files - day.open_at_closing))),
        )
    }

    /// Results out, by quarter of the clock; later than midnight counts in the last.
    pub fn ready_by_quarter(&self) -> impl Iterator<Item = (DayTime, u64)> {
        quarters().zip(self.tally.ready.iter().copied())
    }

    /// Files by the quarter in which they were received, and how many of them were out by closing.
    pub fn intake_by_quarter(&self) -> impl Iterator<Item = (DayTime, IntakeSlot)> {
        quarters().zip(self.tally.intake.iter().copied())
    }

    /// The latest cut-off, in quarters, with which at least `target` of all promised files are out by closing. None when
    /// even the first quarter misses it.
    pub fn last_safe_intake(&self, target: f64) -> Option<DayTime> {
        let (mut sum, mut best) = (IntakeSlot::default(), None);
        for (from, slot) in self.intake_by_quarter() {
            sum.files += slot.files;
            sum.kept += slot.kept;
            if slot.files > 0 && sum.kept as f64 >= target * sum.files as f64 {
                best = Some(from + Span::from_ms(SLOT));
            }
        }
        best
    }

    fn quantile(&self, level: f64, width: i64, counts: fn(&Tally) -> &[u32]) -> Option<Estimate> {
        let minutes = |tally: &Tally| quantile(counts(tally), width, level).map(|at| at.minutes());
        let parts: Vec<f64> = self.parts.iter().filter_map(minutes).collect();
        Some(Estimate::of_parts(minutes(&self.tally)?, &parts))
    }
}

fn quarters() -> impl Iterator<Item = DayTime> {
    (0..).map(|quarter| DayTime::from_ms(quarter * SLOT))
}

//! What is counted of each day. Whole numbers only, so that adding them up in any order gives the same.

use super::events::{Core, NONE};
use super::plan::Plan;
use crate::order::Class;
use crate::{DayTime, PerStage, Stage};

/// One simulated day in numbers; times in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Day {
    /// Files that came, those that went away unserved left out.
    pub files: u32,
    /// Citizens who went away unserved.
    pub left: u32,
    /// Files received by the cut-off.
    pub promised: u32,
    /// Of these, out by closing.
    pub kept: u32,
    /// Files not out by closing.
    pub open_at_closing: u32,
    /// Of the files out by closing, those of the last half hour.
    pub last_half_hour: u32,
    /// Waits for the counter: sum and number, by class (others, priority).
    pub waits: [(i64, u32); 2],
    /// Longest wait for the counter, by class.
    pub longest: [i64; 2],
    /// From the door to the result: sum and number.
    pub sojourn: (i64, u32),
    /// When the last result was out; zero when there was none.
    pub last_ready: i64,
    /// Work of the officers who do a duty, until closing.
    pub busy: PerStage<i64>,
    /// Open time of the officers who do a duty, until closing.
    pub open: PerStage<i64>,
}

/// Files taken in within a quarter of an hour, and how many of them were out by closing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct IntakeSlot {
    /// Files.
    pub files: u64,
    /// Out by closing.
    pub kept: u64,
}

/// Width of a bin of waits, and number of bins: up to a day.
pub(super) const WAIT_BIN: i64 = 15_000;
const WAIT_BINS: usize = 5_760;
/// Width of a bin of times from door to result: up to two days.
pub(super) const SOJOURN_BIN: i64 = 60_000;
const SOJOURN_BINS: usize = 2_880;
/// Width of a bin of the clock, and number of bins of a day.
pub(super) const SLOT: i64 = 15 * 60_000;
pub(super) const SLOTS: usize = 96;

/// Counts over many days.
#[derive(Clone)]
pub(super) struct Tally {
    pub(super) waits: Vec<u32>,
    pub(super) sojourns: Vec<u32>,
    /// Results out, by quarter of the clock; the last bin holds everything later.
    pub(super) ready: Vec<u64>,
    /// By quarter in which the file was taken in.
    pub(super) intake: Vec<IntakeSlot>,
}

impl Tally {
    pub(super) fn new() -> Self {
        Self {
            waits: vec![0; WAIT_BINS],
            sojourns: vec![0; SOJOURN_BINS],
            ready: vec![0; SLOTS],
            intake: vec![IntakeSlot::default(); SLOTS],
        }
    }

    pub(super) fn add(&mut self, other: &Self) {
        let counts = |own: &mut Vec<u32>, more: &[u32]| {
            own.iter_mut().zip(more).for_each(|(own, more)| *own += more);
        };
        counts(&mut self.waits, &other.waits);
        counts(&mut self.sojourns, &other.sojourns);
        self.ready.iter_mut().zip(&other.ready).for_each(|(own, more)| *own += more);
        for (own, more) in self.intake.iter_mut().zip(&other.intake) {
            own.files += more.files;
            own.kept += more.kept;
        }
    }

    /// Counts the day a core has just played.
    pub(super) fn count(&mut self, plan: &Plan, core: &Core, open: PerStage<i64>) -> Day {
        let closing = plan.closing.ms();
        let mut day = Day { open, busy: core.busy(closing), ..Day::default() };
        for (case, passage) in core.cases.iter().zip(&core.passages) {
            if passage.left != NONE {
                day.left += 1;
                continue;
            }
            day.files += 1;
            let ready = passage.ends[Stage::Return.index()];
            let in_time = ready <= closing;
            day.open_at_closing += u32::from(!in_time);
            day.last_half_hour += u32::from(in_time && ready > closing - 2 * SLOT);
            let received = received(case.enters, case.door, passage.ends[Stage::Receive.index()]);
            let promised = plan.cut_off.is_none_or(|cut_off| received <= cut_off.ms());
            day.promised += u32::from(promised);
            day.kept += u32::from(promised && in_time);
            if case.enters == Stage::Receive && passage.starts[0] != NONE {
                let wait = (passage.starts[0] - case.place.since.ms().max(case.joins)).max(0);
                self.wait(&mut day, case.place.class, wait);
            }
            if received != NONE {
                let slot = &mut self.intake[bin(received, SLOT, SLOTS)];
                slot.files += 1;
                slot.kept += u64::from(in_time);
            }
            if ready != NONE {
                day.sojourn.0 += ready - case.door;
                day.sojourn.1 += 1;
                day.last_ready = day.last_ready.max(ready);
                self.sojourns[bin(ready - case.door, SOJOURN_BIN, SOJOURN_BINS)] += 1;
                self.ready[bin(ready, SLOT, SLOTS)] += 1;
            }
        }
        day
    }

    fn wait(&mut self, day: &mut Day, class: Class, wait: i64) {
        let class = class as usize;
        day.waits[class].0 += wait;
        day.waits[class].1 += 1;
        day.longest[class] = day.longest[class].max(wait);
        self.waits[bin(wait, WAIT_BIN, WAIT_BINS)] += 1;
    }
}

/// When a file counts as received: when the counter is done with it, or when it came if it entered later.
fn received(enters: Stage, door: i64, end_of_receive: i64) -> i64 {
    if enters == Stage::Receive { end_of_receive } else { door }
}

fn bin(at: i64, width: i64, bins: usize) -> usize {
    usize::try_from(at / width).unwrap_or(0).min(bins - 1)
}

/// The value below which a share `level` of the counts lies: the upper edge of its bin. None without counts.
pub(super) fn quantile(counts: &[u32], width: i64, level: f64) -> Option<DayTime> {
    let total: u64 = counts.iter().map(|count| u64::from(*count)).sum();
    let wanted = ((total as f64 * level).ceil() as u64).max(1);
    let mut sum = 0;
    let found = counts.iter().position(|count| {
        sum += u64::from(*count);
        sum >= wanted
    });
    found.map(|bin| DayTime::from_ms((bin as i64 + 1) * width))
}

//! Every file of one simulated day, as it went.

use super::events::{Core, NONE};
use crate::order::Class;
use crate::{DayTime, PerStage, Stage};

/// One simulated day, file by file, in the order of joining the queue.
pub type Trace = Vec<FileTrace>;

/// One file on a simulated day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileTrace {
    /// Through the door.
    pub door: DayTime,
    /// Joined the queue: the door, or when a volunteer had filled the form.
    pub joins: DayTime,
    /// From when its wait at the counter counts in the order.
    pub since: DayTime,
    /// Class of priority.
    pub class: Class,
    /// Position of its kind in the plan.
    pub kind: usize,
    /// First stage.
    pub enters: Stage,
    /// When each stage began; none: not on this day.
    pub starts: PerStage<Option<DayTime>>,
    /// When each stage ended.
    pub ends: PerStage<Option<DayTime>>,
    /// Who did it: position in the plan's officers.
    pub officers: PerStage<Option<usize>>,
    /// When the citizen went away unserved.
    pub left: Option<DayTime>,
    /// A volunteer helped.
    pub helped: bool,
}

impl FileTrace {
    /// When the result was out; none: not on this day.
    pub fn ready(&self) -> Option<DayTime> {
        self.ends[Stage::Return]
    }
}

/// Reads the day a core has just played.
pub(super) fn read(core: &Core) -> Trace {
    let instant = |ms: i64| (ms != NONE).then(|| DayTime::from_ms(ms));
    let files = core.cases.iter().zip(&core.passages).map(|(case, passage)| FileTrace {
        door: DayTime::from_ms(case.door),
        joins: DayTime::from_ms(case.joins),
        since: case.place.since,
        class: case.place.class,
        kind: case.kind as usize,
        enters: case.enters,
        starts: PerStage(passage.starts.map(instant)),
        ends: PerStage(passage.ends.map(instant)),
        officers: PerStage(
            passage.officers.map(|officer| (officer != u16::MAX).then_some(usize::from(officer))),
        ),
        left: (passage.left != NONE).then(|| DayTime::from_ms(passage.left)),
        helped: case.helped,
    });
    files.collect()
}

//! What is known of a unit at one moment: who is there, which files lie where, who is expected.

use crate::{DayTime, Law, PerStage, Stage, Window, Windows};

/// The live state of a unit's day.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// The moment of which this is the state.
    pub now: DayTime,
    /// When work may start at all. What runs is finished.
    pub opening: Windows,
    /// The officers of each stage. Somebody with two duties stands at the stage where this person works now.
    pub servers: PerStage<Vec<Server>>,
    /// Open files. Files that wait at the same stage stand in the order in which they will be served; files that wait
    /// for the citizen are left out.
    pub files: Vec<OpenFile>,
    /// Booked citizens who have not come yet.
    pub expected: Vec<Expected>,
    /// Forecast of those who come unannounced from now on; none: nobody else is reckoned with.
    pub walk_ins: Option<WalkIns>,
}

/// One officer at one stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    /// When this officer is there, by presence and roster: a leader who leaves at 15:00 ends there.
    pub windows: Windows,
}

/// An accepted file that is not returned yet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OpenFile {
    /// Stable number of the file: the same in every projection of the day.
    pub case: u64,
    /// Law of each stage for its procedure.
    pub laws: PerStage<Law>,
    /// Where it is.
    pub at: Position,
}

/// Where a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    /// In the queue of a stage.
    Waiting {
        /// The stage.
        stage: Stage,
    },
    /// Being worked on. When more files are in work than officers are there, the last of them wait in front.
    InService {
        /// The stage.
        stage: Stage,
        /// Since when; closed hours of the officer do not count as work.
        since: DayTime,
        /// Position in [`Snapshot::servers`] of who works on it; none: whoever is there.
        by: Option<usize>,
    },
}

impl Position {
    /// The stage, waiting or in service.
    pub const fn stage(self) -> Stage {
        match self {
            Self::Waiting { stage } | Self::InService { stage, .. } => stage,
        }
    }
}

/// A booked citizen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expected {
    /// Stable number.
    pub case: u64,
    /// The slot; one that has passed counts as now.
    pub at: DayTime,
    /// Probability of coming.
    pub show: f64,
    /// Law of each stage.
    pub laws: PerStage<Law>,
}

/// Unannounced citizens.
#[derive(Clone, Debug, PartialEq)]
pub struct WalkIns {
    /// Expected number of arrivals an hour, by window.
    pub rates: Vec<(Window, f64)>,
    /// Law of each stage for a usual file.
    pub laws: PerStage<Law>,
}

/// A file that may be accepted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Newcomer {
    /// Stable number, not one of the open files.
    pub case: u64,
    /// When it comes; the past counts as now.
    pub at: DayTime,
    /// First stage that is still ahead: receive in the queue, appraise when it is accepted.
    pub enters: Stage,
    /// Law of each stage for its procedure.
    pub laws: PerStage<Law>,
}

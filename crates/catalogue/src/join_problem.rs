//! Why packs cannot be used together.

use std::fmt;

use domain::day::CalendarProblem;
use domain::place::{CalendarId, TreeProblem};
use domain::procedure::ProcedureCode;

use crate::problem::inner;

/// A contradiction between packs that are sound on their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JoinProblem {
    /// Their units form no tree.
    Tree(TreeProblem),
    /// A calendar contradicts itself.
    Calendar(CalendarId, CalendarProblem),
    /// Two packs describe one version, or versions that are in force on one day at one level.
    Versions(ProcedureCode, u16, u16),
}

impl JoinProblem {
    /// The text in Vietnamese.
    pub fn vi(&self) -> String {
        match self {
            Self::Tree(problem) => inner::tree(problem),
            Self::Calendar(id, problem) => format!("lịch {id}: {}", inner::calendar(problem)),
            Self::Versions(code, a, b) => format!("thủ tục {code}: phiên bản {a} và {b} trùng nhau"),
        }
    }

    /// The text in English.
    pub fn en(&self) -> String {
        match self {
            Self::Tree(problem) => problem.to_string(),
            Self::Calendar(id, problem) => format!("calendar {id}: {problem}"),
            Self::Versions(code, a, b) => format!("procedure {code}: versions {a} and {b} collide"),
        }
    }
}

impl fmt::Display for JoinProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.en())
    }
}

impl std::error::Error for JoinProblem {}

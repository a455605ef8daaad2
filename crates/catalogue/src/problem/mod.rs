//! Every way in which a pack can be wrong, with a key for programs and a text for people.

mod form;
pub(crate) mod inner;
mod meaning;

pub use form::{Expected, FormProblem, Thing};
pub use meaning::MeaningProblem;

use crate::diagnostic::Severity;

/// A problem of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// A file cannot be read as the entries it should hold.
    Form(FormProblem),
    /// The entries can be read but contradict a rule or one another.
    Meaning(MeaningProblem),
}

impl Problem {
    /// Stable key for programs: `unknown_key`.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Form(problem) => problem.key(),
            Self::Meaning(problem) => problem.key(),
        }
    }

    /// The text in Vietnamese.
    pub fn vi(&self) -> String {
        match self {
            Self::Form(problem) => problem.vi(),
            Self::Meaning(problem) => problem.vi(),
        }
    }

    /// The text in English.
    pub fn en(&self) -> String {
        match self {
            Self::Form(problem) => problem.en(),
            Self::Meaning(problem) => problem.en(),
        }
    }

    /// How bad it is.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::Form(_) => Severity::Error,
            Self::Meaning(problem) => problem.severity(),
        }
    }
}

impl From<FormProblem> for Problem {
    fn from(problem: FormProblem) -> Self {
        Self::Form(problem)
    }
}

impl From<MeaningProblem> for Problem {
    fn from(problem: MeaningProblem) -> Self {
        Self::Meaning(problem)
    }
}

//! The rail: the four duties of one dossier.

use askama::Template;
use i18n::{Key as K, Lang, text};

/// How far one duty is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// Finished.
    Done,
    /// Being done now.
    Now,
    /// To come.
    Ahead,
}

impl StepState {
    /// The class of the style sheet.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Now => "now",
            Self::Ahead => "ahead",
        }
    }

    const fn word(self) -> K {
        match self {
            Self::Done => K::CommonStepDone,
            Self::Now => K::CommonStepNow,
            Self::Ahead => K::CommonStepAhead,
        }
    }
}

/// One duty on the rail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// How far it is.
    pub state: StepState,
    /// An hour or a name below it.
    pub note: Option<String>,
}

/// The four duties with their states.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "widget/rail.html")]
pub struct Rail {
    lang: Lang,
    steps: [Step; 4],
}

impl Rail {
    const NAMES: [K; 4] =
        [K::CommonDutyReceive, K::CommonDutyAppraise, K::CommonDutyApprove, K::CommonDutyReturn];

    /// A rail at one duty, counted from 0; 4 means all are done.
    pub fn at(lang: Lang, current: usize) -> Self {
        let step = |index: usize| {
            let state = match index.cmp(&current) {
                std::cmp::Ordering::Less => StepState::Done,
                std::cmp::Ordering::Equal => StepState::Now,
                std::cmp::Ordering::Greater => StepState::Ahead,
            };
            Step { state, note: None }
        };
        Self { lang, steps: [step(0), step(1), step(2), step(3)] }
    }

    /// The same rail with a note below each duty: the hour it was or will be done.
    pub fn with_notes(mut self, notes: [Option<String>; 4]) -> Self {
        for (step, note) in self.steps.iter_mut().zip(notes) {
            step.note = note;
        }
        self
    }

    fn rows(&self) -> impl Iterator<Item = (&'static str, &Step, &'static str)> {
        self.steps
            .iter()
            .zip(Self::NAMES)
            .map(|(step, name)| (text(self.lang, name), step, text(self.lang, step.state.word())))
    }
}

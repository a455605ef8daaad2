//! What is known at intake, as values: whoever asks has read them from wherever they are kept.

use super::capacity::Capacity;
use super::duty::Presence;
use crate::channel::Channel;
use crate::day::{DeadlineRule, WorkingCalendar};
use crate::procedure::{ComponentId, Required, TermRule, Verification};
use crate::programme::Programme;
use jiff::Timestamp;

/// Everything [`super::promise()`] looks at.
#[derive(Debug, Clone, Copy)]
pub struct PromiseFacts<'a> {
    /// When the dossier came in.
    pub received_at: Timestamp,
    /// How it came in.
    pub channel: Channel,
    /// The term of the procedure for this case and channel, with the longer one when something is checked.
    pub term: &'a TermRule,
    /// The statutory same-day rule of the procedure.
    pub rule: &'a DeadlineRule,
    /// The calendar of the receiving unit.
    pub calendar: &'a WorkingCalendar,
    /// The no-wait programme of the unit, if it has one.
    pub programme: Option<ProgrammeFacts<'a>>,
    /// What is required (after conditions) and neither handed in nor replaced by data.
    pub missing: &'a [MissingPart],
    /// Whether the procedure needs verification.
    pub verification: &'a Verification,
    /// The officer's answer where the procedure asks.
    pub verification_answer: Option<&'a VerificationAnswer>,
    /// The duties on site.
    pub presence: Presence,
    /// The room left today, where it was projected.
    pub capacity: Option<Capacity>,
}

/// One thing that is missing: a component, or one of several.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MissingPart {
    /// The components of which one is enough.
    pub one_of: Vec<ComponentId>,
}

impl MissingPart {
    /// Exactly this component.
    pub fn component(component: ComponentId) -> Self {
        Self { one_of: vec![component] }
    }
}

impl From<&Required<'_>> for MissingPart {
    fn from(required: &Required<'_>) -> Self {
        Self { one_of: required.choices().iter().map(|spec| spec.id.clone()).collect() }
    }
}

/// The no-wait programme of a unit, and whether one procedure takes part in it there.
#[derive(Debug, Clone, Copy)]
pub struct ProgrammeFacts<'a> {
    /// What was announced.
    pub programme: &'a Programme,
    /// Whether the procedure is on this unit's list on the day of receipt, see [`Programme::entry`].
    pub lists_procedure: bool,
}

/// The officer's answer to the verification question.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum VerificationAnswer {
    /// It is needed.
    Needed {
        /// Why, in the officer's words.
        reason: String,
    },
    /// It is not needed.
    NotNeeded {
        /// Why, in the officer's words.
        reason: String,
    },
}

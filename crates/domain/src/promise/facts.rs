//! What is known at intake, as values: whoever asks has read them from wherever they are kept.

use super::duty::Presence;
use crate::channel::Channel;
use crate::day::{DeadlineRule, Term, WorkingCalendar};
use crate::procedure::VerificationPolicy;
use crate::programme::Programme;
use jiff::Timestamp;

/// Everything [`super::promise()`] looks at.
#[derive(Debug, Clone, Copy)]
pub struct PromiseFacts<'a> {
    /// When the dossier came in.
    pub received_at: Timestamp,
    /// How it came in.
    pub channel: Channel,
    /// The term of the procedure for this case and channel.
    pub term: Term,
    /// The term that replaces it when verification is needed, where the procedure has one.
    pub term_if_verified: Option<Term>,
    /// The statutory same-day rule of the procedure.
    pub rule: &'a DeadlineRule,
    /// The calendar of the receiving unit.
    pub calendar: &'a WorkingCalendar,
    /// The no-wait programme of the unit, if it has one.
    pub programme: Option<ProgrammeFacts<'a>>,
    /// Codes of required components (after conditions) that are neither handed in nor replaced by data.
    pub missing: &'a [String],
    /// Whether the procedure needs verification.
    pub verification: VerificationPolicy,
    /// The officer's answer where the procedure asks.
    pub verification_answer: Option<&'a VerificationAnswer>,
    /// The duties on site.
    pub presence: Presence,
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

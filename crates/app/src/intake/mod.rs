//! Intake: what the counter asks before, at and instead of reception.
//!
//! [`assess`] answers at once what is missing, what it costs and what can be promised. [`receive`] records the
//! dossier with its receipt in one transaction. [`turn_away`] keeps a record of the slip where nothing is received.

mod assess;
mod receive;
mod turn_away;

pub use assess::{Assessment, Part, assess, assess_with};
pub(crate) use assess::{fee_by, papers_to_submit, rule_of};
pub(crate) use receive::{Counter, receive_in};
pub use receive::{Origin, Receipt, RequestKey, receive, receive_as};
pub use turn_away::{Slip, SlipKind, TurnAway, find_slip, turn_away};

use domain::channel::Channel;
use domain::dossier::{Digitised, FileRef, VerificationAnswer};
use domain::person::{AccessNeeds, Applicant, Proxy};
use domain::place::UnitCode;
use domain::procedure::{CaseFacts, CaseId, ComponentId, Exemption, ProcedureCode, QuestionId};
use std::collections::{BTreeMap, BTreeSet};

/// A component as the officer found it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedIn {
    /// Which.
    pub component: ComponentId,
    /// Originals.
    pub originals: u16,
    /// Copies.
    pub copies: u16,
    /// How it became electronic.
    pub digitised: Digitised,
    /// Its files.
    pub files: Vec<FileRef>,
}

/// What is known of a dossier before it is received; every field was parsed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The procedure.
    pub procedure: ProcedureCode,
    /// Its case, where it has several.
    pub case: Option<CaseId>,
    /// Questions answered with yes.
    pub yes: BTreeSet<QuestionId>,
    /// How it comes.
    pub channel: Channel,
    /// Whose counter.
    pub unit: UnitCode,
    /// Whether somebody hands in for the applicant.
    pub by_proxy: bool,
    /// What was brought.
    pub handed: Vec<HandedIn>,
    /// Copies of the result asked for.
    pub copies: u16,
    /// Pages of the original, for certified copies.
    pub pages: u16,
    /// Ground of exemption from the fee.
    pub exemption: Option<Exemption>,
    /// Whether something must be verified.
    pub verification: VerificationAnswer,
}

impl Draft {
    /// An empty draft of a procedure at a counter.
    pub fn new(procedure: ProcedureCode, unit: UnitCode, channel: Channel) -> Self {
        Self {
            procedure,
            case: None,
            yes: BTreeSet::new(),
            channel,
            unit,
            by_proxy: false,
            handed: Vec::new(),
            copies: 1,
            pages: 1,
            exemption: None,
            verification: VerificationAnswer::NotAsked,
        }
    }

    /// The facts on which components and fees depend.
    pub fn facts(&self) -> CaseFacts {
        CaseFacts { case: self.case.clone(), proxy: self.by_proxy, yes: self.yes.clone() }
    }
}

/// A dossier ready to be received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intake {
    /// What was assessed.
    pub draft: Draft,
    /// The version the form was filled for; refused when another is in force by now.
    pub version: u16,
    /// Who asks.
    pub applicant: Applicant,
    /// Who hands in for them.
    pub proxy: Option<Proxy>,
    /// Ways of acting.
    pub needs: AccessNeeds,
    /// Answers to the form.
    pub answers: BTreeMap<String, String>,
    /// A remark.
    pub note: String,
    /// The officer saw that the same person handed in the same thing today, and goes on.
    pub duplicate_confirmed: bool,
}

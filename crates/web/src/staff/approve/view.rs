//! What the leader's pages show; templates only print it.

use crate::layout::Page;
use crate::staff::dossier::Facts;
use crate::staff::work::Row;
use crate::widget::{ErrorSummary, Field, Notice, Pager, Tag};
use askama::Template;
use i18n::Key as K;

/// One dossier that waits, with what decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// As in every list.
    pub row: Row,
    /// Events so far; the decision holds for this state only.
    pub version: u32,
    /// Whether it is ticked: never at first, as sent when the form comes back.
    pub picked: bool,
    /// Title of the paper that will be issued.
    pub issues: String,
    /// What it is about.
    pub answers: Facts,
    /// What the appraiser proposes.
    pub proposal: &'static str,
    /// Whether they propose to refuse.
    pub refuses: bool,
    /// Who appraised.
    pub appraiser: String,
    /// Their remark.
    pub note: String,
}

/// Dossiers of one procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its name.
    pub procedure: String,
    /// The dossiers, most urgent first.
    pub items: Vec<Item>,
}

/// The list, `/phe-duyet`.
#[derive(Debug, Template)]
#[template(path = "staff/approve.html")]
pub struct ApproveList {
    /// The frame.
    pub page: Page,
    /// What was just done.
    pub done: Option<Notice>,
    /// What is wrong with the batch.
    pub errors: Option<ErrorSummary>,
    /// Secret of the session.
    pub csrf: String,
    /// What waits.
    pub groups: Vec<Group>,
    /// Asked once for a batch.
    pub password: Option<Field>,
    /// Further parts of the list.
    pub pager: Option<Pager>,
}

/// One dossier of a batch that was not decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failed {
    /// Its code.
    pub code: String,
    /// Why not.
    pub why: String,
}

/// What became of a batch.
#[derive(Debug, Template)]
#[template(path = "staff/batch.html")]
pub struct BatchDone {
    /// The frame.
    pub page: Page,
    /// How many were decided, how many not.
    pub headline: String,
    /// Codes that were decided.
    pub decided: Vec<String>,
    /// Those that were not, each with its reason.
    pub failed: Vec<Failed>,
}

/// One dossier with its result as it will be issued, `/phe-duyet/{code}`.
#[derive(Debug, Template)]
#[template(path = "staff/approve_one.html")]
pub struct ApproveOne {
    /// The frame.
    pub page: Page,
    /// What somebody else did meanwhile.
    pub notices: Vec<Notice>,
    /// What is wrong.
    pub errors: Option<ErrorSummary>,
    /// Printed code.
    pub code: String,
    /// Events so far.
    pub version: u32,
    /// Secret of the session.
    pub csrf: String,
    /// Name of the procedure.
    pub procedure: String,
    /// Time left.
    pub left: Tag,
    /// Title of the paper.
    pub title: String,
    /// Its paragraphs, filled as they will be printed; the number is taken at approval.
    pub paragraphs: Vec<String>,
    /// Place of the number and the day.
    pub dated: String,
    /// Who will sign: title and name.
    pub signer: (String, String),
    /// Applicant, proxy, needs.
    pub people: Facts,
    /// What the appraiser proposes, with their name.
    pub proposal: String,
    /// Whether they propose to refuse.
    pub refuses: bool,
    /// Their remark.
    pub note: String,
    /// Asked where the last answer no longer counts.
    pub password: Option<Field>,
    /// Reason of a refusal.
    pub refuse: Field,
    /// Reason of sending back.
    pub send_back: Field,
    /// The act whose form came back with errors.
    pub open: Option<&'static str>,
    /// The dossier after this one in the list.
    pub next: Option<String>,
}

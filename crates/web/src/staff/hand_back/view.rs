//! What the return desk shows; templates only print it.

use crate::layout::{Link, Page};
use crate::staff::dossier::{Facts, Part};
use crate::staff::work::Rows;
use crate::widget::{ErrorSummary, Notice, Pager};
use askama::Template;
use i18n::Key as K;

/// What lies ready, `/quay/tra-ket-qua`.
#[derive(Debug, Template)]
#[template(path = "staff/return.html")]
pub struct ReturnList {
    /// The frame.
    pub page: Page,
    /// What was just done.
    pub done: Option<Notice>,
    /// What was typed into the search.
    pub typed: String,
    /// Results that wait for their owners.
    pub rows: Rows,
    /// Further parts of the list.
    pub pager: Option<Pager>,
}

/// Handing one result over, `/quay/tra-ket-qua/{code}`.
#[derive(Debug, Template)]
#[template(path = "staff/return_one.html")]
pub struct ReturnOne {
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
    /// The applicant's name.
    pub applicant: String,
    /// Applicant, proxy, needs.
    pub people: Facts,
    /// What is still to be paid.
    pub owed: Option<Notice>,
    /// How it is paid, where something is owed.
    pub payment: Vec<Part>,
    /// Who collects.
    pub collector: Part,
    /// Questions about somebody else who collects.
    pub proxy: Vec<Part>,
    /// How it is given.
    pub delivery: Part,
    /// The paper.
    pub paper: Link,
}

/// After the result was given.
#[derive(Debug, Template)]
#[template(path = "staff/return_done.html")]
pub struct ReturnDone {
    /// The frame.
    pub page: Page,
    /// Printed code.
    pub code: String,
    /// Who has it, since when.
    pub facts: Facts,
    /// The paper and the page behind its QR.
    pub links: Vec<Link>,
}

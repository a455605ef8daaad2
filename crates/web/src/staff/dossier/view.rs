//! What the page of a dossier shows; templates only print it.

use crate::layout::{Link, Page};
use crate::widget::{Choice, ErrorSummary, Field, Notice, Promise, Rail, Submit, Tag};
use askama::Template;
use i18n::Key as K;

/// A term and what is known about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it is about.
    pub term: String,
    /// What is known.
    pub value: String,
}

impl Fact {
    /// A fact.
    pub fn new(term: impl Into<String>, value: impl Into<String>) -> Self {
        Self { term: term.into(), value: value.into() }
    }
}

/// Terms and what is known about them, as a list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Template)]
#[template(path = "staff/facts.html")]
pub struct Facts(pub Vec<Fact>);

impl askama::filters::HtmlSafe for Facts {}

/// A paper of the dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperRow {
    /// Name of the paper.
    pub name: String,
    /// Originals and copies.
    pub count: String,
    /// How it became electronic.
    pub digitised: &'static str,
    /// Its files.
    pub files: Vec<Link>,
}

/// The result as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultView {
    /// Whether it is in force.
    pub state: Tag,
    /// Number, signer, hashes.
    pub facts: Facts,
    /// PDF and the page behind its QR.
    pub links: Vec<Link>,
}

/// What is on the receipt and nowhere else in the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The QR as a drawing.
    pub qr: String,
    /// The PIN.
    pub pin: String,
    /// The receipt and other papers of the counter.
    pub links: Vec<Link>,
}

/// One event of the story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// When.
    pub at: String,
    /// As what and from which unit.
    pub role: String,
    /// Who did what.
    pub sentence: String,
}

/// A question of an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Typed.
    Field(Field),
    /// Picked.
    Choice(Choice),
    /// What the next questions are about.
    Heading(&'static str),
}

/// The form of one act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActForm {
    /// The act's name in the address.
    pub act: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// What it does, where that is not plain.
    pub hint: Option<String>,
    /// Its questions.
    pub parts: Vec<Part>,
    /// Its button.
    pub submit: Submit,
    /// Whether it stands open.
    pub open: bool,
    /// Whether it sends a file.
    pub files: bool,
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "staff/dossier.html")]
pub struct DossierView {
    /// The frame.
    pub page: Page,
    /// What was just done, what somebody else did.
    pub notices: Vec<Notice>,
    /// Everything wrong with the form that came back.
    pub errors: Option<ErrorSummary>,
    /// Printed code.
    pub code: String,
    /// Events so far; forms say which they were made for.
    pub version: u32,
    /// Secret of the session.
    pub csrf: String,
    /// Where it stands.
    pub headline: String,
    /// Time left.
    pub left: Tag,
    /// Says that nothing of it is real.
    pub made_up: Option<Tag>,
    /// The four duties.
    pub rail: Option<Rail>,
    /// Name of the procedure.
    pub procedure: String,
    /// The promise as it was given.
    pub promise: Promise,
    /// The clock in sentences: due, why, where it stood still.
    pub clock: Vec<String>,
    /// Applicant, proxy, needs.
    pub people: Facts,
    /// Papers handed in.
    pub papers: Vec<PaperRow>,
    /// Answers to the form.
    pub answers: Facts,
    /// The fee and what became of it.
    pub money: Facts,
    /// The result, once there is one.
    pub result: Option<ResultView>,
    /// QR, PIN and papers of the counter.
    pub receipt: Receipt,
    /// Everything that happened.
    pub story: Vec<Told>,
    /// Acts that lead to a page of their own.
    pub links: Vec<Link>,
    /// Acts allowed now.
    pub acts: Vec<ActForm>,
}

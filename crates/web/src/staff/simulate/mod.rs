//! What if, `/lich-truc/mo-phong`: the coming day of a unit as planned, beside the same day with a change.
//!
//! A question, not an act: the form is sent by GET, so an answer can be kept as a bookmark and printed.

mod answer;
mod form;

use super::Staff;
use crate::fields::Fields;
use crate::layout::Page;
use crate::reply;
use crate::simulation::{self, Row};
use crate::site::Site;
use crate::widget::{ErrorSummary, Field, Notice, Tone};
use app::simulate::{REPLICATIONS, SimulateError};
use askama::Template;
use axum::Router;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use form::Question;
use i18n::{Arg, Key as K, format, text, text_with};
use std::fmt;

/// A chart, drawn by us and therefore safe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// What it shows.
    pub title: &'static str,
    svg: String,
}

impl fmt::Display for Chart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.svg)
    }
}

impl askama::filters::HtmlSafe for Chart {}

/// What came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Result {
    /// The difference and where it is tight, in sentences.
    pub says: Vec<String>,
    /// Headings of the plans.
    pub plans: Vec<&'static str>,
    /// Figures of the plans.
    pub rows: Vec<Row>,
    /// Charts.
    pub charts: Vec<Chart>,
    /// Headings of what one more brings.
    pub gain_headings: [&'static str; 4],
    /// What one more brings.
    pub gains: Vec<Row>,
    /// Where the plan comes from.
    pub sources: Vec<String>,
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "staff/simulate.html")]
pub struct SimulateView {
    /// The frame.
    pub page: Page,
    /// What it does, in a sentence.
    pub lead: String,
    /// Why nothing was simulated.
    pub notices: Vec<Notice>,
    /// What is wrong with the question.
    pub errors: Option<ErrorSummary>,
    /// The question.
    pub fields: Vec<Field>,
    /// The answer, once asked.
    pub result: Option<Result>,
}

/// Addresses of this module.
pub fn router() -> Router<Site> {
    Router::new().route("/lich-truc/mo-phong", get(show))
}

async fn show(State(site): State<Site>, staff: Staff, RawQuery(query): RawQuery) -> Response {
    let lang = staff.ask.lang;
    let fields = query.as_deref().and_then(Fields::from_encoded).unwrap_or_default();
    let question = Question::read(&site, &staff, &fields);
    let count = format::number(lang, i64::try_from(REPLICATIONS).unwrap_or(i64::MAX));
    let mut view = SimulateView {
        page: staff.page(&site.app, text(lang, K::SimTitle)).await,
        lead: text_with(lang, K::SimLead, &[("n", Arg::Text(&count))]),
        notices: Vec::new(),
        errors: ErrorSummary::new(lang, question.problems()),
        fields: question.fields(&site, &staff),
        result: None,
    };
    let mut status = if view.errors.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    if let Some((unit, on, wish)) = question.asked() {
        match app::simulate::simulate(&site.app, &staff.actor, &unit, on, wish).await {
            Ok(answer) => view.result = Some(answer::result(lang, &answer)),
            Err(SimulateError::App(error)) => return reply::failed(&staff.ask, &error),
            Err(refused) => {
                status = StatusCode::UNPROCESSABLE_ENTITY;
                view.notices = refusal(lang, &refused);
            }
        }
    }
    reply::page_with(status, &view)
}

/// Why nothing was simulated, each reason.
fn refusal(lang: i18n::Lang, refused: &SimulateError) -> Vec<Notice> {
    let said = |key| vec![Notice::new(Tone::Care, text(lang, key), None)];
    match refused {
        SimulateError::Closed => said(K::SimClosed),
        SimulateError::Busy => said(K::SimBusyNow),
        SimulateError::Problems(problems) => {
            let notice = |problem| Notice::new(Tone::Bad, text(lang, K::SimCannot), Some(problem));
            problems.iter().map(|problem| notice(simulation::problem(lang, *problem))).collect()
        }
        SimulateError::App(error) => {
            vec![Notice::new(Tone::Bad, text(lang, K::SimCannot), Some(error.to_string()))]
        }
    }
}

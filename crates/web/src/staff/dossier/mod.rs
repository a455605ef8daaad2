//! The page of one dossier, `/quay/ho-so/{code}`: everything in one read, and only the acts that are allowed now.
//!
//! | address | what |
//! |---|---|
//! | `/quay/ho-so/{code}` | [`DossierView`] |
//! | `/quay/ho-so/{code}/{act}` | one act, sent by its form |
//! | `/quay/ho-so/{code}/tep/{sha256}` | a kept file |
//! | `/quay/ho-so/{code}/giay/{paper}` | papers as PDF |

mod acts;
mod amend;
mod build;
mod carry_out;
mod input;
mod papers;
mod sample;
mod view;

pub use build::{facts_of_answers, people_of, qr};
pub use input::papers_of;
pub use view::{ActForm, DossierView, Fact, Facts, Part};

use super::Staff;
use super::form::Problems;
use super::work::{done_of, query_of};
use crate::fields::Fields;
use crate::layout::Link;
use crate::portal::ErrorKind;
use crate::reply;
use crate::site::Site;
use crate::widget::{ErrorSummary, Notice, Tone};
use app::AppError;
use app::read::DossierPage;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use domain::dossier::{Act, DossierCode, Stage};
use i18n::Key as K;
use jiff::Timestamp;
use storage::dossier::{Position, WorkSide};

/// Largest form of an act, in bytes: one file and its fields. The file's own limit is asked for when it is kept.
const ACT_BYTES_MAX: usize = 64 << 20;

/// Addresses of this module.
pub fn router() -> Router<Site> {
    Router::new()
        .route("/quay/ho-so/{code}", get(show))
        .route("/quay/ho-so/{code}/tep/{sha256}", get(papers::file))
        .route("/quay/ho-so/{code}/giay/{paper}", get(papers::paper))
        .route("/quay/ho-so/{code}/{act}", post(act).layer(DefaultBodyLimit::max(ACT_BYTES_MAX)))
}

/// Opens a dossier named in an address.
///
/// # Errors
/// [`AppError::NotFound`] for a text that is no code, an unknown one, and one the reader has no right to.
pub async fn open(site: &Site, staff: &Staff, code: &str) -> Result<DossierPage, AppError> {
    let code = DossierCode::parse(code).map_err(|_| AppError::NotFound { what: "dossier" })?;
    app::read::dossier(&site.app, &staff.actor, &code).await
}

async fn show(
    State(site): State<Site>,
    staff: Staff,
    Path(code): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    let query = query_of(query.as_deref());
    match open(&site, &staff, &code).await {
        Ok(found) => {
            let mut view = build::view(&site, &staff, &found, &Form::default()).await;
            view.notices.extend(done_of(staff.ask.lang, &query));
            if query.ticked("vua-nhan") {
                just_received(&mut view, staff.ask.lang, found.dossier.working_due_at());
            }
            reply::page(&view)
        }
        Err(error) => reply::failed(&staff.ask, &error),
    }
}

/// Straight from the counter: the receipt is the next thing, then the next person.
fn just_received(view: &mut DossierView, lang: i18n::Lang, due: Timestamp) {
    let text = |key| i18n::text(lang, key);
    let due = i18n::words::at(lang, due);
    let hint = i18n::text_with(lang, K::DeskJustReceivedHint, &[("due", i18n::Arg::Text(&due))]);
    view.notices.push(Notice::new(Tone::Good, text(K::DeskJustReceived), Some(hint)));
    let receipt = format!("/quay/ho-so/{}/giay/giay-hen", view.code);
    view.links.insert(0, Link::new(receipt, text(K::DeskReceiptPdf)));
    view.links.push(Link::new("/quay/tiep-nhan", text(K::DeskNextPerson)));
    for act in &mut view.acts {
        act.open = act.open && act.act == Act::RecordPayment.name();
    }
}

/// A form that came back: which act, what was typed, what is wrong.
#[derive(Debug, Default)]
struct Form {
    act: Option<Act>,
    typed: Fields,
    problems: Problems,
}

async fn act(
    State(site): State<Site>,
    staff: Staff,
    Path((code, act)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    if let Err(refused) = staff.genuine(&fields) {
        return *refused;
    }
    let Some(act) = Act::from_name(&act) else { return reply::error(&staff.ask, ErrorKind::NotFound) };
    let found = match open(&site, &staff, &code).await {
        Ok(found) => found,
        Err(error) => return reply::failed(&staff.ask, &error),
    };
    let mut problems = Problems::default();
    let read = input::read(&site, &staff, &found, act, &fields, &mut problems);
    let Some(input) = read.filter(|_| problems.0.is_empty()) else {
        return again(&site, &staff, &found, Form { act: Some(act), typed: fields, problems }, None).await;
    };
    let code = found.dossier.code().clone();
    let seen = fields.get("version").parse().ok().or(Some(0));
    match input.carry_out(&site, &staff, &code, seen, act).await {
        Ok(()) => next_page(&site, &staff, &code, act).await,
        Err(error) => {
            // The page is shown as it is now, so that nobody acts on what is no longer true.
            let fresh = open(&site, &staff, code.as_str()).await.unwrap_or(found);
            again(&site, &staff, &fresh, Form { act: Some(act), typed: fields, problems }, Some(error)).await
        }
    }
}

/// The page with the form as typed and everything that is wrong.
async fn again(
    site: &Site,
    staff: &Staff,
    found: &DossierPage,
    mut form: Form,
    error: Option<AppError>,
) -> Response {
    let lang = staff.ask.lang;
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    let mut notice = None;
    if let Some(error) = &error {
        let Some(sentence) = refusal_sentence(site, found, error, lang) else {
            return reply::failed(&staff.ask, error);
        };
        if matches!(error, AppError::Denied(_)) {
            return reply::failed(&staff.ask, error);
        }
        if matches!(error, AppError::Stale { .. }) {
            status = StatusCode::CONFLICT;
            let hint = i18n::text(lang, K::DeskStaleHint).to_owned();
            notice = Some(Notice::new(Tone::Care, sentence, Some(hint)));
        } else {
            let target = form.act.map_or_else(String::new, |act| format!("lam-{}", act.name()));
            form.problems.add(target, sentence);
        }
    }
    let mut view = build::view(site, staff, found, &form).await;
    view.errors = ErrorSummary::new(lang, form.problems.0);
    view.page.wrong = true;
    view.notices.extend(notice);
    reply::page_with(status, &view)
}

/// What a use case's answer says to staff; missing papers are named.
fn refusal_sentence(site: &Site, found: &DossierPage, error: &AppError, lang: i18n::Lang) -> Option<String> {
    let policy = site.app.policy();
    let procedure = &found.dossier.reception.procedure;
    match (error, policy.version(&procedure.code, procedure.version)) {
        (AppError::Refused(refusal), Some(version)) => {
            let names = i18n::words::Named { version, programme: None };
            Some(i18n::words::refusal_named(refusal, &names, lang))
        }
        (error, _) => reply::sentence(lang, error),
    }
}

/// Where an act leads: the next dossier of the list after appraisal, else the same page anew.
async fn next_page(site: &Site, staff: &Staff, code: &DossierCode, act: Act) -> Response {
    let done = format!("?xong={}&cua={code}", act.name());
    if act != Act::Appraise {
        return reply::see_other(&format!("/quay/ho-so/{code}{done}"));
    }
    let (side, stage) = (WorkSide::Deciding, Stage::Received);
    let waiting = app::read::work(&site.app, &staff.actor, side, stage, Position::start(), 1).await;
    match waiting.ok().and_then(|work| work.listed.rows.into_iter().next()) {
        Some(row) => reply::see_other(&format!("/quay/ho-so/{}{done}", row.code)),
        None => reply::see_other(&format!("/viec{done}")),
    }
}

//! The leader's desk, `/phe-duyet`: what waits, grouped by procedure, each with the facts that decide. Nothing is
//! preselected; the password is asked once for a batch.

mod batch;
mod one;
mod sample;
mod view;

pub use view::{ApproveList, ApproveOne, BatchDone, Failed, Group, Item};

use super::Staff;
use super::dossier::people_of;
use super::work::{PAGE_ROWS, RowMaker, done_of, position, position_code, query_of};
use crate::fields::Fields;
use crate::reply;
use crate::site::Site;
use crate::widget::{Field, FieldKind, Pager, Width};
use app::read::DossierPage;
use app::{App, AppError};
use axum::Router;
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::http::header::COOKIE;
use axum::response::Response;
use axum::routing::{get, post};
use domain::dossier::{DossierCode, Event, Outcome, Stage};
use i18n::{Key as K, text, words};
use jiff::{SignedDuration, Timestamp};
use storage::dossier::{DossierRow, Position, WorkSide};

/// How long a password once entered counts for approving.
const CONFIRMED_FOR: SignedDuration = SignedDuration::from_mins(5);

/// Addresses of this module.
pub fn router() -> Router<Site> {
    Router::new()
        .route("/phe-duyet", get(list).post(batch::send))
        .route("/phe-duyet/{code}", get(one::show))
        .route("/phe-duyet/{code}/{act}", post(one::send))
}

async fn list(State(site): State<Site>, staff: Staff, RawQuery(query): RawQuery) -> Response {
    let query = query_of(query.as_deref());
    match list_page(&site, &staff, &query).await {
        Ok(page) => reply::page(&page),
        Err(error) => reply::failed(&staff.ask, &error),
    }
}

/// The list with nothing ticked.
pub(super) async fn list_page(site: &Site, staff: &Staff, query: &Fields) -> Result<ApproveList, AppError> {
    let (app, lang) = (&site.app, staff.ask.lang);
    let from = position(query.get("sau"), Position::start());
    let (side, stage) = (WorkSide::Deciding, Stage::AwaitingApproval);
    let work = app::read::work(app, &staff.actor, side, stage, from.clone(), PAGE_ROWS).await?;
    let policy = app.policy();
    let maker = RowMaker::new(&policy, staff, "/phe-duyet");
    let mut groups: Vec<Group> = Vec::new();
    for row in &work.listed.rows {
        let Some(item) = item(app, staff, &maker, row).await else { continue };
        // Groups stand in the order of their most urgent dossier.
        match groups.iter_mut().find(|group| group.procedure == item.row.procedure) {
            Some(group) => group.items.push(item),
            None => groups.push(Group { procedure: item.row.procedure.clone(), items: vec![item] }),
        }
    }
    let next = work.listed.next.map(|next| format!("/phe-duyet?sau={}", position_code(&next)));
    let back = (from != Position::start()).then(|| "/phe-duyet".to_owned());
    let title = format!("{} {}", text(lang, K::StaffNavApprove), work.total);
    Ok(ApproveList {
        page: staff.page(app, title).await,
        done: done_of(lang, query),
        errors: None,
        csrf: staff.csrf.clone(),
        groups,
        password: password_field(staff, None),
        pager: Pager::new(lang, back, next),
    })
}

async fn item(app: &App, staff: &Staff, maker: &RowMaker<'_>, row: &DossierRow) -> Option<Item> {
    let found = app::read::dossier(app, &staff.actor, &DossierCode::recorded(row.code.clone())).await.ok()?;
    let lang = staff.ask.lang;
    let policy = app.policy();
    let procedure = &found.dossier.reception.procedure;
    let version = policy.version(&procedure.code, procedure.version).map(AsRef::as_ref);
    let appraised = appraised(&found);
    Some(Item {
        row: maker.row(row),
        version: found.dossier.version,
        picked: false,
        issues: version.map(|version| version.result.title.clone()).unwrap_or_default(),
        answers: super::dossier::facts_of_answers(&found.dossier, version, lang),
        proposal: appraised.as_ref().map(|said| words::outcome(said.proposal, lang)).unwrap_or_default(),
        refuses: appraised.as_ref().is_some_and(|said| said.proposal == Outcome::Refused),
        appraiser: appraised.as_ref().map(|said| said.by.clone()).unwrap_or_default(),
        note: appraised.map(|said| said.note).unwrap_or_default(),
    })
}

/// What the appraiser said last.
pub(super) struct Appraised {
    /// Granted or refused.
    pub proposal: Outcome,
    /// Their remark.
    pub note: String,
    /// Their name.
    pub by: String,
}

/// The last appraisal of a dossier.
pub(super) fn appraised(found: &DossierPage) -> Option<Appraised> {
    found.story.iter().rev().find_map(|told| {
        let Event::Appraised { proposal, note, .. } = &told.event else { return None };
        let by = found.names.get(&told.actor).cloned().unwrap_or_default();
        Some(Appraised { proposal: *proposal, note: note.clone(), by })
    })
}

/// Whether the password was entered a short while ago, for approving: signing in is no confirmation.
pub(super) fn is_confirmed(staff: &Staff) -> bool {
    if staff.confirmed_at <= staff.signed_in_at {
        return false;
    }
    let since = staff.now.duration_since(staff.confirmed_at);
    since >= SignedDuration::ZERO && since <= CONFIRMED_FOR
}

/// The question for the password; absent while the last answer counts.
pub(super) fn password_field(staff: &Staff, error: Option<String>) -> Option<Field> {
    if is_confirmed(staff) && error.is_none() {
        return None;
    }
    let lang = staff.ask.lang;
    let field = Field::of(lang, "mat-khau", text(lang, K::DeskPassword), FieldKind::Password);
    Some(field.hint(text(lang, K::DeskPasswordHint)).width(Width::Medium).error(error))
}

/// Takes the password where it is needed; the sentence for its field when it is wrong.
pub(super) async fn confirm(
    site: &Site,
    staff: &Staff,
    headers: &HeaderMap,
    fields: &Fields,
) -> Result<(), String> {
    if is_confirmed(staff) {
        return Ok(());
    }
    let lang = staff.ask.lang;
    let typed = fields.get("mat-khau");
    if typed.is_empty() {
        return Err(text(lang, K::DeskPasswordMissing).to_owned());
    }
    let cookies = headers.get(COOKIE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let token = crate::site::cookie(cookies, super::cookie_name(&site.app)).unwrap_or_default();
    match app::account::confirm_password(&site.app, token, typed, staff.ask.address).await {
        Ok(()) => Ok(()),
        Err(error) => {
            tracing::info!(%error, "a password was not confirmed");
            Err(text(lang, K::DeskPasswordWrong).to_owned())
        }
    }
}

/// The instant as the sheet of a result writes it.
pub(super) fn today_words(at: Timestamp) -> String {
    i18n::format::date_words(i18n::Lang::Vi, domain::time::civil(at).date())
}

/// Applicant and proxy of a dossier; for the page of one.
pub(super) fn people(found: &DossierPage, lang: i18n::Lang) -> super::dossier::Facts {
    people_of(&found.dossier, lang)
}

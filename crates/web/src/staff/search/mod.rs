//! Looking for a dossier: part of a name without marks, a code, or the scan of a receipt's QR.

use super::Staff;
use super::samples::sample_page;
use super::work::{PAGE_ROWS, RowMaker, Rows, position, position_code, query_of, sample_rows};
use crate::layout::{Page, Sampled, encode};
use crate::reply;
use crate::site::Site;
use crate::widget::Pager;
use app::{App, AppError, secret};
use askama::Template;
use axum::Router;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use axum::routing::get;
use domain::dossier::DossierCode;
use i18n::{Key as K, Lang};
use storage::dossier::Position;

/// Length of the token in a receipt's QR, in characters.
const TOKEN_CHARS: usize = 26;

/// What was found.
#[derive(Debug, Template)]
#[template(path = "staff/found.html")]
pub struct Found {
    /// The frame.
    pub page: Page,
    /// What was typed.
    pub typed: String,
    /// Dossiers, newest first.
    pub rows: Rows,
    /// Further parts of the list.
    pub pager: Option<Pager>,
}

impl Sampled for Found {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let sample = |rows, typed: &str| Self {
            page: sample_page(lang, "/quay/tim", K::DeskFoundTitle),
            typed: typed.to_owned(),
            rows: Rows::mixed(lang, rows),
            pager: None,
        };
        vec![
            ("found", sample(sample_rows(lang, "/quay/ho-so"), "nhung")),
            ("found-nothing", sample(Vec::new(), "<abc>")),
        ]
    }
}

/// Addresses of this module.
pub fn router() -> Router<Site> {
    Router::new().route("/quay/tim", get(find))
}

async fn find(State(site): State<Site>, staff: Staff, RawQuery(query): RawQuery) -> Response {
    let query = query_of(query.as_deref());
    let typed: String = query.get("q").trim().chars().take(300).collect();
    match found_page(&site, &staff, &typed, query.get("sau")).await {
        Ok(Answer::One(code)) => reply::see_other(&format!("/quay/ho-so/{code}")),
        Ok(Answer::Many(page)) => reply::page(&*page),
        Err(error) => reply::failed(&staff.ask, &error),
    }
}

enum Answer {
    One(DossierCode),
    Many(Box<Found>),
}

async fn found_page(site: &Site, staff: &Staff, typed: &str, after: &str) -> Result<Answer, AppError> {
    let (app, lang) = (&site.app, staff.ask.lang);
    if let Some(code) = exact(app, typed).await?
        && app::read::dossier(app, &staff.actor, &code).await.is_ok()
    {
        return Ok(Answer::One(code));
    }
    let policy = app.policy();
    let maker = RowMaker::new(&policy, staff, "/quay/ho-so");
    let (mut rows, mut pager) = (Vec::new(), None);
    if !typed.is_empty() {
        let from = position(after, Position::end());
        let listed = app::read::search(app, &staff.actor, typed.to_owned(), from.clone(), PAGE_ROWS).await?;
        rows = listed.rows.iter().map(|row| maker.row(row)).collect();
        let base = format!("/quay/tim?q={}", encode(typed));
        let next = listed.next.map(|next| format!("{base}&sau={}", position_code(&next)));
        pager = Pager::new(lang, (from != Position::end()).then_some(base), next);
    }
    Ok(Answer::Many(Box::new(Found {
        page: staff.page(app, i18n::text(lang, K::DeskFoundTitle)).await,
        typed: typed.to_owned(),
        rows: Rows::mixed(lang, rows),
        pager,
    })))
}

/// The code behind a typed code or a scanned receipt. It says nothing about who may read the dossier.
///
/// # Errors
/// [`AppError::Store`].
pub async fn exact(app: &App, typed: &str) -> Result<Option<DossierCode>, AppError> {
    if let Ok(code) = DossierCode::parse(typed) {
        return Ok(Some(code));
    }
    let last = typed.split(['?', '#']).next().unwrap_or_default().rsplit('/').next().unwrap_or_default();
    let token = secret::normal(last);
    if token.len() != TOKEN_CHARS || !token.chars().all(|c| c.is_ascii_alphanumeric()) {
        return Ok(None);
    }
    // Scanners set to capitals or a keyboard in Vietnamese mode change the case, never the letters.
    let hash = secret::token_hash(&token.to_ascii_uppercase());
    let row = app.store.read(move |tx| storage::dossier::find_row_by_token(tx, &hash)).await;
    Ok(row.map_err(AppError::Store)?.map(|row| DossierCode::recorded(row.code)))
}

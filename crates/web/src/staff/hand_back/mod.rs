//! The return desk, `/quay/tra-ket-qua`: scan the receipt, ask who collects, hand over.

mod one;
mod sample;
mod view;

pub use view::{ReturnDone, ReturnList, ReturnOne};

use super::Staff;
use super::search::exact;
use super::work::{PAGE_ROWS, Row, RowMaker, Rows, done_of, position, position_code, query_of};
use crate::fields::Fields;
use crate::layout::encode;
use crate::reply;
use crate::site::Site;
use crate::widget::{Pager, Tag, Tone};
use app::AppError;
use axum::Router;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use axum::routing::get;
use domain::dossier::{DossierCode, Stage};
use domain::money::Dong;
use domain::time::{civil, from_ms};
use i18n::{Arg, Key as K, format, text, text_with};
use storage::dossier::{DossierRow, Listed, Position, WorkSide};

/// Addresses of this module.
pub fn router() -> Router<Site> {
    Router::new()
        .route("/quay/tra-ket-qua", get(list))
        .route("/quay/tra-ket-qua/{code}", get(one::show).post(one::send))
}

async fn list(State(site): State<Site>, staff: Staff, RawQuery(query): RawQuery) -> Response {
    let query = query_of(query.as_deref());
    let typed: String = query.get("q").trim().chars().take(300).collect();
    match list_page(&site, &staff, &query, &typed).await {
        Ok(Answer::One(code)) => reply::see_other(&format!("/quay/tra-ket-qua/{code}")),
        Ok(Answer::Many(page)) => reply::page(&*page),
        Err(error) => reply::failed(&staff.ask, &error),
    }
}

enum Answer {
    One(DossierCode),
    Many(Box<ReturnList>),
}

async fn list_page(site: &Site, staff: &Staff, query: &Fields, typed: &str) -> Result<Answer, AppError> {
    let (app, lang) = (&site.app, staff.ask.lang);
    if let Some(code) = exact(app, typed).await?
        && app::read::dossier(app, &staff.actor, &code).await.is_ok()
    {
        return Ok(Answer::One(code));
    }
    let (found, total, base, back) = if typed.is_empty() {
        let from = position(query.get("sau"), Position::start());
        let (side, stage) = (WorkSide::Receiving, Stage::ResultReady);
        let work = app::read::work(app, &staff.actor, side, stage, from.clone(), PAGE_ROWS).await?;
        let back = from != Position::start();
        (work.listed, Some(work.total), "/quay/tra-ket-qua?".to_owned(), back)
    } else {
        let from = position(query.get("sau"), Position::end());
        let back = from != Position::end();
        let found = app::read::search(app, &staff.actor, typed.to_owned(), from, PAGE_ROWS).await?;
        (only_ready(found), None, format!("/quay/tra-ket-qua?q={}&", encode(typed)), back)
    };
    let policy = app.policy();
    let maker = RowMaker::new(&policy, staff, "/quay/tra-ket-qua");
    let next = found.next.as_ref().map(|next| format!("{base}sau={}", position_code(next)));
    let back = back.then(|| base.trim_end_matches(['?', '&']).to_owned());
    let title = text(lang, K::StaffNavReturn);
    let title = total.map_or_else(|| title.to_owned(), |total| format!("{title} {total}"));
    let rows = found.rows.iter().map(|row| ready_row(&maker, staff, row)).collect();
    Ok(Answer::Many(Box::new(ReturnList {
        page: staff.page(app, title).await,
        done: done_of(lang, query),
        typed: typed.to_owned(),
        rows: Rows::new(lang, rows),
        pager: Pager::new(lang, back, next),
    })))
}

/// Of what a search found, only what lies ready.
fn only_ready(mut found: Listed) -> Listed {
    found.rows.retain(|row| row.stage == Stage::ResultReady.name());
    found
}

/// A row that says since when the result lies there and what is still to be paid.
fn ready_row(maker: &RowMaker<'_>, staff: &Staff, row: &DossierRow) -> Row {
    let lang = staff.ask.lang;
    let mut shown = maker.row(row);
    if let Some(since) = row.finished_at.map(from_ms) {
        let today = civil(since).date() == civil(staff.now).date();
        let at = civil(since);
        let since = if today { format::clock(lang, at.time()) } else { format::date(lang, at.date()) };
        let tone = if today { Tone::Good } else { Tone::Care };
        shown.left = Tag::new(tone, text_with(lang, K::DeskReadySince, &[("at", Arg::Text(&since))]));
    }
    let owed = u64::try_from(row.fee_due).unwrap_or(0);
    shown.due = if owed > 0 {
        let amount = format::money(lang, Dong(owed));
        text_with(lang, K::DeskToPay, &[("amount", Arg::Text(&amount))])
    } else {
        String::new()
    };
    shown
}

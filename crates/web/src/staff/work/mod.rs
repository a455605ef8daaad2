//! The appraiser's list, `/viec`: everything that waits for them, the most urgent first.

mod row;

pub use row::{Row, RowMaker, Rows, left_tag, position, position_code, rail_of, sample_rows};

use super::Staff;
use super::samples::sample_page;
use crate::fields::Fields;
use crate::layout::{Link, Page, Sampled};
use crate::reply;
use crate::site::Site;
use crate::widget::{Notice, Pager, Tone};
use app::AppError;
use askama::Template;
use axum::Router;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use axum::routing::get;
use domain::dossier::Stage;
use i18n::{Key as K, Lang, words};
use storage::dossier::{Counted, Position, WorkSide};

/// Rows on one page of a list.
pub const PAGE_ROWS: usize = 50;

/// Stages an appraiser works through, in the order of the tabs.
const TABS: [Stage; 4] =
    [Stage::Received, Stage::UnderVerification, Stage::AwaitingSupplement, Stage::Suspended];

/// A stage that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    /// Where it leads, with its name and its number.
    pub link: Link,
    /// Whether it is the one shown.
    pub here: bool,
}

/// The list.
#[derive(Debug, Template)]
#[template(path = "staff/work.html")]
pub struct WorkList {
    /// The frame.
    pub page: Page,
    /// What was just done.
    pub done: Option<Notice>,
    /// Stages to choose from.
    pub tabs: Vec<Tab>,
    /// What waits.
    pub rows: Rows,
    /// Further parts of the list.
    pub pager: Option<Pager>,
}

impl Sampled for WorkList {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let sample = |rows| {
            let page = sample_page(lang, "/viec", K::StaffNavWork);
            let tabs = TABS
                .iter()
                .enumerate()
                .map(|(at, stage)| tab(lang, *stage, Counted::from(4), at == 0))
                .collect();
            let rows = Rows::new(lang, rows);
            Self { page, done: None, tabs, rows, pager: None }
        };
        let mut full = sample(sample_rows(lang, "/quay/ho-so"));
        full.done = Some(done_notice(lang, "H23.10852-240202-0003", domain::dossier::Act::Appraise));
        full.pager = Pager::new(lang, None, Some("/viec?sau=1.A".to_owned()));
        vec![("work", full), ("work-empty", sample(Vec::new()))]
    }
}

fn tab(lang: Lang, stage: Stage, total: Counted, here: bool) -> Tab {
    let href = format!("/viec?giai-doan={}", stage.name());
    Tab { link: Link::new(href, format!("{} {total}", words::stage(stage, lang))), here }
}

/// What was just done, said on the page that follows.
pub fn done_notice(lang: Lang, code: &str, act: domain::dossier::Act) -> Notice {
    let args = [("act", i18n::Arg::Text(words::act(act, lang))), ("code", i18n::Arg::Text(code))];
    Notice::new(Tone::Good, i18n::text_with(lang, K::DeskDone, &args), None)
}

/// The notice that an address asks for with `xong` (an act) and `cua` (a code); strangers can only name known acts.
pub fn done_of(lang: Lang, query: &Fields) -> Option<Notice> {
    let act = domain::dossier::Act::from_name(query.get("xong"))?;
    let code = domain::dossier::DossierCode::parse(query.get("cua")).ok()?;
    Some(done_notice(lang, code.as_str(), act))
}

/// Reads a query; a broken one is empty.
pub fn query_of(query: Option<&str>) -> Fields {
    query.and_then(Fields::from_encoded).unwrap_or_default()
}

/// Addresses of this module.
pub fn router() -> Router<Site> {
    Router::new().route("/viec", get(list))
}

async fn list(State(site): State<Site>, staff: Staff, RawQuery(query): RawQuery) -> Response {
    let query = query_of(query.as_deref());
    match list_page(&site, &staff, &query).await {
        Ok(page) => reply::page(&page),
        Err(error) => reply::failed(&staff.ask, &error),
    }
}

async fn list_page(site: &Site, staff: &Staff, query: &Fields) -> Result<WorkList, AppError> {
    let (app, lang) = (&site.app, staff.ask.lang);
    let asked = Stage::from_name(query.get("giai-doan")).filter(|stage| TABS.contains(stage));
    let stage = asked.unwrap_or(Stage::Received);
    let from = position(query.get("sau"), Position::start());
    let work =
        |stage, after, limit| app::read::work(app, &staff.actor, WorkSide::Deciding, stage, after, limit);
    let mut tabs = Vec::new();
    for other in TABS {
        let total = work(other, Position::start(), 0).await?.total;
        tabs.push(tab(lang, other, total, other == stage));
    }
    let found = work(stage, from.clone(), PAGE_ROWS).await?.listed;
    let policy = app.policy();
    let maker = RowMaker::new(&policy, staff, "/quay/ho-so");
    let base = format!("/viec?giai-doan={}", stage.name());
    let next = found.next.map(|next| format!("{base}&sau={}", position_code(&next)));
    let previous = (from != Position::start()).then_some(base);
    Ok(WorkList {
        page: staff.page(app, i18n::text(lang, K::StaffNavWork)).await,
        done: done_of(lang, query),
        tabs,
        rows: Rows::new(lang, found.rows.iter().map(|row| maker.row(row)).collect()),
        pager: Pager::new(lang, previous, next),
    })
}

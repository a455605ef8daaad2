//! Choosing a procedure: type a few letters, press F2 for the best match.

use super::super::Staff;
use crate::fields::Fields;
use crate::layout::{Link, Page, encode};
use crate::reply;
use crate::site::Site;
use crate::widget::{Notice, Tone};
use askama::Template;
use axum::response::Response;
use domain::id::TicketId;
use domain::time::civil;
use i18n::Key as K;
use storage::desk;

/// Most rows shown.
const ROWS_MAX: usize = 60;

/// One procedure to choose.
pub struct Row {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its sector.
    pub sector: String,
    /// Whether it is on the no-wait list here.
    pub listed: bool,
}

/// The page.
#[derive(Template)]
#[template(path = "staff/choose.html")]
pub struct ChoosePage {
    /// The frame.
    pub page: Page,
    /// Something to know first.
    pub notice: Option<Notice>,
    /// What was typed.
    pub typed: String,
    /// The ticket that goes with it.
    pub ticket: Option<TicketId>,
    /// A draft to go on with.
    pub draft: Option<Link>,
    /// What matches, best first.
    pub rows: Vec<Row>,
}

/// The draft of the person, if there is one.
pub async fn draft(site: &Site, staff: &Staff) -> Option<Fields> {
    let account = staff.actor.account.to_string();
    let found = site.app.store.read(move |tx| desk::find_draft(tx, &account, "intake")).await.ok()??;
    Fields::from_encoded(&found.1)
}

/// Shows what can be received here.
pub async fn page(site: &Site, staff: &Staff, typed: &str, ticket: Option<TicketId>) -> Response {
    let policy = site.app.policy();
    let on = civil(staff.now).date();
    let unit = &staff.actor.unit;
    let found = if typed.trim().is_empty() {
        let mut all: Vec<_> = policy.offered_at(unit, on).into_iter().cloned().collect();
        // What is on the list comes first: that is what people come for.
        all.sort_by_key(|version| policy.listed(&version.code, unit, on).is_none());
        all
    } else {
        policy.search_at(typed, unit, on, ROWS_MAX).into_iter().map(|hit| hit.version).collect()
    };
    let rows = found.iter().take(ROWS_MAX).map(|version| Row {
        code: version.code.to_string(),
        name: staff.ask.name_of(&version.name).to_owned(),
        sector: policy
            .sector(&version.sector)
            .map_or_else(String::new, |sector| staff.ask.name_of(&sector.name).to_owned()),
        listed: policy.listed(&version.code, unit, on).is_some(),
    });
    let rows = rows.collect();
    let draft = draft(site, staff).await.filter(|draft| draft.typed("ten").is_some()).map(|draft| {
        let href = format!("/quay/tiep-nhan?thu-tuc={}&nhap=1", encode(draft.get("thu-tuc")));
        Link::new(href, format!("{}: {}", i18n::text(staff.ask.lang, K::IntakeDraft), draft.get("ten")))
    });
    let frame = staff.page(&site.app, i18n::text(staff.ask.lang, K::IntakeChooseTitle)).await;
    let safe = crate::watch::last_safe(site, staff.ask.lang, unit, staff.now).await;
    let notice = safe.map(|safe| Notice::new(Tone::Plain, safe, None));
    reply::page(&ChoosePage { page: frame, notice, typed: typed.to_owned(), ticket, draft, rows })
}

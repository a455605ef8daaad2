//! What administrators did, and who may do what.

use super::{Admin, shown};
use crate::layout::Link;
use crate::sheet::{Block, Cell, Table};
use crate::site::Site;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use domain::permit::{Action, Relation, allows};
use domain::role::Role;
use domain::time::{from_ms, to_ms};
use i18n::{Key as K, format, words};
use std::collections::BTreeMap;

const PAGE_ROWS: usize = 50;

pub(super) fn router() -> Router<Site> {
    Router::new().route("/quan-tri/nhat-ky", get(log)).route("/quan-tri/quyen", get(rights))
}

async fn log(
    State(site): State<Site>,
    admin: Admin,
    Query(query): Query<BTreeMap<String, String>>,
) -> Response {
    let before = query.get("truoc").and_then(|ms| ms.parse().ok()).map(from_ms);
    let entries = match app::account::log::list(&site.app, &admin.staff.actor, before, PAGE_ROWS).await {
        Ok(entries) => entries,
        Err(error) => return admin.failed(&error),
    };
    let mut sheet = admin.sheet(admin.t(K::AdminLog), "/quan-tri/nhat-ky").await;
    sheet.lead = Some(admin.t(K::AdminLogWhat));
    let older = entries.last().filter(|_| entries.len() >= PAGE_ROWS).map(|entry| to_ms(entry.at));
    let row = |entry: app::account::log::Entry| {
        let by = if entry.by == "system" { admin.t(K::AdminBySystem) } else { entry.by };
        vec![
            Cell::text(format::moment(admin.lang(), entry.at)),
            Cell::text(by),
            Cell::text(action_words(&admin, &entry.action)),
            Cell::text(entry.object).note(entry.detail),
        ]
    };
    sheet.add(Block::Table(Table {
        caption: admin.t(K::AdminLog),
        head: [K::AdminWhen, K::AdminWho, K::AdminWhat, K::AdminObject].map(|key| admin.t(key)).to_vec(),
        rows: entries.into_iter().map(row).collect(),
        empty: admin.t(K::AdminNothing),
    }));
    let mut links = Vec::new();
    if before.is_some() {
        links.push(Link::new("/quan-tri/nhat-ky", admin.t(K::AdminNewest)));
    }
    links.extend(older.map(|ms| Link::new(format!("/quan-tri/nhat-ky?truoc={ms}"), admin.t(K::AdminOlder))));
    if !links.is_empty() {
        sheet.add(Block::Links(links));
    }
    shown(&sheet)
}

/// What was done, in words; a key of a newer program stays as it is.
fn action_words(admin: &Admin, action: &str) -> String {
    let key = match action {
        "add_account" => K::AdminDidAdd,
        "edit_account" => K::AdminDidEdit,
        "disable_account" => K::AdminDidDisable,
        "enable_account" => K::AdminDidEnable,
        "reset_password" => K::AdminDidReset,
        "give_role" => K::AdminDidGive,
        "end_role" => K::AdminDidEnd,
        "create_token" => K::AdminDidToken,
        "revoke_token" => K::AdminDidRevoke,
        "import_pack" => K::AdminDidImport,
        "seed_demo" => K::AdminDidSeed,
        "first_administrator" => K::AdminDidFirst,
        other => return other.to_owned(),
    };
    admin.t(key)
}

async fn rights(admin: Admin) -> Response {
    let mut sheet = admin.sheet(admin.t(K::AdminRights), "/quan-tri/quyen").await;
    sheet.lead = Some(admin.t(K::AdminRightsLead));
    let lang = admin.lang();
    let mut head = vec![admin.t(K::AdminAction)];
    head.extend(Role::ALL.map(|role| words::role(role, lang).to_owned()));
    let row = |action: Action| {
        let mut cells = vec![Cell::text(words::action(action, lang))];
        cells.extend(Role::ALL.map(|role| Cell::text(relations(&admin, role, action))));
        cells
    };
    sheet.add(Block::Table(Table {
        caption: admin.t(K::AdminRights),
        head,
        rows: Action::all().into_iter().map(row).collect(),
        empty: String::new(),
    }));
    shown(&sheet)
}

/// Where a role may do something: nowhere is a dash, everywhere one word.
fn relations(admin: &Admin, role: Role, action: Action) -> String {
    let allowed: Vec<Relation> =
        Relation::ALL.into_iter().filter(|relation| allows(role, action, *relation)).collect();
    if allowed.is_empty() {
        return "–".to_owned();
    }
    if allowed.len() == Relation::ALL.len() {
        return admin.t(K::AdminEverywhere);
    }
    let word = |relation: &Relation| {
        admin.t(match relation {
            Relation::Receiving => K::AdminRelationReceiving,
            Relation::Deciding => K::AdminRelationDeciding,
            Relation::Above => K::AdminRelationAbove,
            Relation::Elsewhere => K::AdminRelationElsewhere,
        })
    };
    allowed.iter().map(word).collect::<Vec<_>>().join(", ")
}

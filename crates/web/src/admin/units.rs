//! The tree of units on a day.

use super::{Admin, shown};
use crate::layout::Link;
use crate::sheet::{Block, Cell, Table};
use crate::site::Site;
use crate::widget::{Tag, Tone};
use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use domain::place::{Unit, UnitTree};
use i18n::{Key as K, format};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

const PATH: &str = "/quan-tri/don-vi";

pub(super) fn router() -> Router<Site> {
    Router::new().route(PATH, get(open))
}

async fn open(
    State(site): State<Site>,
    admin: Admin,
    Query(query): Query<BTreeMap<String, String>>,
) -> Response {
    let policy = site.app.policy();
    let on: Date = query.get("ngay").and_then(|typed| typed.parse().ok()).unwrap_or_else(|| admin.today());
    let mut sheet = admin.sheet(admin.t(K::AdminUnits), PATH).await;
    sheet.lead = Some(admin.t(K::AdminUnitsLead));
    sheet.add(Block::Chips(days(&admin, policy.units(), on)));
    let roots = policy.units().on(on).filter(|unit| policy.units().parent_on(&unit.code, on).is_none());
    let mut rows = Vec::new();
    for unit in roots {
        gather(&admin, policy.units(), unit, on, 0, &mut rows);
    }
    sheet.add(Block::Table(Table {
        caption: sheet.page.fill(K::AdminUnitsOn, "date", &format::date(admin.lang(), on)),
        head: [K::AdminUnit, K::AdminCode, K::AdminIdentifier, K::AdminValidity, K::AdminCertainty]
            .map(|key| admin.t(key))
            .to_vec(),
        rows,
        empty: admin.t(K::AdminUnitsNone),
    }));
    sheet.add(Block::Links(vec![Link::new("/quan-tri/goi", admin.t(K::AdminEditInPack))]));
    shown(&sheet)
}

/// Today, and every day on which some unit began.
fn days(admin: &Admin, units: &UnitTree, on: Date) -> Vec<(Link, bool)> {
    let mut days: BTreeSet<Date> = units.all().map(|unit| unit.validity.from).collect();
    days.insert(admin.today());
    let link = |day: Date| {
        let mut words = format::date(admin.lang(), day);
        if day == admin.today() {
            words = format!("{}, {words}", admin.t(K::AdminToday));
        }
        (Link::new(format!("{PATH}?ngay={day}"), words), day == on)
    };
    days.into_iter().map(link).collect()
}

fn gather(admin: &Admin, units: &UnitTree, unit: &Unit, on: Date, depth: usize, rows: &mut Vec<Vec<Cell>>) {
    let identifier = Cell::text(unit.identifier.identifier.to_string());
    let identifier = if unit.identifier.invented {
        Cell { tag: Some(Tag::new(Tone::Care, admin.t(K::AdminInvented))), ..identifier }
    } else {
        identifier
    };
    rows.push(vec![
        Cell { depth, ..Cell::text(admin.staff.ask.name_of(&unit.name)) },
        Cell::text(unit.code.to_string()),
        identifier,
        Cell::text(admin.span(unit.validity)),
        Cell::tag(admin.certainty(unit.certainty)),
    ]);
    for below in units.children_on(&unit.code, on) {
        gather(admin, units, below, on, depth + 1, rows);
    }
}

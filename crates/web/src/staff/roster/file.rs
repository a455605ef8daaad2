//! `/lich-truc/tep`: rosters as CSV, in and out.

use super::{Planner, say};
use crate::fields::Fields;
use crate::reply;
use crate::sheet::{Block, Cell, Form, Sheet, Table};
use crate::site::Site;
use crate::staff::Staff;
use crate::staff::work::query_of;
use crate::widget::{Field, FieldKind, Notice, Tone};
use app::roster::csv::{self, ImportError, Problem, Trouble};
use axum::Router;
use axum::extract::{RawQuery, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use i18n::{Arg, Key as K, text_with};
use jiff::civil::Date;

const PATH: &str = "/lich-truc/tep";

/// Addresses of this module.
pub fn router() -> Router<Site> {
    Router::new().route("/lich-truc/xuat", get(export)).route(PATH, get(open).post(import))
}

async fn export(State(site): State<Site>, staff: Staff, RawQuery(query): RawQuery) -> Response {
    let query = query_of(query.as_deref());
    let planner = Planner::new(site, staff, query.get("don-vi"));
    let day = |name: &str| query.get(name).parse::<Date>().unwrap_or_else(|_| planner.today());
    let (first, last) = (day("tu"), day("den"));
    match csv::export(&planner.site.app, &planner.staff.actor, &planner.unit, (first, last)).await {
        Ok(text) => {
            let shown = format!("attachment; filename=\"lich-truc-{}-{first}.csv\"", planner.unit);
            let kind = "text/csv; charset=utf-8".to_owned();
            let headers =
                [(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, shown), (CACHE_CONTROL, "no-store".to_owned())];
            (headers, text).into_response()
        }
        Err(error) => planner.failed(&error),
    }
}

async fn open(State(site): State<Site>, staff: Staff, RawQuery(query): RawQuery) -> Response {
    let query = query_of(query.as_deref());
    let planner = Planner::new(site, staff, query.get("don-vi"));
    let mut sheet = build(&planner, None).await;
    let number = |name: &str| query.get(name).parse::<i64>().ok();
    if let (Some(days), Some(shifts)) = (number("ngay"), number("ca")) {
        let args = [("days", Arg::Number(days)), ("n", Arg::Number(shifts))];
        let text = text_with(planner.lang(), K::RosterFileTaken, &args);
        sheet.notice = Some(Notice::new(Tone::Good, text, None));
    }
    reply::page(&sheet)
}

async fn build(planner: &Planner, error: Option<String>) -> Sheet {
    let mut sheet = planner.sheet(planner.t(K::RosterFiles), PATH).await;
    sheet.add(Block::Text(planner.t(K::RosterFileHint)));
    sheet.add(Block::Text(csv::COLUMNS.join(", ")));
    let field = Field::of(planner.lang(), "tep", planner.t(K::RosterFile), FieldKind::File("text/csv,.csv"));
    let mut form = Form::new(PATH, vec![field.error(error).into()], &planner.t(K::RosterFileTake));
    form.hidden = planner.hidden();
    form.files = true;
    sheet.add(Block::Form(form));
    sheet
}

async fn import(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    let planner = Planner::new(site, staff, fields.get("don-vi"));
    if let Err(response) = planner.genuine(&fields) {
        return response;
    }
    let bytes = fields.files().next().map(|(_, file)| file.bytes.clone()).unwrap_or_default();
    match csv::import(&planner.site.app, &planner.staff.actor, &bytes).await {
        Ok((days, shifts)) => reply::see_other(&planner.href(&format!("{PATH}?ngay={days}&ca={shifts}"))),
        Err(ImportError::App(error)) => planner.failed(&error),
        Err(ImportError::Problems(problems)) => {
            let summary = planner.t(K::RosterFileWrong);
            let mut sheet = build(&planner, Some(summary.clone())).await;
            sheet.add(Block::Table(report(&planner, &problems)));
            super::wrong(sheet, vec![("tep".to_owned(), summary)])
        }
    }
}

/// Everything wrong in a file, line by line.
fn report(planner: &Planner, problems: &[Problem]) -> Table {
    let row = |problem: &Problem| {
        let line = if problem.line == 0 { "–".to_owned() } else { problem.line.to_string() };
        vec![
            Cell::text(line),
            Cell::text(problem.value.clone()),
            Cell::text(sentence(planner, &problem.trouble)),
        ]
    };
    Table {
        caption: planner.t(K::RosterFileReport),
        head: [K::RosterFileLine, K::RosterFileValue, K::RosterFileTrouble]
            .map(|key| planner.t(key))
            .to_vec(),
        rows: problems.iter().map(row).collect(),
        empty: String::new(),
    }
}

fn sentence(planner: &Planner, trouble: &Trouble) -> String {
    match trouble {
        Trouble::NotATable => planner.t(K::RosterFileNotATable),
        Trouble::ColumnMissing { column } => {
            text_with(planner.lang(), K::RosterFileColumn, &[("column", Arg::Text(column))])
        }
        Trouble::TooManyLines => planner.t(K::RosterFileTooMany),
        Trouble::Unit => planner.t(K::RosterFileUnit),
        Trouble::Date => planner.t(K::RosterDateWrong),
        Trouble::Person => planner.t(K::RosterFilePerson),
        Trouble::Post => planner.t(K::RosterFilePost),
        Trouble::Hour => planner.t(K::RosterRowHours),
        Trouble::Conflict(found) => say::conflict(planner, found, &|_| planner.t(K::RosterThisPerson)),
    }
}

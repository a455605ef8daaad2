//! The day of a unit, `/ngay/{unit}/{date}`: everything taken, what became of it, who was turned away, who closed it.

mod build;
mod sample;

use super::Staff;
use super::dossier::Facts;
use super::duty::Duties;
use crate::fields::Fields;
use crate::layout::{Link, Page};
use crate::reply;
use crate::site::Site;
use crate::widget::{ErrorSummary, Field, Notice, Tag, Tone};
use app::AppError;
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use domain::place::UnitCode;
use domain::text::clean_text;
use domain::time::civil;
use i18n::{Arg, Key as K, text, text_with};
use jiff::civil::Date;

/// Longest remark, in characters.
const REMARK_CHARS_MAX: usize = 2_000;

/// A number of the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The number as written.
    pub value: String,
    /// What it counts.
    pub label: &'static str,
    /// Whether this is the backlog and there is none, or there is one.
    pub tone: Option<Tone>,
}

/// One dossier of the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayRow {
    /// Printed code.
    pub code: String,
    /// Its page; absent for readers of figures only.
    pub href: Option<String>,
    /// Name of the procedure.
    pub procedure: String,
    /// The applicant; absent for readers of figures only.
    pub applicant: Option<String>,
    /// Hours of reception, result, return.
    pub hours: [String; 3],
    /// Where it stands.
    pub stage: &'static str,
    /// Whether the promise or the law was kept.
    pub kept: Tag,
}

/// Somebody who was turned away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwayRow {
    /// When.
    pub at: String,
    /// What for.
    pub procedure: String,
    /// Which slip.
    pub kind: &'static str,
    /// The slip; absent for readers of figures only.
    pub href: Option<String>,
}

/// A unit below with its figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Child {
    /// Its name and its day.
    pub link: Link,
    /// Received, handed back the same day, in work, backlog.
    pub figures: [String; 4],
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "staff/day.html")]
pub struct DayView {
    /// The frame.
    pub page: Page,
    /// What somebody else did meanwhile.
    pub notices: Vec<Notice>,
    /// What is wrong.
    pub errors: Option<ErrorSummary>,
    /// Name of the unit.
    pub unit: String,
    /// The address of this day.
    pub base: String,
    /// Secret of the session.
    pub csrf: String,
    /// The numbers.
    pub figures: Vec<Figure>,
    /// Everything taken.
    pub rows: Vec<DayRow>,
    /// Whether names are shown.
    pub named: bool,
    /// Who was turned away.
    pub away: Vec<AwayRow>,
    /// The duties, today.
    pub duties: Option<Duties>,
    /// Who closed the day, when, with which remark.
    pub closed: Option<Facts>,
    /// The remark of the close, where the reader may sign it.
    pub close: Option<Field>,
    /// The day before, today, the day after.
    pub days: Vec<Link>,
    /// The report.
    pub report: Link,
    /// Units below.
    pub children: Vec<Child>,
}

/// Addresses of this module.
pub fn router() -> Router<Site> {
    Router::new()
        .route("/ngay", get(today))
        .route("/ngay/{unit}/{date}", get(show))
        .route("/ngay/{unit}/{date}/khoa-so", post(close))
        .route("/ngay/{unit}/{date}/bao-cao.pdf", get(report))
}

async fn today(staff: Staff) -> Response {
    reply::see_other(&format!("/ngay/{}/{}", staff.actor.unit, civil(staff.now).date()))
}

/// The unit and the day of an address.
fn place(unit: &str, date: &str) -> Result<(UnitCode, Date), AppError> {
    let missing = || AppError::NotFound { what: "day" };
    Ok((unit.parse().map_err(|_| missing())?, date.parse().map_err(|_| missing())?))
}

async fn show(
    State(site): State<Site>,
    staff: Staff,
    Path((unit, date)): Path<(String, String)>,
) -> Response {
    let found = match place(&unit, &date) {
        Ok((unit, on)) => build::view(&site, &staff, &unit, on).await,
        Err(error) => Err(error),
    };
    match found {
        Ok(view) => reply::page(&view),
        Err(error) => reply::failed(&staff.ask, &error),
    }
}

async fn report(
    State(site): State<Site>,
    staff: Staff,
    Path((unit, date)): Path<(String, String)>,
) -> Response {
    let drawn = match place(&unit, &date) {
        Ok((unit, on)) => app::paper::day_close(&site.app, &staff.actor, &unit, on).await,
        Err(error) => Err(error),
    };
    match drawn {
        Ok(pdf) => reply::pdf(&pdf.file_name, pdf.bytes),
        Err(error) => reply::failed(&staff.ask, &error),
    }
}

async fn close(
    State(site): State<Site>,
    staff: Staff,
    Path((unit, date)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    if let Err(refused) = staff.genuine(&fields) {
        return *refused;
    }
    let lang = staff.ask.lang;
    let (unit, on) = match place(&unit, &date) {
        Ok(place) => place,
        Err(error) => return reply::failed(&staff.ask, &error),
    };
    let remark = clean_text(fields.get("nhan-xet"));
    if remark.chars().count() > REMARK_CHARS_MAX {
        let sentence = text(lang, K::DeskAnswerLong).to_owned();
        return match build::view(&site, &staff, &unit, on).await {
            Ok(mut view) => {
                view.page.wrong = true;
                view.close = view.close.map(|field| field.value(remark).error(Some(sentence.clone())));
                view.errors = ErrorSummary::new(lang, vec![("nhan-xet".to_owned(), sentence)]);
                reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, &view)
            }
            Err(error) => reply::failed(&staff.ask, &error),
        };
    }
    match app::read::close_day(&site.app, &staff.actor, &unit, on, remark).await {
        Ok(()) => reply::see_other(&format!("/ngay/{unit}/{on}")),
        Err(AppError::Stale { .. }) => match build::view(&site, &staff, &unit, on).await {
            Ok(mut view) => {
                view.notices.push(Notice::new(Tone::Care, text(lang, K::DeskDayClosedAlready), None));
                reply::page_with(StatusCode::CONFLICT, &view)
            }
            Err(error) => reply::failed(&staff.ask, &error),
        },
        Err(error) => reply::failed(&staff.ask, &error),
    }
}

/// The heading of a day.
fn title(lang: i18n::Lang, on: Date) -> String {
    text_with(lang, K::DeskDayTitle, &[("day", Arg::Text(&i18n::words::day(lang, on)))])
}

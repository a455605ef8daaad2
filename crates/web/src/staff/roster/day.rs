//! `/lich-truc/{date}`: the roster of a unit's day. One row for each shift; what is kept, last week's list or a proposal
//! fills the rows, and nothing is written before the button is pressed.

use super::swap::wishes;
use super::{Planner, done, people_options, ready_notice, say};
use crate::fields::Fields;
use crate::layout::{Link, Page};
use crate::reply;
use crate::site::Site;
use crate::staff::Staff;
use crate::staff::work::query_of;
use crate::widget::{ErrorSummary, Notice, Opt, Tone};
use app::AppError;
use app::roster::csv::hour;
use app::roster::{self, DayPlan, SetError};
use askama::Template;
use axum::Router;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use domain::roster::{Conflict, Post, Shift};
use domain::time::from_ms;
use i18n::format::clock_short;
use i18n::{Arg, Key as K, Lang, format, text_with, words};
use jiff::civil::{Date, Time};

/// Rows of a form at most; more shifts come by file.
const ROWS_MAX: usize = 60;

/// Empty rows below the filled ones.
const SPARE: usize = 3;

/// A row as typed.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    pub person: String,
    pub post: String,
    pub from: String,
    pub to: String,
    pub stands_for: String,
    /// What is wrong with it.
    pub error: Option<String>,
    /// Why it was proposed.
    pub why: Option<String>,
}

/// A wish to be replaced, in words.
#[derive(Debug, Clone)]
pub(super) struct Wish {
    pub id: String,
    pub text: String,
    /// Whether the reader may answer it.
    pub open: bool,
}

/// The page.
#[derive(Template)]
#[template(path = "staff/roster/day.html")]
pub(super) struct DayPage {
    pub page: Page,
    pub csrf: String,
    pub unit: String,
    pub unit_name: String,
    pub on: Date,
    pub sections: Vec<Link>,
    pub notices: Vec<Notice>,
    pub errors: Option<ErrorSummary>,
    pub people: Vec<Opt>,
    pub posts: Vec<Opt>,
    pub rows: Vec<Row>,
    pub version: i64,
    pub changed: Option<String>,
    pub may_plan: bool,
    pub may_publish: bool,
    pub wishes: Vec<Wish>,
    /// Whether the reader has a shift and may ask somebody to stand in.
    pub may_ask: bool,
    pub hours: String,
    /// Whether this is the sheet for paper.
    pub print: bool,
}

impl DayPage {
    fn here(&self, rest: &str) -> String {
        let joint = if rest.contains('?') { '&' } else { '?' };
        format!("/lich-truc/{}{rest}{joint}don-vi={}", self.on, self.unit)
    }

    fn is_picked(&self, option: &Opt, value: &str) -> bool {
        option.value == value
    }

    fn label(&self, options: &[Opt], value: &str) -> String {
        options.iter().find(|option| option.value == value).map(|o| o.label.clone()).unwrap_or_default()
    }

    fn number(&self, index: &usize) -> usize {
        index.saturating_add(1)
    }
}

/// Addresses of this module.
pub fn router() -> Router<Site> {
    Router::new()
        .route("/lich-truc/{date}", get(open).post(save))
        .route("/lich-truc/{date}/cong-bo", post(publish))
}

pub(super) fn missing(staff: &Staff) -> Response {
    reply::failed(&staff.ask, &AppError::NotFound { what: "day" })
}

async fn open(
    State(site): State<Site>,
    staff: Staff,
    Path(date): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    let Ok(on) = date.parse::<Date>() else { return missing(&staff) };
    let query = query_of(query.as_deref());
    let planner = Planner::new(site, staff, query.get("don-vi"));
    match filled(&planner, on, &query).await {
        Ok(page) => reply::page(&page),
        Err(error) => planner.failed(&error),
    }
}

/// The page with what is kept, or with what the reader wants to begin from.
pub(super) async fn filled(planner: &Planner, on: Date, query: &Fields) -> Result<DayPage, AppError> {
    let (app, actor, unit) = (&planner.site.app, &planner.staff.actor, &planner.unit);
    let plan = roster::day(app, actor, unit, on).await?;
    let mut page = build(planner, &plan).await;
    page.notices.extend(done(query, planner.lang()));
    match query.get("tu") {
        "tuan-truoc" => match roster::copy_week_before(app, actor, unit, on).await? {
            Some(copied) => {
                page.rows = copied.shifts.iter().map(row).collect();
                page.notices.push(copied_notice(planner, &copied));
            }
            None => page.notices.push(Notice::new(Tone::Care, planner.t(K::RosterNoWeekBefore), None)),
        },
        "de-xuat" => match roster::propose::propose(app, actor, unit, on).await? {
            Ok(proposal) => {
                let reasons = proposal.why.iter().map(|why| Some(say::why(planner, why)));
                let rows = proposal.shifts.iter().map(row).zip(reasons);
                page.rows = rows.map(|(row, why)| Row { why, ..row }).collect();
                let expected = i64::from(proposal.expected);
                let text = text_with(planner.lang(), K::RosterProposed, &[("n", Arg::Number(expected))]);
                page.notices.push(Notice::new(Tone::Plain, text, Some(planner.t(K::RosterNotYetKept))));
            }
            Err(clash) => page.notices.push(Notice::new(
                Tone::Bad,
                planner.t(K::RosterNoProposal),
                Some(say::clash(planner, &clash)),
            )),
        },
        _other => {}
    }
    if query.get("in") == "1" {
        // For paper: the list alone, with room for a signature.
        (page.may_plan, page.may_publish, page.may_ask, page.print) = (false, false, false, true);
        page.notices.clear();
        page.wishes.clear();
    }
    if page.may_plan {
        spare(&mut page, &plan);
    }
    Ok(page)
}

fn copied_notice(planner: &Planner, copied: &roster::Copied) -> Notice {
    let lang = planner.lang();
    let from = format::date(lang, copied.from);
    let title = text_with(lang, K::RosterCopied, &[("from", Arg::Text(&from))]);
    let left_out: Vec<String> = copied
        .left_out
        .iter()
        .map(|(name, kind)| match kind {
            Some(kind) => format!("{name} ({})", words::absence_kind(*kind, lang)),
            None => name.clone(),
        })
        .collect();
    let mut text = planner.t(K::RosterNotYetKept);
    if !left_out.is_empty() {
        let names = left_out.join(", ");
        text = format!("{} {text}", text_with(lang, K::RosterLeftOut, &[("names", Arg::Text(&names))]));
    }
    let tone = if copied.left_out.is_empty() { Tone::Plain } else { Tone::Care };
    Notice::new(tone, title, Some(text))
}

/// Empty rows with the hours of the day.
fn spare(page: &mut DayPage, plan: &DayPlan) {
    let opens = plan.windows.first().map(|window| clock_short(window.opens())).unwrap_or_default();
    let closes = plan.windows.last().map(|window| clock_short(window.closes())).unwrap_or_default();
    for _ in 0..SPARE {
        page.rows.push(Row { from: opens.clone(), to: closes.clone(), ..Row::default() });
    }
}

fn row(shift: &Shift) -> Row {
    Row {
        person: shift.person.to_string(),
        post: shift.post.name().to_owned(),
        from: clock_short(shift.from),
        to: clock_short(shift.to),
        stands_for: shift.stands_for.map(|person| person.to_string()).unwrap_or_default(),
        error: None,
        why: None,
    }
}

async fn build(planner: &Planner, plan: &DayPlan) -> DayPage {
    let lang = planner.lang();
    let title = format!("{} – {}", planner.t(K::RosterTitle), format::date_long(lang, plan.on));
    let mut page = planner.staff.page(&planner.site.app, title).await;
    page.path = planner.href(&format!("/lich-truc/{}", plan.on));
    page.back = Some(Link::new(planner.href("/lich-truc"), planner.t(K::RosterTitle)));
    let names = say::names(plan);
    let ready = plan.readiness.as_ref().map(|ready| ready_notice(planner, ready, &names));
    let changed = plan.head.as_ref().map(|head| {
        let at = format::moment(lang, from_ms(head.changed_at));
        let key = if head.published_at.is_some() { K::RosterPublished } else { K::RosterChanged };
        text_with(lang, key, &[("name", Arg::Text(&head.changed_by)), ("at", Arg::Text(&at))])
    });
    let hours: Vec<String> = plan
        .windows
        .iter()
        .map(|window| format!("{}–{}", clock_short(window.opens()), clock_short(window.closes())))
        .collect();
    let mine = planner.staff.actor.account;
    let published = plan.head.as_ref().is_some_and(|head| head.published_at.is_some());
    DayPage {
        page,
        csrf: planner.staff.csrf.clone(),
        unit: planner.unit.to_string(),
        unit_name: planner.unit_name(&planner.unit),
        on: plan.on,
        sections: planner.sections(),
        notices: ready.into_iter().collect(),
        errors: None,
        people: people_options(lang, &plan.people),
        posts: post_options(lang),
        rows: plan.shifts.iter().map(row).collect(),
        version: plan.version(),
        changed,
        may_plan: plan.may_plan,
        may_publish: plan.may_plan && !published && !plan.shifts.is_empty(),
        wishes: wishes(planner, plan),
        may_ask: plan.on >= planner.today() && plan.shifts.iter().any(|shift| shift.person == mine),
        hours: hours.join(", "),
        print: false,
    }
}

fn post_options(lang: Lang) -> Vec<Opt> {
    let mut options = vec![Opt::new("", i18n::text(lang, K::AdminChoose))];
    options.extend(Post::ALL.map(|post| Opt::new(post.name(), words::post(post, lang))));
    options
}

/// The rows of a form, and its shifts as far as they can be read.
fn typed(planner: &Planner, on: Date, fields: &Fields) -> (Vec<Row>, Vec<(usize, Shift)>) {
    let (mut rows, mut shifts) = (Vec::new(), Vec::new());
    for index in 0..ROWS_MAX {
        let get = |part: &str| fields.get(&format!("s{index}-{part}")).trim().to_owned();
        let mut row = Row {
            person: get("nguoi"),
            post: get("vi-tri"),
            from: get("tu"),
            to: get("den"),
            stands_for: get("thay"),
            ..Row::default()
        };
        if row.person.is_empty() && row.post.is_empty() {
            continue;
        }
        let (person, post) = (row.person.parse().ok(), Post::from_name(&row.post));
        let (from, to): (Option<Time>, Option<Time>) = (hour(&row.from), hour(&row.to));
        match (person, post, from, to) {
            (Some(person), Some(post), Some(from), Some(to)) => {
                let stands_for = row.stands_for.parse().ok();
                shifts.push((
                    rows.len(),
                    Shift { unit: planner.unit.clone(), on, person, post, from, to, stands_for },
                ));
            }
            (None, _, _, _) => row.error = Some(planner.t(K::RosterRowPerson)),
            (_, None, _, _) => row.error = Some(planner.t(K::RosterRowPost)),
            _hours => row.error = Some(planner.t(K::RosterRowHours)),
        }
        rows.push(row);
    }
    (rows, shifts)
}

async fn save(State(site): State<Site>, staff: Staff, Path(date): Path<String>, fields: Fields) -> Response {
    let Ok(on) = date.parse::<Date>() else { return missing(&staff) };
    let planner = Planner::new(site, staff, fields.get("don-vi"));
    if let Err(response) = planner.genuine(&fields) {
        return response;
    }
    let seen = fields.get("phien-ban").parse().unwrap_or_default();
    let (mut rows, read) = typed(&planner, on, &fields);
    if rows.iter().any(|row| row.error.is_some()) {
        return came_back(&planner, on, rows, &[], StatusCode::UNPROCESSABLE_ENTITY, None).await;
    }
    let shifts = read.iter().map(|(_, shift)| shift.clone()).collect();
    match roster::set(&planner.site.app, &planner.staff.actor, &planner.unit, on, seen, shifts).await {
        Ok(_) => reply::see_other(&planner.href(&format!("/lich-truc/{on}?xong=1"))),
        Err(SetError::Wrong(conflicts)) => {
            mark(&planner, on, &mut rows, &conflicts).await;
            came_back(&planner, on, rows, &conflicts, StatusCode::UNPROCESSABLE_ENTITY, None).await
        }
        Err(SetError::App(error @ AppError::Stale { .. })) => {
            let sentence = reply::sentence(planner.lang(), &error);
            came_back(&planner, on, rows, &[], StatusCode::CONFLICT, sentence).await
        }
        Err(SetError::App(error)) => planner.failed(&error),
    }
}

/// Puts what is wrong beside the row it is about.
async fn mark(planner: &Planner, on: Date, rows: &mut [Row], conflicts: &[Conflict]) {
    let (app, actor) = (&planner.site.app, &planner.staff.actor);
    let Ok(plan) = roster::day(app, actor, &planner.unit, on).await else { return };
    let names = say::names(&plan);
    for conflict in conflicts {
        let sentence = say::conflict(planner, conflict, &names);
        if let Some(row) = conflict.shift().and_then(|index| rows.get_mut(index)) {
            row.error =
                Some(row.error.take().map_or(sentence.clone(), |so_far| format!("{so_far} {sentence}")));
        }
    }
}

/// The form as it was typed, with everything that is wrong.
async fn came_back(
    planner: &Planner,
    on: Date,
    rows: Vec<Row>,
    conflicts: &[Conflict],
    status: StatusCode,
    notice: Option<String>,
) -> Response {
    let (app, actor) = (&planner.site.app, &planner.staff.actor);
    let plan = match roster::day(app, actor, &planner.unit, on).await {
        Ok(plan) => plan,
        Err(error) => return planner.failed(&error),
    };
    let names = say::names(&plan);
    let mut page = build(planner, &plan).await;
    let row_errors = rows.iter().enumerate().filter_map(|(index, row)| {
        row.error.as_ref().map(|error| (format!("s{index}-nguoi"), error.clone()))
    });
    let whole = conflicts.iter().filter(|conflict| conflict.shift().is_none());
    let whole = whole.map(|found| ("s0-nguoi".to_owned(), say::conflict(planner, found, &names)));
    let errors: Vec<(String, String)> = row_errors.chain(whole).collect();
    page.errors = ErrorSummary::new(planner.lang(), errors);
    page.page.wrong = true;
    page.rows = rows;
    page.notices = notice
        .map(|text| Notice::new(Tone::Bad, text, Some(planner.t(K::RosterStaleHint))))
        .into_iter()
        .collect();
    spare(&mut page, &plan);
    reply::page_with(status, &page)
}

async fn publish(
    State(site): State<Site>,
    staff: Staff,
    Path(date): Path<String>,
    fields: Fields,
) -> Response {
    let Ok(on) = date.parse::<Date>() else { return missing(&staff) };
    let planner = Planner::new(site, staff, fields.get("don-vi"));
    if let Err(response) = planner.genuine(&fields) {
        return response;
    }
    let seen = fields.get("phien-ban").parse().unwrap_or_default();
    match roster::publish(&planner.site.app, &planner.staff.actor, &planner.unit, on, seen).await {
        Ok(()) => reply::see_other(&planner.href(&format!("/lich-truc/{on}?xong=1"))),
        Err(SetError::Wrong(conflicts)) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            let plan = roster::day(&planner.site.app, &planner.staff.actor, &planner.unit, on).await;
            let mut rows: Vec<Row> =
                plan.map(|plan| plan.shifts.iter().map(row).collect()).unwrap_or_default();
            mark(&planner, on, &mut rows, &conflicts).await;
            came_back(&planner, on, rows, &conflicts, status, None).await
        }
        Err(SetError::App(error)) => planner.failed(&error),
    }
}

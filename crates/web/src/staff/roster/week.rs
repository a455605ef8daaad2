//! `/lich-truc`: how every unit one looks after stands for its coming day, and the coming days of one unit.

use super::{Planner, done, say, tag_of};
use crate::fields::Fields;
use crate::layout::Link;
use crate::reply;
use crate::sheet::{Block, Cell, Table};
use crate::site::Site;
use crate::staff::Staff;
use crate::staff::work::query_of;
use app::AppError;
use app::roster::read::coming_days;
use app::roster::{DayPlan, UnitReady};
use axum::Router;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use axum::routing::get;
use domain::roster::Post;
use i18n::{Arg, Key as K, format, text_with, words};

/// How many coming days are shown.
const DAYS: usize = 4;

/// Addresses of this module.
pub fn router() -> Router<Site> {
    Router::new().route("/lich-truc", get(open))
}

async fn open(State(site): State<Site>, staff: Staff, RawQuery(query): RawQuery) -> Response {
    let query = query_of(query.as_deref());
    let planner = Planner::new(site, staff, query.get("don-vi"));
    match page(&planner, &query).await {
        Ok(sheet) => reply::page(&sheet),
        Err(error) => planner.failed(&error),
    }
}

async fn page(planner: &Planner, query: &Fields) -> Result<crate::sheet::Sheet, AppError> {
    let (app, actor) = (&planner.site.app, &planner.staff.actor);
    // Whoever opens the page of the coming days makes sure that the alarm was given.
    app::roster::alarm::look(app).await?;
    let units = app::roster::overview(app, actor, planner.today()).await?;
    let mut sheet = planner.sheet(planner.t(K::RosterTitle), "/lich-truc").await;
    sheet.notice = done(query, planner.lang());
    if units.len() > 1 {
        sheet.add(Block::Table(overview(planner, &units)));
    }
    let plans = coming_days(app, actor, &planner.unit, planner.today(), DAYS).await?;
    sheet.add(Block::Table(coming(planner, &plans)));
    let may_plan = plans.iter().any(|plan| plan.may_plan);
    if let Some(last) = plans.last()
        && may_plan
    {
        let first = plans.first().map_or(last.on, |plan| plan.on);
        let href = planner.href(&format!("/lich-truc/xuat?tu={first}&den={}", last.on));
        sheet.add(Block::Links(vec![Link::new(href, planner.t(K::RosterExport))]));
    }
    Ok(sheet)
}

fn overview(planner: &Planner, units: &[UnitReady]) -> Table {
    let row = |unit: &UnitReady| {
        let policy = planner.site.app.policy();
        let here = policy.unit(&unit.unit, unit.on);
        let name = here.map_or_else(|| unit.unit.to_string(), |unit| unit.short_name.clone());
        let mut light = Cell::tag(tag_of(unit.readiness.light, planner.lang()));
        let nobody = |_| "?".to_owned();
        if let Some((_, why)) = unit.readiness.reasons.first() {
            light = light.note(say::unready(planner, why, &nobody));
        }
        let more = unit.readiness.reasons.len().saturating_sub(1);
        if more > 0 {
            let more = i64::try_from(more).unwrap_or(i64::MAX);
            light = light.note(text_with(planner.lang(), K::RosterMore, &[("n", Arg::Number(more))]));
        }
        vec![
            Cell::link(format!("/lich-truc/{}?don-vi={}", unit.on, unit.unit), name),
            Cell::text(format::date(planner.lang(), unit.on)),
            light,
            Cell::text(unit.people.to_string()),
        ]
    };
    Table {
        caption: planner.t(K::RosterUnits),
        head: [K::AccountUnit, K::RosterDay, K::RosterLight, K::RosterPeople]
            .map(|key| planner.t(key))
            .to_vec(),
        rows: units.iter().map(row).collect(),
        empty: planner.t(K::RosterNoDays),
    }
}

fn coming(planner: &Planner, plans: &[DayPlan]) -> Table {
    let lang = planner.lang();
    let mut head = vec![planner.t(K::RosterDay), planner.t(K::RosterLight)];
    head.extend(Post::ALL.map(|post| words::post(post, lang).to_owned()));
    let row = |plan: &DayPlan| {
        let words = format!("{}, {}", format::weekday(lang, plan.on.weekday()), format::date(lang, plan.on));
        let light = plan.readiness.as_ref().map(|ready| tag_of(ready.light, lang));
        let mut cells = vec![
            Cell::link(planner.href(&format!("/lich-truc/{}", plan.on)), words),
            Cell { tag: light, ..Cell::default() },
        ];
        cells.extend(Post::ALL.map(|post| people(planner, plan, post)));
        cells
    };
    Table {
        caption: planner.t(K::RosterComing),
        head,
        rows: plans.iter().map(row).collect(),
        empty: planner.t(K::RosterNoDays),
    }
}

/// Everybody at a post, one line each; the hours only where they are not the whole day.
fn people(planner: &Planner, plan: &DayPlan, post: Post) -> Cell {
    let opens = plan.windows.first().map(domain::day::Window::opens);
    let closes = plan.windows.last().map(domain::day::Window::closes);
    let mut cell = Cell::default();
    for shift in plan.shifts.iter().filter(|shift| shift.post == post) {
        let name = plan.name(shift.person);
        let whole = opens == Some(shift.from) && closes == Some(shift.to);
        let hours = format!("{}–{}", format::clock_short(shift.from), format::clock_short(shift.to));
        let line = if whole { name.to_owned() } else { format!("{name} ({hours})") };
        cell = if cell.text.is_empty() { Cell::text(line) } else { cell.note(line) };
    }
    if cell.text.is_empty() {
        let empty = if post.duty().is_some() { planner.t(K::RosterNobody) } else { "–".to_owned() };
        return Cell::text(empty);
    }
    cell
}

//! Where and when: units with their next day, the hours of one unit, and the hold that a choice makes.

use super::pages::{BookHours, BookUnits, DayBlock, HourRow, UnitRow, fill_tag};
use super::{Door, problem};
use crate::fields::Fields;
use crate::layout::{Link, Page, encode};
use crate::portal::ErrorKind;
use crate::portal::handler::answer::{Query, named, unit_name};
use crate::reply;
use crate::site::{Ask, Site};
use crate::widget::{Notice, Tone};
use app::AppError;
use app::booking::{self, BookingError, DayHours, Hour, SlotProblem};
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use domain::booking::Fill;
use domain::booking::slots::minute_of;
use domain::place::UnitCode;
use domain::time::civil;
use i18n::{Arg, Key as K, format, text, text_with, words};
use jiff::Timestamp;
use jiff::civil::{Date, Time};

/// Days shown at first, and after asking for more.
const DAYS_SHOWN: (usize, usize) = (2, 14);

/// The nearest free hours come first.
const NEAREST: usize = 3;

/// `GET /dat-lich`: the units, or with `don-vi` the hours of one.
pub async fn show(State(site): State<Site>, ask: Ask, Query(query): Query) -> Response {
    let shown = match query.typed("don-vi") {
        Some(code) => hours(&site, &ask, code, &query, None).await,
        None => return units(&site, &ask, &query).await,
    };
    match shown {
        Ok(page) => reply::page(&page),
        Err(error) => failed(&ask, &error),
    }
}

/// The answer to an error of appointments where no form can show it.
pub fn failed(ask: &Ask, error: &BookingError) -> Response {
    match error {
        BookingError::App(error) => reply::failed(ask, error),
        BookingError::Problem(_) => reply::error(ask, ErrorKind::Unprocessable),
    }
}

/// What the appointment is for, when the reader comes from a procedure's page.
fn purpose<'q>(site: &Site, query: &'q Fields, unit: Option<&UnitCode>) -> Option<(&'q str, String, String)> {
    let code = query.typed("thu-tuc")?;
    let (policy, on) = (site.app.policy(), civil(site.app.clock.now()).date());
    let parsed = code.parse().ok()?;
    let version = match unit {
        Some(unit) => policy.version_in_force(&parsed, unit, on)?.clone(),
        None => policy.in_force(on).find(|version| version.code == parsed)?.clone(),
    };
    Some((code, version.name.vi.clone(), version.name.en.clone()))
}

async fn units(site: &Site, ask: &Ask, query: &Fields) -> Response {
    let (policy, now) = (site.app.policy(), site.app.clock.now());
    let found = purpose(site, query, None);
    let on = civil(now).date();
    let offers = |unit: &&domain::place::Unit| match &found {
        Some((code, ..)) => code.parse().is_ok_and(|code| policy.listed(&code, &unit.code, on).is_some()),
        None => true,
    };
    let units = crate::portal::handler::programme::units(&policy, on);
    let codes = units.into_iter().filter(offers).map(|unit| unit.code.clone()).collect();
    let stands = match booking::of_units(&site.app, codes).await {
        Ok(stands) => stands,
        Err(error) => return reply::failed(ask, &error),
    };
    let along = found.as_ref().map_or_else(String::new, |(code, ..)| format!("&thu-tuc={}", encode(code)));
    let rows = stands.iter().filter_map(|stands| {
        let unit = policy.unit(&stands.unit, stands.on)?;
        let day = words::day(ask.lang, stands.on);
        let first = match &stands.first {
            Some(hour) => format!("{} {day}", format::clock(ask.lang, hour.at)),
            None => day,
        };
        Some(UnitRow {
            link: Link::new(format!("/dat-lich?don-vi={}{along}", stands.unit), unit_name(ask.lang, unit)),
            first,
            fill: fill_tag(ask.lang, Fill::of(stands.places, stands.left), false),
        })
    });
    let name = |(_, vi, en): &(&str, String, String)| match ask.lang {
        i18n::Lang::Vi => vi.clone(),
        i18n::Lang::En => en.clone(),
    };
    let (units, purpose) = (rows.collect(), found.as_ref().map(name));
    reply::page(&BookUnits { page: ask.page(K::BookingTitle), purpose, units })
}

/// The hours of a unit as rows of the page.
fn day_block(ask: &Ask, unit: &UnitCode, day: &DayHours, now: Timestamp, with_wait: bool) -> DayBlock {
    let rows: Vec<&Hour> = day.hours.iter().filter(|hour| hour.starts_at > now).collect();
    let tight = rows.iter().filter(|hour| hour.is_free(now)).count() <= NEAREST;
    DayBlock {
        title: format::date_long(ask.lang, day.on),
        id: format!("ngay-{}", day.on),
        hours: rows.iter().map(|hour| row(ask, day.on, hour, now, false)).collect(),
        wait: (with_wait && tight).then(|| format!("/dat-lich/cho?don-vi={unit}&ngay={}", day.on)),
    }
}

fn row(ask: &Ask, on: Date, hour: &Hour, now: Timestamp, with_day: bool) -> HourRow {
    let clock = format::clock(ask.lang, hour.at);
    HourRow {
        value: format!("{on} {:02}:{:02}", hour.at.hour(), hour.at.minute()),
        text: if with_day { format!("{clock} {}", words::day(ask.lang, on)) } else { clock },
        fill: fill_tag(ask.lang, hour.fill(), hour.closed.is_some()),
        free: hour.is_free(now),
    }
}

/// Reads `2024-02-09 08:30`.
pub fn read_hour(value: &str) -> Option<(Date, Time)> {
    let (on, at) = value.trim().split_once(' ')?;
    let at: Time = format!("{at}:00").parse().ok()?;
    Some((on.parse().ok()?, at))
}

/// The nearest free hours, for choosing another one in a form.
pub async fn nearest(site: &Site, unit: &UnitCode, most: usize) -> Result<Vec<(Date, Hour)>, AppError> {
    let now = site.app.clock.now();
    let days = booking::days_of(&site.app, unit, DAYS_SHOWN.1).await?;
    let free = days.into_iter().flat_map(|day| {
        let on = day.on;
        day.hours.into_iter().filter(move |hour| hour.is_free(now)).map(move |hour| (on, hour))
    });
    Ok(free.take(most).collect())
}

/// Name of the unit with its counter.
pub fn place(site: &Site, ask: &Ask, unit: &UnitCode, on: Date) -> String {
    let policy = site.app.policy();
    policy.unit(unit, on).map_or_else(
        || unit.to_string(),
        |found| format!("{}, {}", named(ask.lang, &found.counter_name), unit_name(ask.lang, found)),
    )
}

async fn hours(
    site: &Site,
    ask: &Ask,
    code: &str,
    query: &Fields,
    notice: Option<Notice>,
) -> Result<BookHours, BookingError> {
    let unit: UnitCode = code.parse().map_err(|_| AppError::NotFound { what: "unit" })?;
    let mut page = hours_page(site, ask, &unit, query.ticked("them")).await?;
    page.action = "/dat-lich/giu".to_owned();
    page.hidden = vec![("don-vi", unit.to_string())];
    let mut along = format!("/dat-lich?don-vi={unit}");
    if let Some((code, ..)) = purpose(site, query, Some(&unit)) {
        page.hidden.push(("thu-tuc", code.to_owned()));
        along.push_str(&format!("&thu-tuc={}", encode(code)));
    }
    page.notice = notice;
    page.page.back = Some(Link::new("/dat-lich", text(ask.lang, K::BookingOtherUnit)));
    page.more = page.more.map(|more| Link::new(format!("{along}&them=1"), more.text));
    Ok(page)
}

/// The page with the hours of a unit; where a choice is sent is the caller's business.
async fn hours_page(site: &Site, ask: &Ask, unit: &UnitCode, all: bool) -> Result<BookHours, BookingError> {
    let now = site.app.clock.now();
    let missing = || AppError::NotFound { what: "unit" };
    let policy = site.app.policy();
    let name =
        policy.unit(unit, civil(now).date()).map(|unit| unit_name(ask.lang, unit)).ok_or_else(missing)?;
    let most = if all { DAYS_SHOWN.1 } else { DAYS_SHOWN.0 };
    let mut days = booking::days_of(&site.app, unit, most + 1).await?;
    let more = days.len() > most;
    days.truncate(most);
    let near = days.iter().flat_map(|day| day.hours.iter().map(|hour| (day.on, hour)));
    let near = near.filter(|(_, hour)| hour.is_free(now)).take(NEAREST);
    let mut page: Page = ask.titled(format!("{}: {name}", text(ask.lang, K::BookingTitle)));
    page.unit = Some(name.clone());
    Ok(BookHours {
        page,
        heading: text(ask.lang, K::BookingWhenTitle).to_owned(),
        notice: None,
        action: String::new(),
        hidden: Vec::new(),
        nearest: near.map(|(on, hour)| row(ask, on, hour, now, true)).collect(),
        days: days.iter().map(|day| day_block(ask, unit, day, now, true)).collect(),
        more: more.then(|| Link::new("", text(ask.lang, K::BookingMoreDays))),
        unit: name,
    })
}

/// `POST /dat-lich/giu`: holds a place, then asks who comes.
pub async fn hold(
    State(site): State<Site>,
    Extension(door): Extension<Door>,
    ask: Ask,
    fields: Fields,
) -> Response {
    let now = site.app.clock.now();
    if door.0.is_blocked(ask.address, now) {
        return reply::error(&ask, ErrorKind::TooMany);
    }
    let unit: Option<UnitCode> = fields.get("don-vi").parse().ok();
    let (Some(unit), Some((on, at))) = (unit, read_hour(fields.get("gio"))) else {
        return reply::error(&ask, ErrorKind::BadRequest);
    };
    door.0.missed(ask.address, "", now);
    match booking::hold(&site.app, &unit, on, minute_of(at)).await {
        Ok(token) => {
            let along = fields.typed("thu-tuc").map(|code| format!("?thu-tuc={}", encode(code)));
            reply::see_other(&format!("/dat-lich/giu/{token}{}", along.unwrap_or_default()))
        }
        Err(BookingError::Problem(refused)) => {
            let notice = lost(&ask, &refused);
            match hours(&site, &ask, unit.as_str(), &fields, Some(notice)).await {
                Ok(page) => reply::page_with(StatusCode::CONFLICT, &page),
                Err(error) => failed(&ask, &error),
            }
        }
        Err(error) => failed(&ask, &error),
    }
}

fn lost(ask: &Ask, refused: &SlotProblem) -> Notice {
    let more = text(ask.lang, K::BookingProblemOther).to_owned();
    Notice::new(Tone::Care, problem(ask.lang, refused), Some(more))
}

/// `GET /dat-lich/{token}/doi`: another hour for a booking; with `don-vi` at another unit.
pub async fn change(
    State(site): State<Site>,
    ask: Ask,
    Path(token): Path<String>,
    Query(query): Query,
) -> Response {
    match change_page(&site, &ask, &token, &query, None).await {
        Ok(page) => reply::page(&page),
        Err(error) => failed(&ask, &error),
    }
}

/// The page for choosing another hour of a booking.
pub async fn change_page(
    site: &Site,
    ask: &Ask,
    token: &str,
    query: &Fields,
    refused: Option<&SlotProblem>,
) -> Result<BookHours, BookingError> {
    let shown = booking::by_token(&site.app, token).await?;
    let asked: Option<UnitCode> = query.typed("don-vi").and_then(|code| code.parse().ok());
    let unit = asked.unwrap_or_else(|| shown.booking.unit.clone());
    let mut page = hours_page(site, ask, &unit, query.ticked("them")).await?;
    page.heading = text(ask.lang, K::BookingChangeTitle).to_owned();
    page.page.title.clone_from(&page.heading);
    page.action = format!("/dat-lich/{}/doi", encode(token));
    page.hidden = vec![("don-vi", unit.to_string())];
    page.notice = refused.map(|refused| lost(ask, refused)).or_else(|| {
        let at = shown.booking.starts_at()?;
        let now = words::at(ask.lang, at);
        let kept = text_with(ask.lang, K::BookingChangeKept, &[("when", Arg::Text(&now))]);
        Some(Notice::new(Tone::Plain, kept, None))
    });
    // Who has a booking needs no second place in a line.
    page.days.iter_mut().for_each(|day| day.wait = None);
    page.page.back = Some(Link::new(format!("/dat-lich/{}", encode(token)), text(ask.lang, K::BookingYours)));
    page.more = page.more.map(|more| Link::new(format!("{}?don-vi={unit}&them=1", page.action), more.text));
    Ok(page)
}

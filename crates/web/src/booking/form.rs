//! Who comes and what for: after a hold, and for the waiting list.

use super::hours::{failed, nearest, place, read_hour};
use super::pages::BookForm;
use super::{Door, person, problem};
use crate::fields::Fields;
use crate::layout::{Link, encode};
use crate::portal::handler::answer::Query;
use crate::portal::{ErrorKind, Fact};
use crate::reply;
use crate::site::{Ask, Site};
use crate::widget::{Choice, ErrorSummary, Notice, Opt, Submit, Tone};
use app::AppError;
use app::booking::{self, BookingError, Caller, Held, SlotProblem};
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use domain::booking::DayPart;
use domain::place::UnitCode;
use domain::time::civil;
use i18n::{Arg, Key as K, format, text, text_with};
use jiff::civil::Date;

/// How many other hours are offered when the one held is gone.
const OTHERS: usize = 6;

/// Longest secret that is looked up, in bytes.
const TOKEN_BYTES_MAX: usize = 64;

/// `GET /dat-lich/giu/{hold}`.
pub async fn show(
    State(site): State<Site>,
    ask: Ask,
    Path(token): Path<String>,
    Query(query): Query,
) -> Response {
    match page(&site, &ask, &token, &query, &person::Problems::new()).await {
        Ok(Shown::Form(form)) => reply::page(&*form),
        Ok(Shown::Booked(token)) => reply::see_other(&format!("/dat-lich/{token}")),
        Err(error) => failed(&ask, &error),
    }
}

enum Shown {
    Form(Box<BookForm>),
    Booked(String),
}

async fn page(
    site: &Site,
    ask: &Ask,
    token: &str,
    typed: &Fields,
    problems: &[(String, String)],
) -> Result<Shown, BookingError> {
    if token.len() > TOKEN_BYTES_MAX {
        return Err(AppError::NotFound { what: "hold" }.into());
    }
    let held = booking::held(&site.app, token).await?;
    if let Some(token) = held.booked {
        return Ok(Shown::Booked(token));
    }
    let lang = ask.lang;
    let mut frame = ask.page(K::BookingFormTitle);
    frame.wrong = !problems.is_empty();
    frame.back = Some(Link::new(format!("/dat-lich?don-vi={}", held.unit), text(lang, K::BookingOtherHour)));
    let policy = site.app.policy();
    let purposes = person::purposes(ask, &policy, &held.unit, held.on);
    let choice = match held.until {
        Some(_) => None,
        None => Some(other_hours(site, ask, &held, typed, problems).await?),
    };
    let notice = match held.until {
        Some(until) => {
            let clock = format::clock(lang, civil(until).time());
            let kept = text_with(lang, K::BookingHeldUntil, &[("clock", Arg::Text(&clock))]);
            Notice::new(Tone::Plain, kept, None)
        }
        None => Notice::new(Tone::Care, text(lang, K::BookingHoldOver), None),
    };
    Ok(Shown::Form(Box::new(BookForm {
        heading: text(lang, K::BookingFormTitle).to_owned(),
        facts: facts(site, ask, &held.unit, held.on, Some(&held)),
        summary: ErrorSummary::new(lang, problems.to_vec()),
        notice: Some(notice),
        action: format!("/dat-lich/giu/{}", encode(token)),
        hidden: Vec::new(),
        choice,
        fields: person::fields(lang, typed, problems, purposes),
        submit: Submit::new(text(lang, K::BookingFormSend)),
        page: frame,
    })))
}

fn facts(site: &Site, ask: &Ask, unit: &UnitCode, on: Date, held: Option<&Held>) -> Vec<Fact> {
    let fact = |key, value| Fact { value, label: text(ask.lang, key).to_owned() };
    let mut facts = Vec::new();
    if let Some(held) = held {
        facts.push(fact(K::BookingWhen, format::clock(ask.lang, held.at)));
    }
    facts.push(fact(K::BookingDay, format::date_long(ask.lang, on)));
    facts.push(fact(K::BookingWhere, place(site, ask, unit, on)));
    facts
}

/// The held hour itself, where it is still free, and others near it.
async fn other_hours(
    site: &Site,
    ask: &Ask,
    held: &Held,
    typed: &Fields,
    problems: &[(String, String)],
) -> Result<Choice, BookingError> {
    let free = nearest(site, &held.unit, OTHERS).await?;
    let option = |(on, hour): (Date, booking::Hour)| {
        let value = format!("{on} {:02}:{:02}", hour.at.hour(), hour.at.minute());
        Opt::new(value, format::moment(ask.lang, hour.starts_at))
    };
    let options = free.into_iter().map(option).collect();
    let error = problems.iter().find(|(field, _)| field == "gio").map(|(_, why)| why.clone());
    let mut choice =
        Choice::one(ask.lang, "gio", text(ask.lang, K::BookingChooseOther), options).error(error);
    if let Some(picked) = typed.typed("gio") {
        choice = choice.pick(picked);
    }
    Ok(choice)
}

/// `POST /dat-lich/giu/{hold}`: the booking. The same form sent again shows the same booking.
pub async fn send(
    State(site): State<Site>,
    Extension(door): Extension<Door>,
    ask: Ask,
    Path(token): Path<String>,
    fields: Fields,
) -> Response {
    if token.len() > TOKEN_BYTES_MAX {
        return reply::error(&ask, ErrorKind::NotFound);
    }
    let held = match booking::held(&site.app, &token).await {
        Ok(held) => held,
        Err(error) => return failed(&ask, &error),
    };
    if let Some(booked) = held.booked {
        return reply::see_other(&format!("/dat-lich/{booked}"));
    }
    let purposes = person::purposes(&ask, &site.app.policy(), &held.unit, held.on);
    let read = person::read(ask.lang, &fields, &purposes);
    let instead = fields.typed("gio").and_then(read_hour);
    let problems = match read {
        Ok(asked) => {
            let caller = Caller { address: door.0.caller(ask.address) };
            match booking::book(&site.app, &token, asked, instead, caller).await {
                Ok(booked) => return reply::see_other(&format!("/dat-lich/{}?moi=1", booked.token)),
                Err(BookingError::Problem(refused)) => {
                    vec![(field_of(&refused).to_owned(), problem(ask.lang, &refused))]
                }
                Err(error) => return failed(&ask, &error),
            }
        }
        Err(problems) => problems,
    };
    match page(&site, &ask, &token, &fields, &problems).await {
        Ok(Shown::Form(form)) => reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, &*form),
        Ok(Shown::Booked(token)) => reply::see_other(&format!("/dat-lich/{token}")),
        Err(error) => failed(&ask, &error),
    }
}

/// The field a refusal is about.
const fn field_of(refused: &SlotProblem) -> &'static str {
    match refused {
        SlotProblem::Full | SlotProblem::NoSuchHour | SlotProblem::OfferOver | SlotProblem::NotNow(_) => {
            "gio"
        }
        SlotProblem::TooManyOfContact { .. } | SlotProblem::TooManyOfAddress { .. } => "dien-thoai",
    }
}

/// The unit and the day of the waiting list.
fn list_of(fields: &Fields) -> Option<(UnitCode, Date)> {
    Some((fields.get("don-vi").parse().ok()?, fields.get("ngay").parse().ok()?))
}

/// `GET /dat-lich/cho?don-vi=&ngay=`.
pub async fn wait_show(State(site): State<Site>, ask: Ask, Query(query): Query) -> Response {
    match list_of(&query) {
        Some((unit, on)) if site.app.policy().unit(&unit, on).is_some() => {
            reply::page(&wait_page(&site, &ask, &unit, on, &query, &[]))
        }
        _nothing => reply::error(&ask, ErrorKind::NotFound),
    }
}

fn wait_page(
    site: &Site,
    ask: &Ask,
    unit: &UnitCode,
    on: Date,
    typed: &Fields,
    problems: &[(String, String)],
) -> BookForm {
    let lang = ask.lang;
    let mut frame = ask.page(K::BookingWaitTitle);
    frame.wrong = !problems.is_empty();
    frame.back = Some(Link::new(format!("/dat-lich?don-vi={unit}"), text(lang, K::BookingOtherHour)));
    let part = |part: DayPart| {
        let key = match part {
            DayPart::Any => K::BookingPartAny,
            DayPart::Morning => K::BookingPartMorning,
            DayPart::Afternoon => K::BookingPartAfternoon,
        };
        Opt::new(part.name(), text(lang, key))
    };
    let error = problems.iter().find(|(field, _)| field == "buoi").map(|(_, why)| why.clone());
    let options = DayPart::ALL.into_iter().map(part).collect();
    let choice = Choice::one(lang, "buoi", text(lang, K::BookingPart), options).error(error);
    let picked = typed.typed("buoi").and_then(DayPart::from_name).unwrap_or(DayPart::Any);
    let purposes = person::purposes(ask, &site.app.policy(), unit, on);
    BookForm {
        heading: text(lang, K::BookingWaitTitle).to_owned(),
        facts: facts(site, ask, unit, on, None),
        summary: ErrorSummary::new(lang, problems.to_vec()),
        notice: Some(Notice::new(Tone::Plain, text(lang, K::BookingWaitHow), None)),
        action: "/dat-lich/cho".to_owned(),
        hidden: vec![("don-vi", unit.to_string()), ("ngay", on.to_string())],
        choice: Some(choice.pick(picked.name())),
        fields: person::fields(lang, typed, problems, purposes),
        submit: Submit::new(text(lang, K::BookingWaitSend)),
        page: frame,
    }
}

/// `POST /dat-lich/cho`.
pub async fn wait_send(
    State(site): State<Site>,
    Extension(door): Extension<Door>,
    ask: Ask,
    fields: Fields,
) -> Response {
    let now = site.app.clock.now();
    if door.0.is_blocked(ask.address, now) {
        return reply::error(&ask, ErrorKind::TooMany);
    }
    let Some((unit, on)) = list_of(&fields) else { return reply::error(&ask, ErrorKind::BadRequest) };
    door.0.missed(ask.address, "", now);
    let purposes = person::purposes(&ask, &site.app.policy(), &unit, on);
    let part = DayPart::from_name(fields.get("buoi")).unwrap_or(DayPart::Any);
    let problems = match person::read(ask.lang, &fields, &purposes) {
        Ok(asked) => {
            let caller = Caller { address: door.0.caller(ask.address) };
            match booking::wait_for(&site.app, &unit, on, part, asked, caller).await {
                Ok(waiting) => return reply::see_other(&format!("/dat-lich/{}?moi=1", waiting.token)),
                Err(BookingError::Problem(refused)) => {
                    let field = match field_of(&refused) {
                        "gio" => "buoi",
                        other => other,
                    };
                    vec![(field.to_owned(), problem(ask.lang, &refused))]
                }
                Err(error) => return failed(&ask, &error),
            }
        }
        Err(problems) => problems,
    };
    let page = wait_page(&site, &ask, &unit, on, &fields, &problems);
    reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

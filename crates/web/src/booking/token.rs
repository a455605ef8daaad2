//! The page of a booking behind its secret link, and the pass. Both are never kept by browsers or search engines.

use super::hours::{change_page, failed, place, read_hour};
use super::pages::{BookingPage, Pass};
use super::{problem, state_word};
use crate::fields::Fields;
use crate::layout::{Link, encode};
use crate::portal::handler::answer::{Query, unit_name};
use crate::portal::{ErrorKind, Fact};
use crate::reply;
use crate::site::{Ask, Site};
use crate::widget::{Notice, Tone};
use app::booking::look::Shown;
use app::booking::{self, Booking, BookingError};
use axum::extract::{Path, State};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use domain::booking::BookingState;
use domain::time::civil;
use i18n::{Arg, Key as K, Lang, format, text, text_with, words};

/// Longest token that is looked up, in bytes.
const TOKEN_BYTES_MAX: usize = 64;

/// Tells search engines to leave a secret page alone.
fn hidden(mut response: Response) -> Response {
    let noindex = (HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex"));
    response.headers_mut().insert(noindex.0, noindex.1);
    response
}

async fn find(site: &Site, ask: &Ask, token: &str) -> Result<Shown, Box<Response>> {
    if token.len() > TOKEN_BYTES_MAX {
        return Err(Box::new(reply::error(ask, ErrorKind::NotFound)));
    }
    booking::by_token(&site.app, token).await.map_err(|error| Box::new(failed(ask, &error)))
}

/// `GET /dat-lich/{token}`.
pub async fn show(
    State(site): State<Site>,
    ask: Ask,
    Path(token): Path<String>,
    Query(query): Query,
) -> Response {
    match find(&site, &ask, &token).await {
        Ok(shown) => hidden(reply::page(&page(&site, &ask, &shown, done(&ask, &shown, &query)))),
        Err(response) => *response,
    }
}

/// What was just done, said once.
fn done(ask: &Ask, shown: &Shown, query: &Fields) -> Option<Notice> {
    let good = |key| Some(Notice::new(Tone::Good, text(ask.lang, key), None));
    match shown.booking.state {
        BookingState::Booked if query.ticked("moi") => good(K::BookingDone),
        BookingState::Booked if query.ticked("doi") => good(K::BookingMoved),
        BookingState::Waiting if query.ticked("moi") => good(K::BookingWaitDone),
        BookingState::Booked
        | BookingState::Waiting
        | BookingState::Offered
        | BookingState::Arrived
        | BookingState::Missed
        | BookingState::Cancelled
        | BookingState::Closed
        | BookingState::Lapsed => None,
    }
}

fn page(site: &Site, ask: &Ask, shown: &Shown, done: Option<Notice>) -> BookingPage {
    let (lang, found) = (ask.lang, &shown.booking);
    let mut frame = ask.page(K::BookingYours);
    let policy = site.app.policy();
    frame.unit = policy.unit(&found.unit, found.on).map(|unit| unit_name(lang, unit));
    let base = format!("/dat-lich/{}", found.token);
    let has_place = found.state == BookingState::Booked && shown.stands;
    let link = |href: String, key| Link::new(href, text(lang, key));
    let mut actions = Vec::new();
    if has_place {
        actions.push(link(format!("/the/{}", found.token), K::BookingPass));
        actions.push(link(format!("{base}/lich.ics"), K::BookingCalendar));
        actions.push(link(format!("{base}/doi"), K::BookingChange));
    } else if !found.state.is_open() || !shown.stands {
        actions.push(link(format!("/dat-lich?don-vi={}", found.unit), K::BookingAgain));
    }
    let url = format!("{}/the/{}", site.app.config.public_url, found.token);
    let shows_code = has_place || found.state == BookingState::Arrived;
    BookingPage {
        sentence: sentence(lang, shown),
        notices: done.into_iter().chain(notices(lang, shown)).collect(),
        code: shows_code.then(|| found.code.clone()),
        facts: facts(site, ask, found),
        qr: has_place.then(|| crate::staff::qr(&url)),
        actions,
        accept: (found.state == BookingState::Offered && shown.stands).then(|| format!("{base}/nhan")),
        cancel: (found.state.is_open() && shown.stands).then(|| format!("{base}/huy")),
        bring: found.procedure.as_ref().map(|code| {
            Link::new(format!("/thu-tuc/{}", encode(code.as_str())), text(lang, K::BookingBring))
        }),
        page: frame,
    }
}

fn sentence(lang: Lang, shown: &Shown) -> String {
    if shown.stands { state_word(lang, shown.booking.state) } else { text(lang, K::BookingStateClosed) }
        .to_owned()
}

fn facts(site: &Site, ask: &Ask, found: &Booking) -> Vec<Fact> {
    let lang = ask.lang;
    let fact = |key, value: String| Fact { value, label: text(lang, key).to_owned() };
    let mut facts = Vec::new();
    if let Some(at) = found.at {
        facts.push(fact(K::BookingWhen, format::clock(lang, at)));
    }
    facts.push(fact(K::BookingDay, format::date_long(lang, found.on)));
    facts.push(fact(K::BookingWhere, place(site, ask, &found.unit, found.on)));
    if !found.name.is_empty() {
        facts.push(fact(K::BookingName, found.name.clone()));
    }
    let policy = site.app.policy();
    let procedure = found.procedure.as_ref();
    if let Some(version) = procedure.and_then(|code| policy.version_in_force(code, &found.unit, found.on)) {
        facts.push(fact(K::BookingPurpose, ask.name_of(&version.name).to_owned()));
    }
    facts
}

/// What to know or do, by where the booking stands.
fn notices(lang: Lang, shown: &Shown) -> Vec<Notice> {
    let found = &shown.booking;
    let mut notices = Vec::new();
    if let (Some((on, at)), BookingState::Booked) = (found.moved_from, found.state) {
        let when = words::at(lang, domain::time::instant_on(on, at));
        let said = text_with(lang, K::BookingMovedFrom, &[("when", Arg::Text(&when))]);
        notices.push(Notice::new(Tone::Care, said, None));
    }
    let note = |tone, key| Notice::new(tone, text(lang, key), None);
    match found.state {
        _ if !shown.stands => notices.push(note(Tone::Bad, K::BookingDayGone)),
        BookingState::Waiting => {
            let n = i64::try_from(shown.ahead).unwrap_or(i64::MAX);
            let said = text_with(lang, K::BookingAhead, &[("n", Arg::Number(n))]);
            notices.push(Notice::new(Tone::Plain, said, Some(text(lang, K::BookingWaitHow).to_owned())));
        }
        BookingState::Offered => {
            if let Some(until) = found.offer_until {
                let clock = format::clock(lang, civil(until).time());
                let said = text_with(lang, K::BookingOfferUntil, &[("clock", Arg::Text(&clock))]);
                notices.push(Notice::new(Tone::Good, said, None));
            }
        }
        BookingState::Booked => {
            let more = if found.phone.is_empty() && found.email.is_empty() {
                K::BookingNoReminder
            } else {
                K::BookingReminder
            };
            notices.push(Notice::new(
                Tone::Plain,
                text(lang, K::BookingComeEarly),
                Some(text(lang, more).to_owned()),
            ));
        }
        BookingState::Closed => {
            let reason = (!found.reason.is_empty()).then(|| found.reason.clone());
            notices.push(Notice::new(Tone::Bad, text(lang, K::BookingSorry), reason));
        }
        BookingState::Missed | BookingState::Lapsed | BookingState::Cancelled => {
            notices.push(note(Tone::Plain, K::BookingWalkInStill));
        }
        BookingState::Arrived => notices.push(note(Tone::Good, K::BookingArrivedNote)),
    }
    notices
}

/// `GET /the/{token}`: the pass, big enough for a scanner at full brightness.
pub async fn pass(State(site): State<Site>, ask: Ask, Path(token): Path<String>) -> Response {
    let shown = match find(&site, &ask, &token).await {
        Ok(shown) => shown,
        Err(response) => return *response,
    };
    let found = &shown.booking;
    let Some(starts_at) = found.starts_at() else {
        return reply::see_other(&format!("/dat-lich/{}", found.token));
    };
    let mut frame = ask.page(K::BookingPass);
    frame.back = Some(Link::new(format!("/dat-lich/{}", found.token), text(ask.lang, K::BookingYours)));
    let url = format!("{}/the/{}", site.app.config.public_url, found.token);
    let valid = shown.stands && matches!(found.state, BookingState::Booked | BookingState::Arrived);
    let pass = Pass {
        when: format::moment(ask.lang, starts_at),
        place: place(&site, &ask, &found.unit, found.on),
        code: found.code.clone(),
        qr: crate::staff::qr(&url),
        notice: (!valid).then(|| Notice::new(Tone::Care, sentence(ask.lang, &shown), None)),
        page: frame,
    };
    hidden(reply::page(&pass))
}

/// `POST /dat-lich/{token}/doi`.
pub async fn change(
    State(site): State<Site>,
    ask: Ask,
    Path(token): Path<String>,
    fields: Fields,
) -> Response {
    let unit = fields.get("don-vi").parse().ok();
    let (Some(unit), Some((on, at))) = (unit, read_hour(fields.get("gio"))) else {
        return reply::error(&ask, ErrorKind::BadRequest);
    };
    if token.len() > TOKEN_BYTES_MAX {
        return reply::error(&ask, ErrorKind::NotFound);
    }
    match booking::move_to(&site.app, &token, &unit, on, at).await {
        Ok(moved) => reply::see_other(&format!("/dat-lich/{}?doi=1", moved.token)),
        Err(BookingError::Problem(refused)) => {
            match change_page(&site, &ask, &token, &fields, Some(&refused)).await {
                Ok(page) => reply::page_with(StatusCode::CONFLICT, &page),
                Err(error) => failed(&ask, &error),
            }
        }
        Err(error) => failed(&ask, &error),
    }
}

/// `POST /dat-lich/{token}/huy`.
pub async fn cancel(State(site): State<Site>, ask: Ask, Path(token): Path<String>) -> Response {
    acted(&site, &ask, &token, booking::cancel(&site.app, &token).await).await
}

/// `POST /dat-lich/{token}/nhan`: takes the place that is offered.
pub async fn accept(State(site): State<Site>, ask: Ask, Path(token): Path<String>) -> Response {
    acted(&site, &ask, &token, booking::accept(&site.app, &token).await).await
}

/// Back to the page of the booking; what was refused stands on it.
async fn acted(site: &Site, ask: &Ask, token: &str, acted: Result<Booking, BookingError>) -> Response {
    let refused = match acted {
        Ok(found) => return reply::see_other(&format!("/dat-lich/{}", found.token)),
        Err(BookingError::Problem(refused)) => refused,
        Err(error) => return failed(ask, &error),
    };
    match find(site, ask, token).await {
        Ok(shown) => {
            let said = Notice::new(Tone::Care, problem(ask.lang, &refused), None);
            reply::page_with(StatusCode::CONFLICT, &page(site, ask, &shown, Some(said)))
        }
        Err(response) => *response,
    }
}

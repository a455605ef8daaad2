//! How far a dossier is: by code and PIN, or by the token of the receipt's QR. Nothing personal is shown.

use super::answer::{named, unit_name};
use super::limit::Limiter;
use super::programme::say;
use crate::fields::Fields;
use crate::layout::Link;
use crate::portal::{ErrorKind, Fact, LookUp, Status as Page};
use crate::reply;
use crate::site::{Ask, Site};
use crate::widget::{Notice, Rail, Tone};
use app::AppError;
use app::status::{self, Status};
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use axum::response::{IntoResponse, Response};
use domain::dossier::{DossierCode, Stage};
use domain::time::civil;
use i18n::{Key as K, Lang, format, text, words};
use jiff::Timestamp;
use std::sync::Arc;

/// Seconds after which a blocked address may look again, as told to programs.
const RETRY_AFTER_SECONDS: &str = "3600";

/// Longest token that is looked up, in bytes.
const TOKEN_BYTES_MAX: usize = 64;

/// `GET /tra-cuu`.
pub async fn form(ask: Ask) -> Response {
    reply::page(&LookUp::empty(ask.page(K::PublicNavLookUp)))
}

/// `POST /tra-cuu`: code and PIN travel in the body, never in the address.
pub async fn by_code(
    State(site): State<Site>,
    Extension(limiter): Extension<Arc<Limiter>>,
    ask: Ask,
    fields: Fields,
) -> Response {
    let (code, pin) = (fields.get(LookUp::CODE), fields.get(LookUp::PIN));
    let code_error = DossierCode::parse(code).is_err().then_some(K::PublicLookUpCodeWrong);
    let pin_error = pin.trim().is_empty().then_some(K::PublicLookUpPinEmpty);
    if code_error.is_some() || pin_error.is_some() {
        let shown: String = code.chars().take(64).collect();
        let page = LookUp::wrong(ask.page(K::PublicNavLookUp), &shown, code_error, pin_error);
        return reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let now = site.app.clock.now();
    if limiter.is_blocked(ask.address, now) {
        let answer = reply::error(&ask, ErrorKind::TooMany);
        return ([(RETRY_AFTER, RETRY_AFTER_SECONDS)], answer).into_response();
    }
    tokio::time::sleep(limiter.delay(ask.address, code, now)).await;
    match status::by_code(&site.app, code, pin).await {
        Ok(found) => reply::page(&page(&site, &ask, &found)),
        Err(AppError::NotFound { .. }) => {
            limiter.missed(ask.address, code, now);
            let page = LookUp::not_found(ask.page(K::PublicNavLookUp), code);
            reply::page_with(StatusCode::NOT_FOUND, &page)
        }
        Err(error) => reply::failed(&ask, &error),
    }
}

/// `GET /ho-so/{token}`: 128 bits that nobody guesses.
pub async fn by_token(State(site): State<Site>, ask: Ask, Path(token): Path<String>) -> Response {
    if token.len() > TOKEN_BYTES_MAX {
        return reply::error(&ask, ErrorKind::NotFound);
    }
    match status::by_token(&site.app, &token).await {
        Ok(found) => reply::page(&page(&site, &ask, &found)),
        Err(error) => reply::failed(&ask, &error),
    }
}

fn page(site: &Site, ask: &Ask, found: &Status) -> Page {
    let (lang, now) = (ask.lang, site.app.clock.now());
    let policy = site.app.policy();
    let unit = policy.unit(&found.unit, civil(found.received_at).date());
    let mut page = ask.page(K::PublicStatusTitle);
    page.back = Some(Link::new("/tra-cuu", page.t(K::PublicLookUpAnother)));
    page.unit = unit.map(|unit| unit_name(lang, unit));
    let place = unit.map(|unit| format!("{}, {}", named(lang, &unit.counter_name), unit_name(lang, unit)));
    let place = place.unwrap_or_default();
    let fact = |label, value| Fact { value, label: text(lang, label).to_owned() };
    let when = |at| moment(lang, at, now);
    let mut facts = vec![fact(K::PublicStatusReceived, when(found.received_at))];
    match found.finished_at {
        Some(at) => facts.push(fact(K::PublicStatusFinished, when(at))),
        None if is_moving(found.stage) => {
            facts.push(fact(K::PublicStatusDue, when(found.due_at)));
            let hour = |at| format::clock_short(civil(at).time());
            let span =
                |ready: domain::promise::ReadyBetween| format!("{}–{}", hour(ready.from), hour(ready.by));
            facts.extend(found.ready.map(|ready| fact(K::WatchReadyLabel, span(ready))));
        }
        None => {}
    }
    facts.push(fact(K::PublicStatusCounter, place.clone()));
    Page {
        code: found.code.clone(),
        sentence: words::status_sentence(found.stage, lang).to_owned(),
        notice: overdue(lang, found, &place, now).or_else(|| notice(lang, found, &place)),
        rail: step(found.stage).map(|step| Rail::at(lang, step)),
        facts,
        actions: Vec::new(),
        page,
    }
}

/// The hour on the day itself, the day with it on any other.
fn moment(lang: Lang, at: Timestamp, now: Timestamp) -> String {
    if civil(at).date() == civil(now).date() {
        format::clock(lang, civil(at).time())
    } else {
        words::at(lang, at)
    }
}

/// Whether the office is working on it, so that a due time means something.
const fn is_moving(stage: Stage) -> bool {
    match stage {
        Stage::Received | Stage::UnderVerification | Stage::AwaitingApproval => true,
        Stage::AwaitingSupplement
        | Stage::Suspended
        | Stage::ResultReady
        | Stage::Returned
        | Stage::Withdrawn
        | Stage::Stopped
        | Stage::Voided => false,
    }
}

/// Which of the four duties has the dossier now; nothing where it ended without a result.
pub const fn step(stage: Stage) -> Option<usize> {
    match stage {
        Stage::Received | Stage::AwaitingSupplement | Stage::UnderVerification | Stage::Suspended => Some(1),
        Stage::AwaitingApproval => Some(2),
        Stage::ResultReady => Some(3),
        Stage::Returned => Some(4),
        Stage::Withdrawn | Stage::Stopped | Stage::Voided => None,
    }
}

/// Plainly that the due time has passed, and whom to ask; nothing while the clock stands or the result is ready.
fn overdue(lang: Lang, found: &Status, place: &str, now: Timestamp) -> Option<Notice> {
    (is_moving(found.stage) && found.due_at < now).then(|| {
        let what = say(lang, K::PublicStatusOverdueDo, &[("place", place)]);
        let fee = found.fee_due.then(|| text(lang, K::PublicStatusFee).to_owned());
        let what = [Some(what), fee].into_iter().flatten().collect::<Vec<_>>().join(" ");
        Notice::new(Tone::Bad, text(lang, K::PublicStatusOverdue), Some(what))
    })
}

fn notice(lang: Lang, found: &Status, place: &str) -> Option<Notice> {
    let fee = found.fee_due.then(|| text(lang, K::PublicStatusFee).to_owned());
    if found.stage == Stage::ResultReady {
        let title = say(lang, K::PublicStatusCollect, &[("place", place)]);
        return Some(Notice::new(Tone::Good, title, fee));
    }
    fee.filter(|_| step(found.stage).is_some()).map(|fee| Notice::new(Tone::Care, fee, None))
}

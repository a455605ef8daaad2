//! A ticket by phone, `/lay-so/{unit}`: the QR on the wall leads here. One open ticket a phone, few a network.

use super::say::{failed, is_told, sentence, status, unit_of};
use crate::fields::Fields;
use crate::layout::Page;
use crate::portal::ErrorKind;
use crate::portal::handler::limit::Limiter;
use crate::reply;
use crate::site::{Ask, Site, cookie};
use crate::widget::{Choice, ErrorSummary, Field, FieldKind, Notice, Opt, Tone};
use app::intake::RequestKey;
use app::queue::view::{self, QueueView};
use app::queue::{Issue, QueueError, issue};
use askama::Template;
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::place::UnitCode;
use domain::queue::{Door, Group, PriorityReason, day_ended};
use i18n::{Key as K, Lang, text, words};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// The cookie that remembers the phone's own ticket for the day.
const COOKIE_NAME: &str = "so";

/// For how long, in seconds: a working day.
const COOKIE_SECONDS: u32 = 12 * 3_600;

/// Tickets by phone from one address in an hour: a family, or a few people behind one mobile network.
pub const TICKETS_PER_HOUR_MAX: u32 = 20;

/// Who took how many tickets by phone; guests in the unit's own network are not counted.
#[derive(Clone)]
pub struct Takers(pub Arc<Limiter>);

/// The page.
#[derive(Debug, Template)]
#[template(path = "queue/phone.html")]
pub struct Phone {
    /// The frame.
    pub page: Page,
    /// Name of the unit.
    pub unit: String,
    /// Where the form goes.
    pub action: String,
    /// Makes a second press harmless.
    pub key: String,
    /// Why nothing was given.
    pub notice: Option<Notice>,
    /// What is wrong.
    pub errors: Option<ErrorSummary>,
    /// What people come for.
    pub groups: Choice,
    /// Grounds of priority.
    pub priority: Field,
}

/// Grounds of priority as a list to choose from; the first is none.
pub fn priority_field(lang: Lang, name: &'static str, label: K, value: &str) -> Field {
    let mut options = vec![Opt::new("", text(lang, K::QueuePriorityNone))];
    options.extend(PriorityReason::ALL.map(|reason| Opt::new(reason.name(), words::priority(reason, lang))));
    Field::of(lang, name, text(lang, label), FieldKind::Select(options)).value(value)
}

/// The digest of a wish: the same key with another wish is another request.
pub fn request_key(fields: &Fields, wish: &Issue) -> Option<RequestKey> {
    let key: String = fields.typed("khoa")?.chars().take(80).collect();
    let mut hash = Sha256::new();
    let reason = wish.priority.map_or("", PriorityReason::name);
    for part in [wish.unit.as_str(), &wish.group.to_string(), wish.door.name(), reason] {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    Some(RequestKey { key, digest: hash.finalize().into() })
}

/// `GET /lay-so/{unit}`: whoever has an open ticket here is led to it.
pub async fn form(
    State(site): State<Site>,
    ask: Ask,
    headers: HeaderMap,
    Path(code): Path<String>,
) -> Response {
    let Some((unit, name)) = unit_of(&site, &code) else { return reply::error(&ask, ErrorKind::NotFound) };
    if let Some(token) = own(&site, &headers, &unit).await {
        return reply::see_other(&format!("/so/{token}"));
    }
    filled(&site, &ask, &unit, name, &Fields::default(), None).await
}

/// The open ticket of this phone at a unit.
async fn own(site: &Site, headers: &HeaderMap, unit: &UnitCode) -> Option<String> {
    let header = headers.get(COOKIE)?.to_str().ok()?;
    let token = cookie(header, COOKIE_NAME)?;
    let ticket = super::ticket::found(site, token).await.ok()?;
    let open = ticket.unit == *unit && !ticket.stage.is_over();
    (open && day_ended(&ticket, site.app.clock.now()).is_none()).then(|| token.to_owned())
}

/// `POST /lay-so/{unit}`.
pub async fn take(
    State(site): State<Site>,
    Extension(Takers(limiter)): Extension<Takers>,
    ask: Ask,
    headers: HeaderMap,
    Path(code): Path<String>,
    fields: Fields,
) -> Response {
    let Some((unit, name)) = unit_of(&site, &code) else { return reply::error(&ask, ErrorKind::NotFound) };
    if let Some(token) = own(&site, &headers, &unit).await {
        return reply::see_other(&format!("/so/{token}"));
    }
    let Ok(group) = fields.get("nhom").parse::<Group>() else {
        return filled(&site, &ask, &unit, name, &fields, None).await;
    };
    let now = site.app.clock.now();
    if limiter.is_blocked(ask.address, now) {
        let title = text(ask.lang, K::QueuePhoneMany);
        let notice = Notice::new(Tone::Care, title, None);
        return shown(&site, &ask, &unit, name, &fields, (StatusCode::TOO_MANY_REQUESTS, Some(notice))).await;
    }
    let priority = PriorityReason::from_name(fields.get("uu-tien"));
    let wish = Issue { unit: unit.clone(), group, door: Door::Phone, priority, slot_at: None };
    let request = request_key(&fields, &wish);
    match issue(&site.app, None, wish, request).await {
        Ok(given) => {
            limiter.missed(ask.address, "", now);
            let token = given.token;
            let secure = if site.app.config.public_url.starts_with("https://") { "; Secure" } else { "" };
            let kept = format!(
                "{COOKIE_NAME}={token}; Path=/; Max-Age={COOKIE_SECONDS}; HttpOnly; SameSite=Lax{secure}"
            );
            ([(SET_COOKIE, kept)], reply::see_other(&format!("/so/{token}"))).into_response()
        }
        Err(error) => filled(&site, &ask, &unit, name, &fields, Some(error)).await,
    }
}

async fn filled(
    site: &Site,
    ask: &Ask,
    unit: &UnitCode,
    name: String,
    fields: &Fields,
    error: Option<QueueError>,
) -> Response {
    match error {
        Some(error) if !is_told(&error) => failed(ask, &error),
        Some(error) => {
            let title = sentence(ask.lang, &error).unwrap_or_default();
            let notice = Notice::new(Tone::Care, title, None);
            shown(site, ask, unit, name, fields, (status(&error), Some(notice))).await
        }
        None => {
            let sent = fields.pairs().next().is_some();
            let code = if sent { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
            shown(site, ask, unit, name, fields, (code, None)).await
        }
    }
}

async fn shown(
    site: &Site,
    ask: &Ask,
    unit: &UnitCode,
    name: String,
    fields: &Fields,
    (code, notice): (StatusCode, Option<Notice>),
) -> Response {
    let lang = ask.lang;
    let view = match view::take(&site.app, unit).await {
        Ok(view) => view,
        Err(error) => return failed(ask, &error),
    };
    let missing = code == StatusCode::UNPROCESSABLE_ENTITY && notice.is_none();
    let error = missing.then(|| text(lang, K::QueuePhoneChoose).to_owned());
    let mut page = ask.page(K::QueuePhoneTitle);
    page.wrong = missing;
    let key = match fields.typed("khoa") {
        Some(key) => key.to_owned(),
        None => app::secret::fresh_token(site.app.random.as_ref()),
    };
    let groups = Choice::one(lang, "nhom", text(lang, K::QueuePhoneWhat), group_options(&view, lang));
    let errors =
        error.clone().and_then(|sentence| ErrorSummary::new(lang, vec![("nhom".to_owned(), sentence)]));
    let form = Phone {
        page,
        unit: name,
        action: format!("/lay-so/{unit}"),
        key,
        notice,
        errors,
        groups: groups.pick(fields.get("nhom")).error(error),
        priority: priority_field(lang, "uu-tien", K::QueuePhonePriority, fields.get("uu-tien")),
    };
    reply::page_with(code, &form)
}

/// Groups with who waits and how long it may take.
pub fn group_options(view: &QueueView, lang: Lang) -> Vec<Opt> {
    let option = |group: &view::GroupView| {
        let label = words::purpose(group.spec.purpose, lang);
        Opt::new(group.spec.group.to_string(), label).hint(words::wait(group.wait, lang))
    };
    view.groups.iter().map(option).collect()
}

//! One's own ticket, `/so/{token}`: place and range, the call, leaving with one press; and the same on paper.

use super::picture::{Picture, watch};
use super::say::{failed, is_told, sentence, status, unit_of};
use crate::fields::Fields;
use crate::layout::{Link, Page, Sampled};
use crate::portal::ErrorKind;
use crate::portal::handler::answer::Query;
use crate::reply;
use crate::site::{Ask, Site};
use crate::staff::dossier::qr;
use crate::widget::{Notice, Tone};
use app::queue::view::{self, QueueView};
use app::queue::{Act, QueueError, find_by_token, holder_acts};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use domain::queue::{Ticket, TicketStage, day_ended};
use domain::time::civil;
use i18n::{Arg, Key as K, Lang, format, text, text_with, words};
use jiff::Timestamp;
use std::sync::Arc;

/// Longest token that is looked up, in bytes.
const TOKEN_BYTES_MAX: usize = 64;

/// The part that changes.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "queue/ticket_live.html")]
pub struct TicketLive {
    /// Language of its words.
    pub lang: Lang,
    /// Where the forms go.
    pub action: String,
    /// `A012`.
    pub number: String,
    /// What for.
    pub purpose: &'static str,
    /// Priority, in a word.
    pub priority: Option<&'static str>,
    /// What to know now, the largest after the number.
    pub headline: String,
    /// More about it.
    pub note: Option<String>,
    /// How a call is marked, so that the phone vibrates once for each.
    pub call: Option<String>,
    /// The tone of the headline.
    pub tone: Tone,
    /// What the holder can do: value, words.
    pub acts: Vec<(&'static str, &'static str)>,
    /// Where a new ticket is taken, when this one is over.
    pub again: Option<Link>,
}

impl askama::filters::HtmlSafe for TicketLive {}

impl TicketLive {
    /// What the holder of a ticket sees.
    pub fn of(ticket: &Ticket, view: Option<&QueueView>, action: String, now: Timestamp, lang: Lang) -> Self {
        let spec = view.and_then(|view| view.groups.iter().find(|group| group.spec.group == ticket.group));
        let stage = if day_ended(ticket, now).is_some() { TicketStage::Closed } else { ticket.stage };
        let counter =
            ticket.counter.or(ticket.only_at).map(|counter| counter.to_string()).unwrap_or_default();
        let at = |key| text_with(lang, key, &[("counter", Arg::Text(&counter))]);
        let t = |key| text(lang, key).to_owned();
        let place = view.and_then(|view| view.places.get(&ticket.id));
        let (headline, note, tone) = match stage {
            TicketStage::Waiting => {
                let ahead = place.map_or(0, |place| place.ahead);
                let before = text_with(lang, K::QueueAhead, &[("n", Arg::Number(i64::from(ahead)))]);
                let headline = if ahead == 0 { t(K::QueueAheadNone) } else { before };
                (headline, place.map(|place| words::wait(place.wait, lang)), Tone::Plain)
            }
            TicketStage::Called => (at(K::QueueTicketCalled), Some(t(K::QueueTicketCalledHint)), Tone::Care),
            TicketStage::Serving => (at(K::QueueTicketServing), None, Tone::Good),
            TicketStage::Parked => (at(K::QueueTicketParked), None, Tone::Plain),
            TicketStage::Absent => (t(K::QueueTicketAbsent), None, Tone::Bad),
            TicketStage::Unprinted => (t(K::QueueTicketUnprinted), None, Tone::Care),
            TicketStage::Finished => (t(K::QueueTicketFinished), None, Tone::Good),
            TicketStage::Cancelled => (t(K::QueueTicketCancelled), None, Tone::Plain),
            TicketStage::Closed => (t(K::QueueTicketClosed), None, Tone::Plain),
        };
        Self {
            lang,
            action,
            number: ticket.number.to_string(),
            purpose: spec.map_or("", |group| words::purpose(group.spec.purpose, lang)),
            priority: ticket.priority.map(|reason| words::priority(reason, lang)),
            headline,
            note,
            call: (stage == TicketStage::Called).then(|| format!("{}-{}", ticket.version, ticket.calls)),
            tone,
            acts: acts(stage, lang),
            again: stage
                .is_over()
                .then(|| Link::new(format!("/lay-so/{}", ticket.unit), text(lang, K::QueueTicketNew))),
        }
    }

    fn t(&self, key: K) -> &'static str {
        text(self.lang, key)
    }
}

fn acts(stage: TicketStage, lang: Lang) -> Vec<(&'static str, &'static str)> {
    let leave = ("bo", text(lang, K::QueueTicketLeave));
    match stage {
        TicketStage::Waiting | TicketStage::Called | TicketStage::Parked => vec![leave],
        TicketStage::Absent => vec![("lai", text(lang, K::QueueTicketBack)), leave],
        TicketStage::Unprinted => vec![("lai", text(lang, K::QueueKioskKnow)), leave],
        TicketStage::Serving | TicketStage::Finished | TicketStage::Cancelled | TicketStage::Closed => vec![],
    }
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "queue/ticket.html")]
pub struct TicketPage {
    /// The frame.
    pub page: Page,
    /// Name of the unit.
    pub unit: String,
    /// Address of the stream; absent when nothing will change any more.
    pub stream: Option<String>,
    /// Why the last press did nothing.
    pub notice: Option<Notice>,
    /// What it shows now.
    pub live: TicketLive,
}

/// A ticket as its address names it.
///
/// # Errors
/// [`QueueError`], not found for whatever is no token.
pub async fn found(site: &Site, token: &str) -> Result<Ticket, QueueError> {
    if token.len() > TOKEN_BYTES_MAX {
        return Err(app::AppError::NotFound { what: "ticket" }.into());
    }
    find_by_token(&site.app, token).await
}

/// `GET /so/{token}`.
pub async fn show(State(site): State<Site>, ask: Ask, Path(token): Path<String>) -> Response {
    page_of(&site, &ask, &token, None).await
}

async fn page_of(site: &Site, ask: &Ask, token: &str, error: Option<QueueError>) -> Response {
    let loaded = match found(site, token).await {
        Ok(ticket) => view::take(&site.app, &ticket.unit).await.map(|view| (ticket, view)),
        Err(error) => Err(error),
    };
    let (ticket, view) = match loaded {
        Ok(loaded) => loaded,
        Err(error) => return failed(ask, &error),
    };
    let number = ticket.number.to_string();
    let mut page = ask.titled(text_with(ask.lang, K::QueueTicketTitle, &[("number", Arg::Text(&number))]));
    page.live = true;
    let action = format!("/so/{token}");
    let live = TicketLive::of(&ticket, Some(&view), action.clone(), site.app.clock.now(), ask.lang);
    let unit = unit_of(site, ticket.unit.as_str()).map(|(_, name)| name).unwrap_or_default();
    let stream = live.again.is_none().then(|| format!("{action}/su-kien"));
    let told = error.as_ref().and_then(|error| sentence(ask.lang, error));
    let notice = told.map(|title| Notice::new(Tone::Care, title, None));
    let code = error.as_ref().map_or(axum::http::StatusCode::OK, status);
    reply::page_with(code, &TicketPage { page, unit, stream, notice, live })
}

/// `POST /so/{token}`: leave, or be back.
pub async fn act(State(site): State<Site>, ask: Ask, Path(token): Path<String>, fields: Fields) -> Response {
    let act = match fields.get("viec") {
        "bo" => Act::Cancel,
        "lai" => Act::ComeBack,
        _other => return reply::error(&ask, ErrorKind::Unprocessable),
    };
    match holder_acts(&site.app, &token, act).await {
        Ok(_) => reply::see_other(&format!("/so/{token}")),
        Err(error) if is_told(&error) => page_of(&site, &ask, &token, Some(error)).await,
        Err(error) => failed(&ask, &error),
    }
}

/// `GET /so/{token}/su-kien`: the part that changes, whenever it does.
pub async fn events(State(site): State<Site>, ask: Ask, Path(token): Path<String>) -> Response {
    let ticket = match found(&site, &token).await {
        Ok(ticket) => ticket,
        Err(error) => return failed(&ask, &error),
    };
    let (clock, lang, id) = (Arc::clone(&site.app.clock), ask.lang, ticket.id);
    let mut last = ticket.clone();
    last.stage = TicketStage::Finished;
    let view = move |picture: &Picture| {
        // A ticket that is not open any more is over: how, the page says when it is loaded again.
        let ticket = picture.view.find(id).unwrap_or(&last);
        let action = format!("/so/{token}");
        crate::live::drawn(&TicketLive::of(ticket, Some(&picture.view), action, clock.now(), lang))
    };
    match site.seats.watch(watch(&site, &ticket.unit), view) {
        Some(stream) => stream.into_response(),
        None => reply::error(&ask, ErrorKind::Unavailable),
    }
}

/// A ticket on paper.
#[derive(Debug, Clone, Template)]
#[template(path = "queue/paper.html")]
pub struct Paper {
    /// The frame.
    pub page: Page,
    /// Name of the unit.
    pub unit: String,
    /// `A012`.
    pub number: String,
    /// What for.
    pub purpose: &'static str,
    /// Priority, in a word.
    pub priority: Option<&'static str>,
    /// When it was taken.
    pub at: String,
    /// People ahead and the range.
    pub wait: String,
    /// Drawing of the QR that follows the ticket.
    pub qr: String,
    /// Class of the paper: `k58`, `k80`, `a6`.
    pub size: &'static str,
    /// The same on other papers.
    pub sizes: Vec<Link>,
}

impl Paper {
    /// The ticket on a paper.
    pub fn of(site: &Site, ask: &Ask, ticket: &Ticket, view: &QueueView, token: &str, size: &str) -> Self {
        let lang = ask.lang;
        let live = TicketLive::of(ticket, Some(view), String::new(), site.app.clock.now(), lang);
        let number = ticket.number.to_string();
        let link = |size: &str, key| Link::new(format!("/so/{token}/phieu?kho={size}"), text(lang, key));
        let wait = [Some(live.headline), live.note].into_iter().flatten().collect::<Vec<_>>().join(". ");
        Self {
            page: ask.titled(text_with(lang, K::QueueTicketTitle, &[("number", Arg::Text(&number))])),
            unit: unit_of(site, ticket.unit.as_str()).map(|(_, name)| name).unwrap_or_default(),
            number,
            purpose: live.purpose,
            priority: live.priority,
            at: format::moment(lang, ticket.door_at),
            wait,
            qr: qr(&format!("{}/so/{token}", site.app.config.public_url)),
            size: match size {
                "58" => "k58",
                "a6" => "a6",
                _other => "k80",
            },
            sizes: vec![
                link("80", K::QueuePaper80),
                link("58", K::QueuePaper58),
                link("a6", K::QueuePaperA6),
            ],
        }
    }

    fn at_text(&self) -> String {
        self.page.fill(K::QueuePaperAt, "at", &self.at)
    }
}

/// `GET /so/{token}/phieu?kho=80|58|a6`.
pub async fn paper(
    State(site): State<Site>,
    ask: Ask,
    Path(token): Path<String>,
    Query(fields): Query,
) -> Response {
    let loaded = match found(&site, &token).await {
        Ok(ticket) => view::take(&site.app, &ticket.unit).await.map(|view| (ticket, view)),
        Err(error) => Err(error),
    };
    match loaded {
        Ok((ticket, view)) => {
            let mut paper = Paper::of(&site, &ask, &ticket, &view, &token, fields.get("kho"));
            paper.page.live = true;
            reply::page(&paper)
        }
        Err(error) => failed(&ask, &error),
    }
}

/// The hour a ticket was taken, and how long ago that is.
pub fn since(ticket: &Ticket, now: Timestamp, lang: Lang) -> String {
    let clock = format::clock(lang, civil(ticket.door_at).time());
    let minutes = now.duration_since(ticket.door_at).as_mins().max(0);
    let span = text_with(lang, K::QueueDeskMinutes, &[("n", Arg::Number(minutes))]);
    text_with(lang, K::QueueDeskSince, &[("at", Arg::Text(&clock)), ("span", Arg::Text(&span))])
}

impl Sampled for TicketPage {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let mut page = Page::new(lang, "/so/0", "A012");
        page.live = true;
        let live = |headline: String, note: Option<String>, tone, call: Option<String>| TicketLive {
            lang,
            action: "/so/0".to_owned(),
            number: "A012".to_owned(),
            purpose: words::purpose(domain::queue::Purpose::HandIn, lang),
            priority: Some(words::priority(domain::queue::PriorityReason::Aged, lang)),
            headline,
            note,
            call,
            tone,
            acts: acts(TicketStage::Waiting, lang),
            again: None,
        };
        let ahead = text_with(lang, K::QueueAhead, &[("n", Arg::Number(4))]);
        let range = words::wait(domain::queue::Wait::Minutes { from: 10, to: 35 }, lang);
        let called = text_with(lang, K::QueueTicketCalled, &[("counter", Arg::Text("2"))]);
        let hint = text(lang, K::QueueTicketCalledHint).to_owned();
        let made = |live| Self {
            page: page.clone(),
            unit: "Xã Thanh Xá".to_owned(),
            stream: Some("/so/0/su-kien".to_owned()),
            notice: None,
            live,
        };
        vec![
            ("ticket", made(live(ahead, Some(range), Tone::Plain, None))),
            ("ticket-called", made(live(called, Some(hint), Tone::Care, Some("2-1".to_owned())))),
        ]
    }
}

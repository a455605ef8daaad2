//! The counter that calls, `/quay/goi-so`: open a counter, call next, recall, start, set aside, transfer, absent, done;
//! hand out a ticket; go on to intake with the ticket.

mod post;

pub(super) use post::groups_of;

use super::phone::{group_options, priority_field};
use super::say::{failed, sentence, status};
use super::ticket::since;
use crate::layout::{Link, Page};
use crate::portal::handler::answer::Query;
use crate::reply;
use crate::site::Site;
use crate::staff::Staff;
use crate::widget::{Choice, Field, FieldKind, Notice, Opt, Tag, Tone};
use app::queue::QueueError;
use app::queue::view::{self, CounterView, QueueView};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use domain::permit::DayAct;
use domain::queue::{Ticket, TicketStage};
use i18n::{Arg, Key as K, Lang, text, text_with, words};
use jiff::Timestamp;

/// Tickets of the line that are shown by number.
const LINE_MAX: usize = 12;

/// Addresses of the counter.
pub fn router() -> Router<Site> {
    Router::new()
        .route("/quay/goi-so", get(show).post(post::act))
        .route("/quay/goi-so/mo", post(post::open))
        .route("/quay/goi-so/dong", post(post::close))
        .route("/quay/goi-so/tiep", post(post::next))
        .route("/quay/goi-so/phat", post(post::give))
        .route("/quay/goi-so/su-kien", get(events))
        .route("/quay/goi-so/ma-qr", get(super::wall_qr::show))
}

/// One who waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiter {
    /// `A012`.
    pub number: String,
    /// How long.
    pub minutes: String,
    /// Whether they go ahead.
    pub priority: bool,
}

/// The line beside the counter; it changes by itself.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "queue/side.html")]
pub struct Side {
    /// Language of its words.
    pub lang: Lang,
    /// Groups with who waits: letter, purpose, count, range.
    pub groups: Vec<(String, &'static str, String, String)>,
    /// The first of the line.
    pub line: Vec<Waiter>,
    /// How many more.
    pub more: Option<String>,
}

impl askama::filters::HtmlSafe for Side {}

impl Side {
    /// The line of a queue.
    pub fn of(view: &QueueView, lang: Lang) -> Self {
        let group = |group: &view::GroupView| {
            let purpose = words::purpose(group.spec.purpose, lang);
            (group.spec.group.to_string(), purpose, group.waiting.to_string(), words::wait(group.wait, lang))
        };
        let waiter = |ticket: &Ticket| Waiter {
            number: ticket.number.to_string(),
            minutes: minutes(ticket, view.at, lang),
            priority: ticket.priority.is_some(),
        };
        let more = view.line.len().saturating_sub(LINE_MAX);
        let told = |n| text_with(lang, K::QueueDeskMore, &[("n", Arg::Number(n))]);
        Self {
            lang,
            groups: view.groups.iter().map(group).collect(),
            line: view.line.iter().take(LINE_MAX).map(waiter).collect(),
            more: (more > 0).then(|| told(i64::try_from(more).unwrap_or(i64::MAX))),
        }
    }

    fn t(&self, key: K) -> &'static str {
        text(self.lang, key)
    }
}

fn minutes(ticket: &Ticket, now: Timestamp, lang: Lang) -> String {
    let minutes = now.duration_since(ticket.door_at).as_mins().max(0);
    text_with(lang, K::QueueDeskMinutes, &[("n", Arg::Number(minutes))])
}

/// Buttons of one ticket: value, words, key, class.
type Buttons = Vec<(&'static str, &'static str, Option<&'static str>, &'static str)>;

/// A ticket with what can be done to it here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Identifier, for the forms.
    pub id: String,
    /// Version that the page shows.
    pub version: u32,
    /// `A012`.
    pub number: String,
    /// What for.
    pub purpose: &'static str,
    /// Where it stands.
    pub stage: Tag,
    /// Ground of priority.
    pub priority: Option<&'static str>,
    /// When its holder came, and how often it was called.
    pub facts: Vec<String>,
    /// What can be done.
    pub buttons: Buttons,
    /// Intake that carries the ticket.
    pub intake: Option<Link>,
}

/// The form that opens a counter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenForm {
    /// Which counter.
    pub counters: Choice,
    /// Which groups.
    pub groups: Choice,
    /// Take over.
    pub over: Choice,
}

/// The open counter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// `Quầy 2 · Hộ tịch`.
    pub name: String,
    /// Its number.
    pub number: String,
    /// Whom it holds.
    pub ticket: Option<Shown>,
    /// Words on the large button; absent while somebody is on the way.
    pub next: Option<&'static str>,
    /// Where the ticket can be transferred to.
    pub goals: Option<Field>,
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "queue/desk.html")]
pub struct Desk {
    /// The frame.
    pub page: Page,
    /// Secret of the session.
    pub csrf: String,
    /// What happened, or why it did not.
    pub notices: Vec<Notice>,
    /// Where a ticket just handed out is printed.
    pub given: Option<(Link, String)>,
    /// The counter, when one is open.
    pub seat: Option<Seat>,
    /// The form that opens one.
    pub open: Option<OpenForm>,
    /// Tickets that neither wait nor are at a counter.
    pub aside: Vec<Shown>,
    /// The form that hands out a ticket, where the reader may.
    pub give: Option<(Choice, Field, String)>,
    /// Pages of the queue.
    pub links: Vec<Link>,
    /// The line.
    pub side: Side,
}

async fn show(State(site): State<Site>, staff: Staff, Query(query): Query) -> Response {
    let given = query.typed("phat").map(str::to_owned);
    page_of(&site, &staff, None, given).await
}

/// The page as it is now, with why the last press did nothing.
pub(super) async fn page_of(
    site: &Site,
    staff: &Staff,
    error: Option<QueueError>,
    given: Option<String>,
) -> Response {
    let lang = staff.ask.lang;
    let unit = staff.actor.unit.clone();
    let policy = site.app.policy();
    if let Err(denied) = staff.actor.at_unit(&policy, staff.now, DayAct::IssueTicket.into(), &unit)
        && staff.actor.at_unit(&policy, staff.now, DayAct::CallTicket.into(), &unit).is_err()
    {
        return reply::failed(&staff.ask, &denied);
    }
    let view = match view::take(&site.app, &unit).await {
        Ok(view) => view,
        Err(error) => return failed(&staff.ask, &error),
    };
    let mut page = staff.page(&site.app, text(lang, K::QueueDeskTitle)).await;
    page.path = "/quay/goi-so".to_owned();
    let mut notices = Vec::new();
    let told = error.as_ref().and_then(|error| sentence(lang, error));
    notices.extend(told.map(|title| Notice::new(Tone::Care, title, None)));
    let given = match given {
        Some(token) => super::ticket::found(site, &token).await.ok().map(|ticket| (token, ticket)),
        None => None,
    };
    if let Some((_, ticket)) = &given {
        let number = ticket.number.to_string();
        let title = text_with(lang, K::QueueDeskGiven, &[("number", Arg::Text(&number))]);
        notices.push(Notice::new(Tone::Good, title, Some(text(lang, K::QueueDeskGivenHint).to_owned())));
    }
    let mine = |view: &&CounterView| {
        view.is_open && view.counter.opening.is_some_and(|opening| opening.by == staff.actor.account)
    };
    let own = view.counters.iter().find(mine);
    let calls = staff.actor.may_at(&policy, staff.now, DayAct::CallTicket.into(), &unit);
    let gives = staff.actor.may_at(&policy, staff.now, DayAct::IssueTicket.into(), &unit);
    let desk = Desk {
        csrf: staff.csrf.clone(),
        given: given.map(|(token, ticket)| {
            let number = ticket.number.to_string();
            let words = text_with(lang, K::QueueDeskPrint, &[("number", Arg::Text(&number))]);
            (Link::new(format!("/so/{token}/phieu"), words), ticket.id.to_string())
        }),
        seat: own.map(|own| seat(own, &view, lang)),
        open: (own.is_none() && calls).then(|| open_form(&view, staff)),
        aside: aside(&view, calls, lang),
        give: gives.then(|| give_form(site, &view, lang)),
        links: links(staff, site),
        side: Side::of(&view, lang),
        notices,
        page,
    };
    let code = error.as_ref().map_or(StatusCode::OK, status);
    reply::page_with(code, &desk)
}

fn give_form(site: &Site, view: &QueueView, lang: Lang) -> (Choice, Field, String) {
    let groups = Choice::one(lang, "nhom", text(lang, K::QueuePhoneWhat), group_options(view, lang));
    let first = view.groups.first().map(|group| group.spec.group.to_string()).unwrap_or_default();
    let reasons = priority_field(lang, "uu-tien", K::QueuePhonePriority, "");
    (groups.pick(first), reasons, app::secret::fresh_token(site.app.random.as_ref()))
}

fn links(staff: &Staff, site: &Site) -> Vec<Link> {
    let (lang, unit) = (staff.ask.lang, &staff.actor.unit);
    let mut links = vec![
        Link::new(format!("/bang-goi-so/{unit}"), text(lang, K::QueueDeskDisplay)),
        Link::new(format!("/kiosk/{unit}"), text(lang, K::QueueDeskMachine)),
        Link::new("/quay/goi-so/ma-qr", text(lang, K::QueueDeskWallQr)),
    ];
    if staff.actor.may_at(&site.app.policy(), staff.now, DayAct::SetCounter.into(), unit) {
        links.push(Link::new("/quay/goi-so/quay", text(lang, K::QueueDeskCounters)));
    }
    links
}

/// `Quầy 2 · Hộ tịch`.
pub(super) fn counter_name(view: &CounterView, lang: Lang) -> String {
    let number = view.counter.number.to_string();
    let name = text_with(lang, K::QueueDeskCounter, &[("counter", Arg::Text(&number))]);
    if view.counter.label.is_empty() { name } else { format!("{name} · {}", view.counter.label) }
}

fn seat(own: &CounterView, view: &QueueView, lang: Lang) -> Seat {
    let ticket = own.ticket.as_ref();
    let next = match ticket.map(|ticket| ticket.stage) {
        None => Some(text(lang, K::QueueDeskNext)),
        Some(TicketStage::Serving) => Some(text(lang, K::QueueDeskFinishNext)),
        Some(_) => None,
    };
    let goals = ticket.map(|ticket| goals(ticket, own, view, lang));
    Seat {
        name: counter_name(own, lang),
        number: own.counter.number.to_string(),
        ticket: ticket.map(|ticket| shown(ticket, view, lang)),
        next,
        goals,
    }
}

fn goals(ticket: &Ticket, own: &CounterView, view: &QueueView, lang: Lang) -> Field {
    let mut options = Vec::new();
    for group in view.groups.iter().filter(|group| group.spec.group != ticket.group) {
        let letter = group.spec.group.to_string();
        let purpose = words::purpose(group.spec.purpose, lang);
        let args = [("group", Arg::Text(letter.as_str())), ("purpose", Arg::Text(purpose))];
        options.push(Opt::new(format!("nhom-{letter}"), text_with(lang, K::QueueDeskGroup, &args)));
    }
    for other in view.counters.iter().filter(|other| other.counter.number != own.counter.number) {
        options.push(Opt::new(format!("quay-{}", other.counter.number), counter_name(other, lang)));
    }
    Field::of(lang, "den", text(lang, K::QueueDeskTransfer), FieldKind::Select(options))
}

fn shown(ticket: &Ticket, view: &QueueView, lang: Lang) -> Shown {
    let tone = match ticket.stage {
        TicketStage::Called => Tone::Care,
        TicketStage::Serving => Tone::Good,
        TicketStage::Absent | TicketStage::Unprinted => Tone::Bad,
        TicketStage::Waiting | TicketStage::Parked => Tone::Plain,
        TicketStage::Finished | TicketStage::Cancelled | TicketStage::Closed => Tone::Plain,
    };
    let spec = view.groups.iter().find(|group| group.spec.group == ticket.group);
    let mut facts = vec![since(ticket, view.at, lang)];
    if ticket.calls > 0 {
        let n = Arg::Number(i64::from(ticket.calls));
        facts.push(text_with(lang, K::QueueDeskCalls, &[("n", n)]));
    }
    let number = ticket.number.to_string();
    let hands_in = ticket.stage.is_at_counter();
    Shown {
        id: ticket.id.to_string(),
        version: ticket.version,
        purpose: spec.map_or("", |group| words::purpose(group.spec.purpose, lang)),
        stage: Tag::new(tone, words::ticket_stage(ticket.stage, lang)),
        priority: ticket.priority.map(|reason| words::priority(reason, lang)),
        facts,
        buttons: buttons(ticket.stage, lang),
        intake: hands_in.then(|| {
            let words = text_with(lang, K::QueueDeskIntake, &[("number", Arg::Text(&number))]);
            Link::new(format!("/quay/tiep-nhan?so={}", ticket.id), words)
        }),
        number,
    }
}

fn buttons(stage: TicketStage, lang: Lang) -> Buttons {
    let button = |value, key, shortcut, class| (value, text(lang, key), shortcut, class);
    let finish = button("xong", K::QueueDeskFinish, Some("F8"), "plain");
    let park = button("rieng", K::QueueDeskPark, Some("F7"), "plain");
    let cancel = button("bo", K::QueueDeskCancel, None, "plain");
    match stage {
        TicketStage::Called => vec![
            button("bat-dau", K::QueueDeskStart, Some("F4"), ""),
            button("goi-lai", K::QueueDeskRecall, Some("F3"), "plain"),
            button("vang", K::QueueDeskAbsent, Some("F6"), "plain"),
            park,
            finish,
            cancel,
        ],
        TicketStage::Serving => vec![finish, park],
        TicketStage::Parked => vec![button("ve-quay", K::QueueDeskCallBack, None, "plain"), cancel],
        TicketStage::Absent | TicketStage::Unprinted => {
            vec![button("lai", K::QueueDeskCameBack, None, "plain"), cancel]
        }
        TicketStage::Waiting | TicketStage::Finished | TicketStage::Cancelled | TicketStage::Closed => vec![],
    }
}

fn aside(view: &QueueView, calls: bool, lang: Lang) -> Vec<Shown> {
    let away = |ticket: &&Ticket| calls && !ticket.stage.is_at_counter();
    view.others.iter().filter(away).map(|ticket| shown(ticket, view, lang)).collect()
}

fn open_form(view: &QueueView, staff: &Staff) -> OpenForm {
    let lang = staff.ask.lang;
    let counter = |view: &CounterView| {
        let option = Opt::new(view.counter.number.to_string(), counter_name(view, lang));
        if view.is_open { option.hint(text(lang, K::QueueStageServing)) } else { option }
    };
    let options: Vec<Opt> = view.counters.iter().map(counter).collect();
    let free = view.counters.iter().find(|view| !view.is_open).or(view.counters.first());
    let number = free.map(|view| view.counter.number.to_string()).unwrap_or_default();
    let group = |group: &view::GroupView| {
        let letter = group.spec.group.to_string();
        let purpose = words::purpose(group.spec.purpose, lang);
        let args = [("group", Arg::Text(letter.as_str())), ("purpose", Arg::Text(purpose))];
        Opt::new(letter.clone(), text_with(lang, K::QueueDeskGroup, &args))
    };
    let groups = view.groups.iter().map(group).collect();
    let mut groups = Choice::any(lang, "nhom", text(lang, K::QueueDeskOpenGroups), groups);
    groups.hint = Some(text(lang, K::QueueDeskOpenGroupsHint).to_owned());
    let over = vec![Opt::new("1", text(lang, K::QueueDeskOpenOver))];
    OpenForm {
        counters: Choice::one(lang, "quay", text(lang, K::QueueDeskOpenWhich), options).pick(number),
        groups,
        over: Choice::any(lang, "vao-thay", text(lang, K::QueueDeskSeat), over),
    }
}

async fn events(State(site): State<Site>, staff: Staff) -> Response {
    let lang = super::picture::index(staff.ask.lang);
    let shown = super::picture::watch(&site, &staff.actor.unit);
    match site.seats.watch(shown, move |picture| picture.side[lang].clone()) {
        Some(stream) => stream.into_response(),
        None => reply::error(&staff.ask, crate::portal::ErrorKind::Unavailable),
    }
}

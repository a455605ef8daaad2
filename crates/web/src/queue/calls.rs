//! The display in the hall, `/bang-goi-so/{unit}`: who is called where, who was before, how many wait, how far the
//! dossiers of the day are. No names.

use super::picture::{index, watch};
use super::say::unit_of;
use crate::layout::{Page, Sampled};
use crate::portal::handler::board::day_rows;
use crate::portal::{BoardRow, ErrorKind};
use crate::reply;
use crate::site::{Ask, Site};
use crate::widget::Rail;
use app::AppError;
use app::queue::view::{GroupView, QueueView};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use domain::queue::{TicketStage, Wait};
use domain::time::civil;
use i18n::{Arg, Key as K, Lang, format, text, text_with, words};
use jiff::SignedDuration;
use storage::queue::CallRow;

/// Calls below the last one.
const BEFORE_MAX: usize = 5;

/// Dossiers that can be read across a hall beside the calls.
const DOSSIERS_MAX: usize = 5;

/// A call older than this is shown and no longer spoken: a display that comes back after an hour does not shout.
const FRESH: SignedDuration = SignedDuration::from_secs(60);

/// One call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// The turn it was made in; the script speaks calls with a higher one than it knows.
    pub turn: i64,
    /// `A012`.
    pub number: String,
    /// Number of the counter.
    pub counter: String,
    /// What the voice says.
    pub say: String,
    /// Whether it is young enough to be spoken.
    pub fresh: bool,
}

/// A group with who waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupRow {
    /// Its letter.
    pub letter: String,
    /// What people come for.
    pub purpose: &'static str,
    /// How many wait.
    pub waiting: String,
    /// How long it may take.
    pub wait: String,
}

/// The part that changes.
#[derive(Debug, Clone, Template)]
#[template(path = "queue/calls_live.html")]
pub struct CallsLive {
    /// Language of its words.
    pub lang: Lang,
    /// Name of the unit.
    pub unit: String,
    /// The hour.
    pub clock: String,
    /// The day.
    pub day: String,
    /// The last call first.
    pub calls: Vec<Call>,
    /// Groups by letter.
    pub groups: Vec<GroupRow>,
    /// Dossiers of the day.
    pub rows: Vec<BoardRow>,
}

impl askama::filters::HtmlSafe for CallsLive {}

impl CallsLive {
    /// What the display shows of a queue.
    ///
    /// # Errors
    /// [`AppError`] when the dossiers of the day cannot be read.
    pub async fn of(site: &Site, view: &QueueView, lang: Lang) -> Result<Self, AppError> {
        let rows = day_rows(site, &view.unit, lang, DOSSIERS_MAX).await?;
        let name = unit_of(site, view.unit.as_str()).map(|(_, name)| name).unwrap_or_default();
        // Who left is not shown as called.
        let gone = |call: &&CallRow| call.stage != TicketStage::Cancelled && call.counter.is_some();
        let calls = view.calls.iter().filter(gone).take(BEFORE_MAX + 1);
        Ok(Self {
            lang,
            unit: name,
            clock: format::clock_short(civil(view.at).time()),
            day: format::date_long(lang, view.on),
            calls: calls.map(|call| spoken(call, view, lang)).collect(),
            groups: view.groups.iter().map(|group| group_row(group, lang)).collect(),
            rows,
        })
    }

    fn t(&self, key: K) -> &'static str {
        text(self.lang, key)
    }

    fn to(&self, key: K, counter: &str) -> String {
        text_with(self.lang, key, &[("counter", Arg::Text(counter))])
    }
}

fn spoken(call: &CallRow, view: &QueueView, lang: Lang) -> Call {
    let counter = call.counter.map(|counter| counter.to_string()).unwrap_or_default();
    // Sign by sign, so that no voice reads "A zero twelve" as a word.
    let signs: Vec<String> = call.number.to_string().chars().map(String::from).collect();
    let number = signs.join(" ");
    let args = [("number", Arg::Text(number.as_str())), ("counter", Arg::Text(&counter))];
    Call {
        turn: call.turn,
        number: call.number.to_string(),
        say: text_with(lang, K::QueueCallsSay, &args),
        fresh: view.at.duration_since(call.at) < FRESH,
        counter,
    }
}

fn group_row(group: &GroupView, lang: Lang) -> GroupRow {
    GroupRow {
        letter: group.spec.group.to_string(),
        purpose: words::purpose(group.spec.purpose, lang),
        waiting: format::number(lang, i64::from(group.waiting)),
        wait: match group.wait {
            Wait::NoCounterOpen => text(lang, K::QueueCallsNoCounter).to_owned(),
            wait @ Wait::Minutes { .. } => words::wait(wait, lang),
        },
    }
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "queue/calls.html")]
pub struct Calls {
    /// The frame.
    pub page: Page,
    /// Address of the stream.
    pub stream: String,
    /// What it shows now.
    pub live: CallsLive,
}

/// `/bang-goi-so/{unit}`.
pub async fn show(State(site): State<Site>, ask: Ask, Path(code): Path<String>) -> Response {
    let Some((unit, _)) = unit_of(&site, &code) else { return reply::error(&ask, ErrorKind::NotFound) };
    let view = match app::queue::view::take(&site.app, &unit).await {
        Ok(view) => view,
        Err(error) => return super::say::failed(&ask, &error),
    };
    match CallsLive::of(&site, &view, ask.lang).await {
        Ok(live) => {
            let page = ask.page(K::QueueCallsTitle);
            reply::page(&Calls { page, stream: format!("/bang-goi-so/{unit}/su-kien"), live })
        }
        Err(error) => reply::failed(&ask, &error),
    }
}

/// `/bang-goi-so/{unit}/su-kien`: the changing part, again for each change.
pub async fn events(State(site): State<Site>, ask: Ask, Path(code): Path<String>) -> Response {
    let Some((unit, _)) = unit_of(&site, &code) else { return reply::error(&ask, ErrorKind::NotFound) };
    let lang = index(ask.lang);
    match site.seats.watch(watch(&site, &unit), move |picture| picture.calls[lang].clone()) {
        Some(stream) => stream.into_response(),
        None => reply::error(&ask, ErrorKind::Unavailable),
    }
}

impl Sampled for Calls {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let page = Page::new(lang, "/bang-goi-so/10852", text(lang, K::QueueCallsTitle));
        let call = |turn, number: &str, counter: &str| Call {
            turn,
            number: number.to_owned(),
            counter: counter.to_owned(),
            say: number.to_owned(),
            fresh: turn == 9,
        };
        let group = |letter: &str, purpose, waiting: &str, wait| GroupRow {
            letter: letter.to_owned(),
            purpose: words::purpose(purpose, lang),
            waiting: waiting.to_owned(),
            wait: words::wait(wait, lang),
        };
        use domain::queue::Purpose;
        let row = |number: &str, at, note: &str| BoardRow {
            number: number.to_owned(),
            rail: Rail::at(lang, at),
            note: note.to_owned(),
        };
        let live = CallsLive {
            lang,
            unit: "Xã Thanh Xá".to_owned(),
            clock: "9:21".to_owned(),
            day: format::date_long(lang, jiff::civil::date(2024, 2, 2)),
            calls: vec![
                call(9, "A018", "2"),
                call(8, "B004", "3"),
                call(7, "A017", "1"),
                call(6, "A016", "2"),
                call(5, "C002", "1"),
                call(4, "A015", "2"),
            ],
            groups: vec![
                group("A", Purpose::HandIn, "7", Wait::Minutes { from: 10, to: 35 }),
                group("B", Purpose::Collect, "2", Wait::Minutes { from: 0, to: 15 }),
                group("C", Purpose::Ask, "0", Wait::Minutes { from: 0, to: 5 }),
            ],
            rows: vec![row("0012", 3, "9:35"), row("0014", 2, "9:45"), row("0017", 0, "10:00")],
        };
        let mut quiet = live.clone();
        quiet.calls.clear();
        quiet.rows.clear();
        quiet.groups.iter_mut().for_each(|group| group.wait = text(lang, K::QueueCallsNoCounter).to_owned());
        let stream = "/bang-goi-so/10852/su-kien".to_owned();
        let empty = Self { page: page.clone(), stream: stream.clone(), live: quiet };
        vec![("calls", Self { page, stream, live }), ("calls-empty", empty)]
    }
}

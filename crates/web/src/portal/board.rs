//! The display in the hall: who is called, how far each dossier is, how the day stands. No names.

use askama::Template;
use i18n::{Key as K, Lang};

use crate::layout::{Page, Sampled};
use crate::widget::Rail;

/// The ticket called last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Called {
    /// The ticket: `A 018`.
    pub number: String,
    /// Where to: "đến quầy 2".
    pub counter: String,
}

/// One dossier of the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardRow {
    /// Its ticket.
    pub number: String,
    /// How far it is.
    pub rail: Rail,
    /// By when, or that the result is there.
    pub note: String,
}

/// A sum of the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// The number as written.
    pub value: String,
    /// What it counts.
    pub label: String,
    /// Whether this is the backlog and there is none.
    pub good: bool,
}

/// The part of the display that changes; the stream sends it whole.
#[derive(Debug, Clone, Template)]
#[template(path = "portal/board_live.html")]
pub struct BoardLive {
    /// Language of its own words.
    pub lang: Lang,
    /// Name of the unit.
    pub unit: String,
    /// Hour and day.
    pub clock: String,
    /// Who is called; absent before the first call.
    pub called: Option<Called>,
    /// The tickets that follow.
    pub next: Vec<String>,
    /// How long the wait is, one sentence.
    pub wait: Option<String>,
    /// At most six dossiers.
    pub rows: Vec<BoardRow>,
    /// Received, handed back, in work, backlog.
    pub sums: Vec<Sum>,
}

impl BoardLive {
    fn t(&self, key: K) -> &'static str {
        i18n::text(self.lang, key)
    }
}

impl askama::filters::HtmlSafe for BoardLive {}

/// The display of one unit, `/bang/{unit}`. With `?tu-tai=1` the handler adds the header [`Board::RELOAD`], for
/// screens without a script.
#[derive(Debug, Template)]
#[template(path = "portal/board.html")]
pub struct Board {
    /// The frame: language, title, demo clock.
    pub page: Page,
    /// Address of the stream of server-sent events.
    pub stream: String,
    /// What it shows now.
    pub live: BoardLive,
}

impl Board {
    /// Header and value that make a browser without a script load the display again, in seconds.
    pub const RELOAD: (&'static str, &'static str) = ("refresh", "15");
}

impl Sampled for Board {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let mut page = super::sample_page(lang, "/bang/10843", K::PublicBoardTitle);
        page.live = true;
        let row = |number: &str, at, note: &str| BoardRow {
            number: number.to_owned(),
            rail: Rail::at(lang, at),
            note: note.to_owned(),
        };
        let sum =
            |value: &str, label, good| Sum { value: value.to_owned(), label: page.t(label).to_owned(), good };
        let before = |hour: &str| page.fill(K::PublicBoardBefore, "hour", hour);
        let live = BoardLive {
            lang,
            unit: "Xã Thanh Xá".to_owned(),
            clock: format!("9:21 · {}", i18n::format::date_long(lang, jiff::civil::date(2024, 2, 2))),
            called: Some(Called {
                number: "A 018".to_owned(),
                counter: page.fill(K::PublicBoardTo, "counter", "2"),
            }),
            next: ["A 019", "A 020", "A 021"].map(str::to_owned).to_vec(),
            wait: Some(page.fill(K::PublicBoardWait, "span", "4–8")),
            rows: vec![
                row("A 012", 3, page.t(K::PublicBoardCollect)),
                row("A 014", 2, &before("9:35")),
                row("A 015", 2, &before("9:45")),
                row("A 016", 1, &before("10:00")),
                row("A 017", 0, &before("10:00")),
            ],
            sums: vec![
                sum("17", K::PublicBoardReceived, false),
                sum("12", K::PublicBoardReturned, false),
                sum("5", K::PublicBoardWorking, false),
                sum("0", K::PublicBoardBacklog, true),
            ],
        };
        let mut quiet = live.clone();
        quiet.called = None;
        quiet.next.clear();
        quiet.wait = None;
        quiet.rows.clear();
        let stream = "/bang/10843/su-kien".to_owned();
        let empty = Self { page: page.clone(), stream: stream.clone(), live: quiet };
        vec![("board", Self { page, stream, live }), ("board-empty", empty)]
    }
}

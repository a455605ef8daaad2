//! The wall of a district: one row for each unit, red while anything is left over. No names of people.

use askama::Template;
use i18n::{Key as K, Lang};

use crate::layout::{Page, Sampled};

/// One unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WallRow {
    /// Its call display.
    pub href: String,
    /// Its name.
    pub unit: String,
    /// Tickets waiting.
    pub waiting: String,
    /// Dossiers of today in work.
    pub working: String,
    /// Handed back today.
    pub returned: String,
    /// Past their due time.
    pub backlog: String,
    /// Whether nothing is past its due time.
    pub clear: bool,
}

/// The part that changes.
#[derive(Debug, Clone, Template)]
#[template(path = "portal/wall_live.html")]
pub struct WallLive {
    /// Language of its own words.
    pub lang: Lang,
    /// Name of the unit above.
    pub unit: String,
    /// Hour and day.
    pub clock: String,
    /// How long the counters are open.
    pub closes: String,
    /// What is left over, in one sentence.
    pub backlog: String,
    /// Whether nothing is.
    pub clear: bool,
    /// Units.
    pub rows: Vec<WallRow>,
}

impl WallLive {
    fn t(&self, key: K) -> &'static str {
        i18n::text(self.lang, key)
    }
}

impl askama::filters::HtmlSafe for WallLive {}

/// The page, `/bang/{unit}` of a unit with others below it.
#[derive(Debug, Template)]
#[template(path = "portal/wall.html")]
pub struct Wall {
    /// The frame.
    pub page: Page,
    /// Address of the stream.
    pub stream: String,
    /// What it shows now.
    pub live: WallLive,
}

impl Sampled for Wall {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let mut page = super::sample_page(lang, "/bang/294", K::QueueWallTitle);
        page.live = true;
        let row = |unit: &str, waiting: &str, backlog: &str| WallRow {
            href: "/bang-goi-so/10852".to_owned(),
            unit: unit.to_owned(),
            waiting: waiting.to_owned(),
            working: "5".to_owned(),
            returned: "12".to_owned(),
            backlog: backlog.to_owned(),
            clear: backlog == "0",
        };
        let live = WallLive {
            lang,
            unit: "Huyện Thanh Hà".to_owned(),
            clock: "9:21".to_owned(),
            closes: page.fill(K::QueueWallCloses, "span", "7:39"),
            backlog: page.count(K::QueueWallLeft, 1),
            clear: false,
            rows: vec![row("Thị trấn Thanh Hà", "4", "0"), row("Xã Thanh Xá", "7", "1")],
        };
        let mut none = live.clone();
        none.rows.clear();
        none.clear = true;
        none.backlog = page.t(K::QueueWallClear).to_owned();
        let stream = "/bang/294/su-kien".to_owned();
        let empty = Self { page: page.clone(), stream: stream.clone(), live: none };
        vec![("wall", Self { page, stream, live }), ("wall-empty", empty)]
    }
}

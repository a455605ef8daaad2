//! Procedures that fit some words or an event.

use askama::Template;
use i18n::{Key as K, Lang};

use super::LifeEvent;
use crate::layout::{Page, Sampled};
use crate::widget::{Icon, Pager};

/// One procedure found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// National code.
    pub code: String,
    /// Name in Vietnamese, as published.
    pub name: String,
    /// What it is for, in the reader's language where that is not the language of the name.
    pub gloss: Option<String>,
    /// Name of its sector and level: "Hộ tịch · cấp xã".
    pub place: String,
    /// Whether the no-wait day takes it.
    pub no_wait: bool,
}

/// Results of a search, `/thu-tuc`.
#[derive(Debug, Template)]
#[template(path = "portal/search.html")]
pub struct Search {
    /// The frame.
    pub page: Page,
    /// The words as typed.
    pub query: String,
    /// The event chosen on the first page.
    pub event: Option<LifeEvent>,
    /// Whether only procedures of the no-wait day are shown.
    pub only_no_wait: bool,
    /// What was found, best first.
    pub hits: Vec<Hit>,
    /// How many were found in all parts.
    pub total: usize,
    /// Further parts of the list.
    pub pager: Option<Pager>,
}

impl Search {
    /// The title of the page for some words; without words it is the title of the whole list.
    pub fn title(lang: Lang, query: &str) -> String {
        if query.trim().is_empty() {
            return i18n::text(lang, K::PublicSearchTitle).to_owned();
        }
        i18n::text_with(lang, K::PublicSearchFor, &[("query", i18n::Arg::Text(query))])
    }

    fn heading(&self) -> &'static str {
        self.page.t(self.event.map_or(K::PublicSearchTitle, LifeEvent::title))
    }

    fn found(&self) -> String {
        self.page.count(K::PublicSearchFound, i64::try_from(self.total).unwrap_or(i64::MAX))
    }
}

impl Sampled for Search {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let hit = |code: &str, name: &str, no_wait| Hit {
            code: code.to_owned(),
            name: name.to_owned(),
            gloss: (lang == Lang::En).then(|| "Copy of an entry of the register".to_owned()),
            place: "Hộ tịch".to_owned(),
            no_wait,
        };
        let found = Self {
            page: super::sample_page(lang, "/thu-tuc?q=khai%20sinh", K::PublicSearchTitle),
            query: "trich luc khai sinh".to_owned(),
            event: None,
            only_no_wait: false,
            hits: vec![
                hit("2.000635", "Cấp bản sao trích lục hộ tịch, bản sao giấy khai sinh", true),
                hit("1.001193", "Đăng ký khai sinh", true),
                hit("1.004884", "Đăng ký lại khai sinh", false),
            ],
            total: 23,
            pager: Pager::new(lang, None, Some("/thu-tuc?q=khai%20sinh&sau=3".to_owned())),
        };
        let nothing = Self {
            page: super::sample_page(lang, "/thu-tuc?q=abc", K::PublicSearchTitle),
            query: "<abc>".to_owned(),
            event: None,
            only_no_wait: true,
            hits: Vec::new(),
            total: 0,
            pager: None,
        };
        let mut nothing = nothing;
        nothing.page.title = Self::title(lang, &nothing.query);
        vec![("search", found), ("search-nothing", nothing)]
    }
}

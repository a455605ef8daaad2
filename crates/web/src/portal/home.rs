//! The first page: what do you want to do, and how is today.

use askama::Template;
use i18n::{Key as K, Lang};

use super::LifeEvent;
use crate::layout::{Page, Sampled};

/// One number of the day with what it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The number as written: `6 phút`, `21 / 21`.
    pub value: String,
    /// What it counts.
    pub label: String,
}

/// The programme today, or the next time it runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Today {
    /// Name of the programme.
    pub title: String,
    /// Until when dossiers are taken, or when the next day is; one sentence.
    pub sentence: String,
    /// At most three numbers.
    pub facts: Vec<Fact>,
}

/// The home page, `/`.
#[derive(Debug, Template)]
#[template(path = "portal/home.html")]
pub struct Home {
    /// The frame.
    pub page: Page,
    /// The day; absent before a programme is set.
    pub today: Option<Today>,
}

impl Home {
    fn events(&self) -> [LifeEvent; 6] {
        LifeEvent::ALL
    }
}

impl Sampled for Home {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let page = |unit: &str| {
            let mut page = super::sample_page(lang, "/", K::PublicHomeTitle);
            page.unit = Some(unit.to_owned());
            page
        };
        let open = page("Huyện Thanh Hà");
        let today = Today {
            title: open.t(K::PublicNoWaitFriday).to_owned(),
            sentence: open.fill(K::PublicTodayCutOff, "hour", &super::sample_clock(lang, 15, 30)),
            facts: vec![
                Fact { value: i18n::format::span(lang, 6), label: open.t(K::PublicTodayWait).to_owned() },
                Fact { value: "21 / 21".to_owned(), label: open.t(K::PublicTodayReady).to_owned() },
                Fact { value: "0".to_owned(), label: open.t(K::PublicTodayBacklog).to_owned() },
            ],
        };
        vec![
            ("home", Self { page: open, today: Some(today) }),
            ("home-empty", Self { page: page("Xã Thanh Xá"), today: None }),
        ]
    }
}

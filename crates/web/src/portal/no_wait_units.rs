//! Where the no-wait day runs.

use askama::Template;
use i18n::{Key as K, Lang};

use crate::layout::{Page, Sampled};
use crate::widget::{Tag, Tone};

/// One unit that takes part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitRow {
    /// Administrative code.
    pub code: String,
    /// Name with its kind: "Xã Thanh Xá".
    pub name: String,
    /// How many procedures it handles the same day.
    pub procedures: i64,
    /// How it stands today; absent on other days.
    pub state: Option<Tag>,
}

/// The units with a posted list, `/khong-cho`.
#[derive(Debug, Template)]
#[template(path = "portal/no_wait_units.html")]
pub struct NoWaitUnits {
    /// The frame.
    pub page: Page,
    /// When dossiers are taken, in sentences.
    pub rule: Vec<String>,
    /// The units, the district first.
    pub units: Vec<UnitRow>,
}

impl Sampled for NoWaitUnits {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let page = super::sample_page(lang, "/khong-cho", K::PublicNoWaitTitle);
        let ready = || Some(Tag::new(Tone::Good, page.t(K::PublicUnitReady)));
        let row = |code: &str, name: &str, procedures, state| UnitRow {
            code: code.to_owned(),
            name: name.to_owned(),
            procedures,
            state,
        };
        let units = vec![
            row("292", "Huyện Thanh Hà", 14, ready()),
            row("10813", "Thị trấn Thanh Hà", 21, ready()),
            row("10843", "Xã Thanh Xá", 21, Some(Tag::new(Tone::Care, page.t(K::PublicUnitWaiting)))),
        ];
        let rule = vec![page.fill(K::PublicTodayCutOff, "hour", &super::sample_clock(lang, 15, 30))];
        vec![("no-wait-units", Self { page, rule, units })]
    }
}

//! Where the clock of the demo is moved.

use askama::Template;
use i18n::{Key as K, Lang};

use crate::layout::{Page, Sampled};
use crate::widget::Submit;

/// How far the clock of the demo can be moved at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockStep {
    /// 15 minutes.
    Quarter,
    /// One hour.
    Hour,
    /// The next 15:29: a minute before the cut-off of the programme.
    CutOff,
    /// The next 16:45: shortly before closing.
    Closing,
    /// The opening of the next programme day.
    NextDay,
}

impl ClockStep {
    /// Every step, the smallest first.
    pub const ALL: [Self; 5] = [Self::Quarter, Self::Hour, Self::CutOff, Self::Closing, Self::NextDay];

    /// The value in the form.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Quarter => "15-phut",
            Self::Hour => "1-gio",
            Self::CutOff => "15-29",
            Self::Closing => "16-45",
            Self::NextDay => "ngay-khong-cho",
        }
    }

    /// Reads [`Self::code`].
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.code() == code)
    }

    const fn name(self) -> K {
        match self {
            Self::Quarter => K::PublicClockQuarter,
            Self::Hour => K::PublicClockHour,
            Self::CutOff => K::PublicClockCutOff,
            Self::Closing => K::PublicClockClosing,
            Self::NextDay => K::PublicClockFriday,
        }
    }
}

/// The page that moves the clock, `/dong-ho`; in the demo only.
#[derive(Debug, Template)]
#[template(path = "portal/clock.html")]
pub struct ClockPage {
    /// The frame.
    pub page: Page,
    /// What the clock shows.
    pub shown: String,
    /// Where to go after a step, already checked by `layout::local_path`.
    pub back_to: String,
    steps: Vec<Submit>,
}

impl ClockPage {
    /// Name of the step in the form.
    pub const STEP: &'static str = "den";
    /// Name of the address to come back to.
    pub const BACK: &'static str = "ve";

    /// The page with every step.
    pub fn new(page: Page, back_to: &str) -> Self {
        let button = |step: ClockStep| {
            let mut button = Submit::new(page.t(step.name())).class("plain");
            button.sends = Some((Self::STEP, step.code().to_owned()));
            button
        };
        let steps = ClockStep::ALL.map(button).to_vec();
        Self { shown: page.demo_words().unwrap_or_default(), back_to: back_to.to_owned(), steps, page }
    }
}

impl Sampled for ClockPage {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        vec![("clock", Self::new(super::sample_page(lang, "/dong-ho", K::PublicClockTitle), "/"))]
    }
}

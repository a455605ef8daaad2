//! Whether a result is genuine, for anybody who holds the paper.

use askama::Template;
use i18n::{Key as K, Lang};

use super::Fact;
use crate::layout::{Page, Sampled};
use crate::widget::{Notice, Tag, Tone};

/// What the register says about a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VerifyOutcome {
    /// Issued and in force.
    Genuine,
    /// Issued by a demo and in force there.
    MadeUp,
    /// Issued and taken back.
    Revoked,
    /// The register does not know it.
    Unknown,
}

/// The answer for a result, `/kiem-chung/{token}`.
#[derive(Debug, Template)]
#[template(path = "portal/verify.html")]
pub struct Verify {
    /// The frame.
    pub page: Page,
    answer: Notice,
    /// Number, day, unit, signer, hash: what the paper in the hand must show too. Nothing about the person.
    pub facts: Vec<Fact>,
    /// Says that nothing of it is real.
    pub made_up: Option<Tag>,
}

impl Verify {
    /// The page of an outcome; an unknown result has no facts.
    pub fn new(page: Page, outcome: VerifyOutcome, facts: Vec<Fact>) -> Self {
        let (tone, title, text) = match outcome {
            VerifyOutcome::Genuine => (Tone::Good, K::PublicVerifyGenuine, K::PublicVerifyGenuineDo),
            VerifyOutcome::MadeUp => (Tone::Care, K::PublicVerifyMadeUp, K::PublicVerifyMadeUpDo),
            VerifyOutcome::Revoked => (Tone::Bad, K::PublicVerifyRevoked, K::PublicVerifyRevokedDo),
            VerifyOutcome::Unknown => (Tone::Care, K::PublicVerifyUnknown, K::PublicVerifyUnknownDo),
        };
        let answer = Notice::new(tone, page.t(title), Some(page.t(text).to_owned()));
        Self { page, answer, facts, made_up: None }
    }
}

impl Sampled for Verify {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let page = || super::sample_page(lang, "/kiem-chung/abc", K::PublicVerifyTitle);
        let facts = || {
            let fact =
                |label: K, value: &str| Fact { value: value.to_owned(), label: page().t(label).to_owned() };
            vec![
                fact(K::PublicVerifyNumber, "118/TLKS-BS"),
                fact(K::PublicVerifyDate, &i18n::format::date(lang, jiff::civil::date(2024, 2, 2))),
                fact(K::PublicVerifyUnit, "Ủy ban nhân dân xã Thanh Xá"),
                fact(K::PublicVerifyHash, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
            ]
        };
        vec![
            ("verify", Self::new(page(), VerifyOutcome::Genuine, facts())),
            (
                "verify-made-up",
                Self {
                    made_up: Some(Tag::new(Tone::Care, page().t(K::CommonMadeUp))),
                    ..Self::new(page(), VerifyOutcome::MadeUp, facts())
                },
            ),
            ("verify-revoked", Self::new(page(), VerifyOutcome::Revoked, facts())),
            ("verify-unknown", Self::new(page(), VerifyOutcome::Unknown, Vec::new())),
        ]
    }
}

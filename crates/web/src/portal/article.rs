//! Pages of plain text: help, accessibility, privacy.

use askama::Template;
use i18n::{Key as K, Lang};

use crate::layout::{Page, Sampled};

/// A part of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its heading.
    pub heading: String,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
}

/// A page of plain text.
#[derive(Debug, Template)]
#[template(path = "portal/article.html")]
pub struct Article {
    /// The frame.
    pub page: Page,
    /// One sentence under the heading.
    pub intro: &'static str,
    /// The parts.
    pub sections: Vec<Section>,
}

impl Article {
    /// Help, `/tro-giup`; with the telephone of the unit when there is one.
    pub fn help(page: Page, phone: Option<&str>) -> Self {
        let mut article = Self::of(
            page,
            K::PublicHelpTitle,
            K::PublicHelpIntro,
            &[
                (K::PublicHelpPrepare, &[K::PublicHelpPrepare1, K::PublicHelpPrepare2]),
                (K::PublicHelpFriday, &[K::PublicHelpFriday1, K::PublicHelpFriday2, K::PublicHelpFriday3]),
                (K::PublicHelpTrack, &[K::PublicHelpTrack1, K::PublicHelpTrack2]),
                (K::PublicHelpCome, &[K::PublicHelpCome1, K::PublicHelpCome2]),
            ],
        );
        if let Some(phone) = phone {
            let call = article.page.fill(K::ErrorsPhone, "phone", phone);
            if let Some(last) = article.sections.last_mut() {
                last.paragraphs.push(call);
            }
        }
        article
    }

    /// The accessibility statement, `/tro-nang`.
    pub fn accessibility(page: Page) -> Self {
        Self::of(
            page,
            K::PublicAccessTitle,
            K::PublicAccessIntro,
            &[
                (K::PublicAccessDone, &[K::PublicAccessDone1, K::PublicAccessDone2, K::PublicAccessDone3]),
                (K::PublicAccessOpen, &[K::PublicAccessOpen1, K::PublicAccessOpen2]),
                (K::PublicAccessTell, &[K::PublicAccessTell1]),
            ],
        )
    }

    /// Privacy, `/rieng-tu`.
    pub fn privacy(page: Page) -> Self {
        Self::of(
            page,
            K::PublicPrivacyTitle,
            K::PublicPrivacyIntro,
            &[
                (K::PublicPrivacyWhat, &[K::PublicPrivacyWhat1, K::PublicPrivacyWhat2]),
                (K::PublicPrivacyWho, &[K::PublicPrivacyWho1, K::PublicPrivacyWho2]),
                (K::PublicPrivacyRights, &[K::PublicPrivacyRights1]),
                (K::PublicPrivacyCookies, &[K::PublicPrivacyCookies1]),
            ],
        )
    }

    fn of(mut page: Page, title: K, intro: K, sections: &[(K, &[K])]) -> Self {
        page.t(title).clone_into(&mut page.title);
        let sections = sections
            .iter()
            .map(|(heading, paragraphs)| Section {
                heading: page.t(*heading).to_owned(),
                paragraphs: paragraphs.iter().map(|key| page.t(*key).to_owned()).collect(),
            })
            .collect();
        Self { intro: page.t(intro), page, sections }
    }
}

impl Sampled for Article {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let page = |path, title| super::sample_page(lang, path, title);
        vec![
            ("help", Self::help(page("/tro-giup", K::PublicHelpTitle), Some("0220 3815 000"))),
            ("accessibility", Self::accessibility(page("/tro-nang", K::PublicAccessTitle))),
            ("privacy", Self::privacy(page("/rieng-tu", K::PublicPrivacyTitle))),
        ]
    }
}

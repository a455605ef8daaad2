//! What every page has around its content.
//!
//! A page is a struct with a field `page: Page` and a template that begins with `{% extends "base.html" %}`.
//! The template reads `page` for language and title, and keys of texts as `K::…`, so its module imports
//! `i18n::Key as K`.

mod demo;
mod prefs;
mod return_to;
mod sample;

use askama::Template;
use i18n::{Arg, Key as K, Lang, text, text_with};

pub use demo::DemoClock;
pub use prefs::{Prefs, TextSize, Theme};
pub use return_to::{encode, form_page, local_path};
pub use sample::{Rendered, Sampled};

/// Where a link leads and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// A path of this site.
    pub href: String,
    /// The visible words.
    pub text: String,
}

impl Link {
    /// A link.
    pub fn new(href: impl Into<String>, text: impl Into<String>) -> Self {
        Self { href: href.into(), text: text.into() }
    }
}

/// The person signed in, as the head of the page names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Viewer {
    /// Name as the person writes it.
    pub name: String,
    /// Place of work in words: "Quầy 2".
    pub place: Option<String>,
}

/// Whom a page is for; decides the style sheets and the width.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Surface {
    /// Everybody: one column of text.
    #[default]
    Public,
    /// Staff: dense, the whole width, with the script for keys and scanner.
    Staff,
}

/// The frame of one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Language of the page.
    pub lang: Lang,
    /// What the page is, without the name of the site.
    pub title: String,
    /// Name of the unit beside the mark.
    pub unit: Option<String>,
    /// Path and query of this page, for the links that come back to it.
    pub path: String,
    /// The demo clock; absent in production.
    pub demo: Option<DemoClock>,
    /// Who is signed in.
    pub viewer: Option<Viewer>,
    /// Links in the head; empty means the public ones.
    pub nav: Vec<Link>,
    /// Where "back" leads, above the heading.
    pub back: Option<Link>,
    /// Type size and colours the reader chose.
    pub prefs: Prefs,
    /// Whom the page is for.
    pub surface: Surface,
    /// Whether the reader's browser carries a session, so that a way back to the desk helps.
    pub signed_in: bool,
    /// Whether the page loads the script although it is a public one.
    pub live: bool,
    /// Whether the form came back with errors: the title begins with the word for it.
    pub wrong: bool,
}

impl Page {
    /// A public page with everything else absent.
    pub fn new(lang: Lang, path: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            lang,
            title: title.into(),
            unit: None,
            path: path.into(),
            demo: None,
            viewer: None,
            nav: Vec::new(),
            back: None,
            prefs: Prefs::default(),
            surface: Surface::Public,
            signed_in: false,
            live: false,
            wrong: false,
        }
    }

    /// The text of a message.
    pub fn t(&self, key: K) -> &'static str {
        text(self.lang, key)
    }

    /// The text of a message with one word filled in.
    pub fn fill(&self, key: K, name: &str, value: &str) -> String {
        text_with(self.lang, key, &[(name, Arg::Text(value))])
    }

    /// The text of a message with one number filled in as `n`.
    pub fn count(&self, key: K, n: i64) -> String {
        text_with(self.lang, key, &[("n", Arg::Number(n))])
    }

    /// What the demo clock shows, in words.
    pub fn demo_words(&self) -> Option<String> {
        self.demo.map(|demo| demo.words(self.lang))
    }

    /// Whether this page is for staff.
    pub fn is_staff(&self) -> bool {
        self.surface == Surface::Staff
    }

    /// Where the mark in the head leads: to one's own desk from the pages of staff.
    pub fn home(&self) -> &'static str {
        if self.is_staff() { "/quay" } else { "/" }
    }

    /// Whether the page loads the script.
    pub fn has_script(&self) -> bool {
        self.live || self.is_staff()
    }

    /// Links in the head of the page.
    pub fn links(&self) -> Vec<Link> {
        if !self.nav.is_empty() {
            return self.nav.clone();
        }
        [("/khong-cho", K::PublicNavNoWait), ("/dat-lich", K::BookingNav), ("/tra-cuu", K::PublicNavLookUp)]
            .map(|(href, key)| Link::new(href, self.t(key)))
            .to_vec()
    }

    /// Whether a link of the head leads to the page it stands on.
    pub fn is_here(&self, link: &Link) -> bool {
        self.path.split('?').next() == Some(link.href.as_str())
    }

    /// The page that changes size and colours and comes back here.
    pub fn options_href(&self) -> String {
        format!("/tuy-chon?ve={}", encode(&self.path))
    }

    /// The address that switches to the other language and comes back here.
    pub fn switch_href(&self) -> String {
        format!("/tuy-chon?ngon-ngu={}&ve={}", self.lang.other().code(), encode(&self.path))
    }
}

/// The mark: a ring with a tick.
#[derive(Template)]
#[template(path = "mark.html")]
pub struct Mark;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_switch_comes_back_to_the_same_page() {
        let page = Page::new(Lang::Vi, "/thu-tuc?q=khai sinh", "x");
        assert_eq!(page.switch_href(), "/tuy-chon?ngon-ngu=en&ve=%2Fthu-tuc%3Fq%3Dkhai%20sinh");
        assert!(page.is_here(&Link::new("/thu-tuc", "")));
    }
}

//! Older and newer parts of a list that is keyed, not numbered.

use askama::Template;
use i18n::{Key as K, Lang, text};

/// Links to the neighbouring parts of a list.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "widget/pager.html")]
pub struct Pager {
    lang: Lang,
    /// Address of the part before.
    pub previous: Option<String>,
    /// Address of the part after.
    pub next: Option<String>,
}

impl Pager {
    /// Links to the parts there are; `None` when the list has one part.
    pub fn new(lang: Lang, previous: Option<String>, next: Option<String>) -> Option<Self> {
        (previous.is_some() || next.is_some()).then_some(Self { lang, previous, next })
    }

    fn t(&self, key: K) -> &'static str {
        text(self.lang, key)
    }
}

//! The promise: the largest thing on its page.

use askama::Template;
use i18n::{Key as K, Lang, text};

use super::{Icon, Rail};

/// One reason, kept or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Whether the condition holds.
    pub kept: bool,
    /// The condition in a sentence.
    pub text: String,
    /// The law or list it comes from.
    pub source: Option<String>,
}

impl Reason {
    /// A reason that holds.
    pub fn kept(text: impl Into<String>) -> Self {
        Self { kept: true, text: text.into(), source: None }
    }

    /// A reason that does not hold.
    pub fn missing(text: impl Into<String>) -> Self {
        Self { kept: false, text: text.into(), source: None }
    }

    /// Names the source of the reason.
    pub fn from_source(mut self, source: impl Into<String>) -> Self {
        self.source = Some(source.into());
        self
    }
}

/// What is promised and why.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "widget/promise.html")]
pub struct Promise {
    /// Language of its own words.
    pub lang: Lang,
    /// Whether the result comes the same day.
    pub same_day: bool,
    /// The promise in one sentence, the hour in it.
    pub headline: String,
    /// Every condition.
    pub reasons: Vec<Reason>,
    /// The way of the dossier, with hours.
    pub rail: Option<Rail>,
    /// What remains to say below.
    pub note: Option<String>,
}

impl Promise {
    fn word(&self, reason: &Reason) -> &'static str {
        text(self.lang, if reason.kept { K::CommonReasonKept } else { K::CommonReasonMissing })
    }
}

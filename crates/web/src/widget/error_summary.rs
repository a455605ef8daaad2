//! Everything to correct, above the form.

use askama::Template;
use i18n::{Key as K, Lang, text};

/// The list of what is wrong; each line leads to its field. The page sets `page.wrong` too.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "widget/error_summary.html")]
pub struct ErrorSummary {
    lang: Lang,
    /// Id of the field, and the sentence above it.
    pub errors: Vec<(String, String)>,
}

impl ErrorSummary {
    /// The summary of a form, `None` when nothing is wrong.
    pub fn new(lang: Lang, errors: Vec<(String, String)>) -> Option<Self> {
        (!errors.is_empty()).then_some(Self { lang, errors })
    }

    fn title(&self) -> &'static str {
        text(self.lang, K::CommonErrorsTitle)
    }
}

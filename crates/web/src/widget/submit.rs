//! The button that sends a form.

use askama::Template;

/// A button that says what it does; never disabled.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "widget/submit.html")]
pub struct Submit {
    /// What happens: "Nộp hồ sơ".
    pub text: String,
    /// The key that presses it, shown on it: `F2`, `Ctrl+Enter`.
    pub key: Option<&'static str>,
    /// Class besides `btn`: `plain`, `stop`, `full`.
    pub class: &'static str,
    /// Name and value it adds to the form.
    pub sends: Option<(&'static str, String)>,
}

impl Submit {
    /// A button.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), key: None, class: "", sends: None }
    }

    /// Adds the key that presses it.
    pub fn key(mut self, key: &'static str) -> Self {
        self.key = Some(key);
        self
    }

    /// Adds a class: `plain`, `stop`, `full`.
    pub fn class(mut self, class: &'static str) -> Self {
        self.class = class;
        self
    }

    /// The key as printed on the button.
    fn shown_key(&self) -> Option<String> {
        self.key.map(|key| key.replace('+', " "))
    }
}

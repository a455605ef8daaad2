//! A question answered by typing or by one choice of a list.

use std::borrow::Cow;

use askama::Template;
use i18n::{Key as K, Lang, text};

use super::Opt;

/// How the answer is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldKind {
    /// One line of text.
    Text,
    /// Digits; phones show the number keys, spaces and dots are welcome.
    Digits,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A password; never sent back to the page.
    Password,
    /// Words to look for.
    Search,
    /// Several lines.
    Lines(u8),
    /// One of a list.
    Select(Vec<Opt>),
    /// A file; the value is what the browser may offer: `application/pdf,image/jpeg`.
    File(&'static str),
}

/// How long the answer usually is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Width {
    /// A few signs: a PIN, a count.
    Short,
    /// About a dozen signs: a code, a telephone number.
    Medium,
    /// The whole line.
    #[default]
    Full,
}

/// One question of a form. The browser checks nothing; the server answers with everything as typed.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "widget/field.html")]
pub struct Field {
    lang: Lang,
    /// Name in the form; the element's id too.
    pub name: Cow<'static, str>,
    /// The question.
    pub label: String,
    /// How to answer it; no links.
    pub hint: Option<String>,
    /// What is wrong and what to do.
    pub error: Option<String>,
    /// The answer as typed.
    pub value: String,
    /// How the answer is given.
    pub kind: FieldKind,
    /// How long it usually is.
    pub width: Width,
    /// Token of the `autocomplete` attribute: `name`, `tel`.
    pub autocomplete: Option<&'static str>,
    /// Whether the answer may be left out; said in words.
    pub optional: bool,
    /// Whether scanned text goes here.
    pub scan: bool,
    /// Where a prefilled answer came from: "từ thẻ căn cước".
    pub source: Option<String>,
}

impl Field {
    /// A question with one line to type.
    pub fn text(lang: Lang, name: impl Into<Cow<'static, str>>, label: impl Into<String>) -> Self {
        Self::of(lang, name, label, FieldKind::Text)
    }

    /// A question of any kind.
    pub fn of(
        lang: Lang,
        name: impl Into<Cow<'static, str>>,
        label: impl Into<String>,
        kind: FieldKind,
    ) -> Self {
        let autocomplete = (kind == FieldKind::Password).then_some("current-password");
        Self {
            lang,
            name: name.into(),
            label: label.into(),
            hint: None,
            error: None,
            value: String::new(),
            kind,
            width: Width::Full,
            autocomplete,
            optional: false,
            scan: false,
            source: None,
        }
    }

    /// Adds a hint.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Adds the answer as typed.
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// Adds what is wrong, if anything is.
    pub fn error(mut self, error: Option<String>) -> Self {
        self.error = error;
        self
    }

    /// Sets the usual length.
    pub fn width(mut self, width: Width) -> Self {
        self.width = width;
        self
    }

    fn input_type(&self) -> &'static str {
        match self.kind {
            FieldKind::Phone => "tel",
            FieldKind::Email => "email",
            FieldKind::Password => "password",
            FieldKind::Search => "search",
            FieldKind::File(_) => "file",
            FieldKind::Text | FieldKind::Digits | FieldKind::Lines(_) | FieldKind::Select(_) => "text",
        }
    }

    fn width_class(&self) -> &'static str {
        match self.width {
            Width::Short => " s",
            Width::Medium => " m",
            Width::Full => "",
        }
    }

    /// Ids of what is said about the field, for readers aloud.
    fn described_by(&self) -> Option<String> {
        let parts =
            [(self.hint.is_some(), "goi-y"), (self.error.is_some(), "loi"), (self.source.is_some(), "nguon")];
        let ids: Vec<String> = parts
            .iter()
            .filter(|(there, _)| *there)
            .map(|(_, part)| format!("{}-{part}", self.name))
            .collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn optional_word(&self) -> &'static str {
        text(self.lang, K::CommonOptional)
    }

    fn error_word(&self) -> &'static str {
        text(self.lang, K::CommonErrorPrefix)
    }
}

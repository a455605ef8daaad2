//! A question answered by picking: radio buttons for one, boxes for any number.

use askama::Template;
use i18n::{Key as K, Lang, text};

/// One answer to pick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opt {
    /// Value in the form.
    pub value: String,
    /// The answer in words.
    pub label: String,
    /// What it means, when the words are not enough.
    pub hint: Option<String>,
}

impl Opt {
    /// An answer.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), hint: None }
    }

    /// Adds what it means.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

/// How many answers may be picked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChoiceKind {
    /// Exactly one.
    One,
    /// Any number.
    Any,
}

/// A question with its answers. Nothing is preselected unless it was picked before.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "widget/choice.html")]
pub struct Choice {
    lang: Lang,
    /// Name in the form; ids are the name and a number. When any number may be picked, each answer is sent as
    /// `name-value=1`, so that every name stands once.
    pub name: &'static str,
    /// The question.
    pub legend: String,
    /// How to answer it.
    pub hint: Option<String>,
    /// What is wrong and what to do.
    pub error: Option<String>,
    /// How many may be picked.
    pub kind: ChoiceKind,
    /// The answers.
    pub options: Vec<Opt>,
    /// Values that are picked.
    pub picked: Vec<String>,
}

impl Choice {
    /// A question with one answer.
    pub fn one(lang: Lang, name: &'static str, legend: impl Into<String>, options: Vec<Opt>) -> Self {
        Self {
            lang,
            name,
            legend: legend.into(),
            hint: None,
            error: None,
            kind: ChoiceKind::One,
            options,
            picked: Vec::new(),
        }
    }

    /// A question with any number of answers.
    pub fn any(lang: Lang, name: &'static str, legend: impl Into<String>, options: Vec<Opt>) -> Self {
        Self { kind: ChoiceKind::Any, ..Self::one(lang, name, legend, options) }
    }

    /// Picks an answer.
    pub fn pick(mut self, value: impl Into<String>) -> Self {
        self.picked.push(value.into());
        self
    }

    /// Adds what is wrong, if anything is.
    pub fn error(mut self, error: Option<String>) -> Self {
        self.error = error;
        self
    }

    fn input_type(&self) -> &'static str {
        match self.kind {
            ChoiceKind::One => "radio",
            ChoiceKind::Any => "checkbox",
        }
    }

    fn form_name(&self, option: &Opt) -> String {
        match self.kind {
            ChoiceKind::One => self.name.to_owned(),
            ChoiceKind::Any => format!("{}-{}", self.name, option.value),
        }
    }

    fn form_value<'a>(&self, option: &'a Opt) -> &'a str {
        match self.kind {
            ChoiceKind::One => &option.value,
            ChoiceKind::Any => "1",
        }
    }

    fn is_picked(&self, option: &Opt) -> bool {
        self.picked.contains(&option.value)
    }

    /// The id of the answer at an index; the first bears the name itself, so that a summary can link to it.
    fn id(&self, index: &usize) -> String {
        if *index == 0 { self.name.to_owned() } else { format!("{}-{index}", self.name) }
    }

    fn described_by(&self) -> Option<String> {
        let parts = [(self.hint.is_some(), "goi-y"), (self.error.is_some(), "loi")];
        let ids: Vec<String> = parts
            .iter()
            .filter(|(there, _)| *there)
            .map(|(_, part)| format!("{}-{part}", self.name))
            .collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn error_word(&self) -> &'static str {
        text(self.lang, K::CommonErrorPrefix)
    }
}

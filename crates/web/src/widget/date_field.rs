//! A date typed in three fields: day, month, year.

use askama::Template;
use i18n::{Key as K, Lang, text};

/// A question answered by a date. Names in the form are `name-ngay`, `name-thang`, `name-nam`.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "widget/date_field.html")]
pub struct DateField {
    lang: Lang,
    /// Name in the form, before the three endings.
    pub name: &'static str,
    /// The question.
    pub legend: String,
    /// How to answer it.
    pub hint: Option<String>,
    /// What is wrong and what to do.
    pub error: Option<String>,
    /// Day, month and year as typed.
    pub typed: [String; 3],
    /// Whether this is the birthday of the person typing, which the browser may fill in.
    pub own_birthday: bool,
}

impl DateField {
    /// A question for a date.
    pub fn new(lang: Lang, name: &'static str, legend: impl Into<String>) -> Self {
        Self {
            lang,
            name,
            legend: legend.into(),
            hint: None,
            error: None,
            typed: Default::default(),
            own_birthday: false,
        }
    }

    /// The three inputs: ending, word, value, width, autocomplete.
    fn parts(&self) -> [(&'static str, &'static str, &str, &'static str, &'static str); 3] {
        let [day, month, year] = &self.typed;
        let auto = |token| if self.own_birthday { token } else { "off" };
        [
            ("ngay", text(self.lang, K::CommonDay), day, "xs", auto("bday-day")),
            ("thang", text(self.lang, K::CommonMonth), month, "xs", auto("bday-month")),
            ("nam", text(self.lang, K::CommonYear), year, "s", auto("bday-year")),
        ]
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

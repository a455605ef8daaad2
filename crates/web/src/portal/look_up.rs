//! The form that asks how far a dossier is.

use askama::Template;
use i18n::{Key as K, Lang};

use crate::layout::{Page, Sampled};
use crate::widget::{ErrorSummary, Field, Notice, Submit, Tone, Width};

/// The look-up form, `/tra-cuu`.
///
/// An unknown code and a wrong PIN get the same answer: a stranger learns nothing from it.
#[derive(Debug, Template)]
#[template(path = "portal/look_up.html")]
pub struct LookUp {
    /// The frame.
    pub page: Page,
    summary: Option<ErrorSummary>,
    not_found: Option<Notice>,
    code: Field,
    pin: Field,
    submit: Submit,
}

/// Names of the two inputs in the form.
impl LookUp {
    /// The code of the dossier.
    pub const CODE: &'static str = "ma";
    /// The PIN of the receipt.
    pub const PIN: &'static str = "pin";

    /// The empty form.
    pub fn empty(page: Page) -> Self {
        let code = Field::text(page.lang, Self::CODE, page.t(K::PublicLookUpCode))
            .hint(page.t(K::PublicLookUpCodeHint))
            .width(Width::Medium);
        let pin = Field::text(page.lang, Self::PIN, page.t(K::PublicLookUpPin))
            .hint(page.t(K::PublicLookUpPinHint))
            .width(Width::Medium);
        let submit = Submit::new(page.t(K::PublicLookUpButton));
        Self { summary: None, not_found: None, code, pin, submit, page }
    }

    /// The form after an answer that cannot be: a field was left empty or cannot be read.
    pub fn wrong(mut page: Page, code: &str, code_error: Option<K>, pin_error: Option<K>) -> Self {
        page.wrong = true;
        let errors = [(Self::CODE, code_error), (Self::PIN, pin_error)];
        let errors =
            errors.into_iter().filter_map(|(field, key)| Some((field.to_owned(), page.t(key?).to_owned())));
        let summary = ErrorSummary::new(page.lang, errors.collect());
        let said = |key: Option<K>| key.map(|key| page.t(key).to_owned());
        let (code_said, pin_said) = (said(code_error), said(pin_error));
        let mut form = Self::empty(page);
        form.summary = summary;
        form.code = form.code.value(code).error(code_said);
        form.pin = form.pin.error(pin_said);
        form
    }

    /// The form after a code and PIN that do not belong together or do not exist.
    pub fn not_found(page: Page, code: &str) -> Self {
        let mut form = Self::empty(page);
        let more = form.page.t(K::PublicLookUpNotFoundHelp).to_owned();
        form.not_found = Some(Notice::new(Tone::Care, form.page.t(K::PublicLookUpNotFound), Some(more)));
        form.code = form.code.value(code);
        form
    }
}

impl Sampled for LookUp {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let page = || super::sample_page(lang, "/tra-cuu", K::PublicNavLookUp);
        let (code, pin) = (Some(K::PublicLookUpCodeWrong), Some(K::PublicLookUpPinEmpty));
        vec![
            ("look-up", Self::empty(page())),
            ("look-up-wrong", Self::wrong(page(), "abc", code, pin)),
            ("look-up-not-found", Self::not_found(page(), "10843-240202-0017")),
        ]
    }
}

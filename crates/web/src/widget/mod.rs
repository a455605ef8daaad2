//! The parts pages are made of. Each is a typed value; `{{ part }}` in a template renders it.
//!
//! | part | for |
//! |---|---|
//! | [`Field`], [`Choice`], [`DateField`] | one question of a form: label, hint, error, answer as typed |
//! | [`ErrorSummary`] | everything to correct, on top of the page, each with a link to its field |
//! | [`Submit`] | the button that says what it does |
//! | [`Rail`] | the four duties of one dossier |
//! | [`Promise`] | the hour first, then why |
//! | [`Notice`], [`Tag`] | a thing to know; a state: icon, word and colour together |
//! | [`Pager`] | older and newer |
//! | [`Icon`] | a line drawing, never without a word |
//!
//! A table that must not push the page sideways stands in `<div class="wide" role="region" tabindex="0" aria-label="…">`;
//! one of class `cards` becomes cards on a phone and names its cells with `data-label`.

mod choice;
mod date_field;
mod error_summary;
mod field;
mod icon;
mod notice;
mod pager;
mod promise;
mod rail;
mod submit;

pub use choice::{Choice, ChoiceKind, Opt};
pub use date_field::DateField;
pub use error_summary::ErrorSummary;
pub use field::{Field, FieldKind, Width};
pub use icon::Icon;
pub use notice::{Notice, Tag, Tone};
pub use pager::Pager;
pub use promise::{Promise, Reason};
pub use rail::{Rail, Step, StepState};
pub use submit::Submit;

/// Marks parts whose own template has escaped everything in them.
macro_rules! renders_itself {
    ($($part:ty),+) => { $(impl askama::filters::HtmlSafe for $part {})+ };
}
renders_itself!(
    Choice,
    DateField,
    ErrorSummary,
    Field,
    Icon,
    Notice,
    Tag,
    Pager,
    Promise,
    Rail,
    Submit,
    crate::layout::Mark
);

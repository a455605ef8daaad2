//! Fields of the electronic form and of the result.

use super::{Bilingual, FieldId};

/// What a field takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldKind {
    /// One line.
    Text,
    /// Several lines.
    LongText,
    /// A civil date.
    Date,
    /// A whole number.
    Number,
    /// One of several.
    Choice(Vec<ChoiceOption>),
}

impl FieldKind {
    /// The name used in packs and the API.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::LongText => "long_text",
            Self::Date => "date",
            Self::Number => "number",
            Self::Choice(_) => "choice",
        }
    }
}

/// One choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceOption {
    /// Stored value.
    pub value: String,
    /// What people read.
    pub label: Bilingual,
}

/// Who fills a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FieldUse {
    /// The applicant, on the form; printed on the result where the template names it.
    Form,
    /// The appraiser, for the result.
    Result,
}

impl FieldUse {
    /// Both uses.
    pub const ALL: [Self; 2] = [Self::Form, Self::Result];

    /// The name used in packs and the API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Result => "result",
        }
    }
}

/// A field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldSpec {
    /// Key within the procedure; also the placeholder of the result's wording.
    pub id: FieldId,
    /// Label beside the input.
    pub label: Bilingual,
    /// What it takes.
    pub kind: FieldKind,
    /// Whether it may stay empty.
    pub required: bool,
    /// A line of help below the label.
    pub hint: Option<Bilingual>,
    /// Applicant or appraiser.
    pub used: FieldUse,
}

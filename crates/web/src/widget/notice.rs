//! Notices and states: icon, word and colour, always all three.

use askama::Template;

use super::Icon;

/// What a state means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Done, kept, enough.
    Good,
    /// Look at this.
    Care,
    /// Wrong or broken.
    Bad,
    /// Only to know.
    Plain,
}

impl Tone {
    /// The class of the style sheet.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Care => "care",
            Self::Bad => "bad",
            Self::Plain => "plain",
        }
    }

    /// The drawing that goes with it.
    pub const fn icon(self) -> Icon {
        match self {
            Self::Good => Icon::Tick,
            Self::Care => Icon::Care,
            Self::Bad => Icon::Cross,
            Self::Plain => Icon::Info,
        }
    }
}

/// A thing to know, set apart by a bar at its left.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "widget/notice.html")]
pub struct Notice {
    /// What it means.
    pub tone: Tone,
    /// The thing in a few words.
    pub title: String,
    /// More about it.
    pub text: Option<String>,
}

impl Notice {
    /// A notice.
    pub fn new(tone: Tone, title: impl Into<String>, text: Option<String>) -> Self {
        Self { tone, title: title.into(), text }
    }
}

/// A state in a line of text or a cell.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "widget/tag.html")]
pub struct Tag {
    /// What it means.
    pub tone: Tone,
    /// The word for it.
    pub text: String,
}

impl Tag {
    /// A state.
    pub fn new(tone: Tone, text: impl Into<String>) -> Self {
        Self { tone, text: text.into() }
    }
}

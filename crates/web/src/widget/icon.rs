//! Line drawings on a grid of 24, stroke 2. Decoration beside a word, so readers aloud skip them.

use std::fmt;

/// A drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// A tick: kept, done, enough.
    Tick,
    /// A bar: not kept, missing.
    Bar,
    /// A triangle: take care.
    Care,
    /// A ring with a cross: wrong, broken.
    Cross,
    /// A ring with an i: good to know.
    Info,
    /// A clock: time left.
    Clock,
    /// An arrow to the left.
    Back,
    /// An arrow to the right.
    Next,
    /// A sheet of paper.
    Paper,
}

impl fmt::Display for Icon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines = match self {
            Self::Tick => "M4 12.5l5.5 5.5L20 6.5",
            Self::Bar => "M5 12h14",
            Self::Care => "M12 3L2 21h20L12 3zM12 10v5M12 18v.1",
            Self::Cross => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9 9l6 6M15 9l-6 6",
            Self::Info => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5M12 8v.1",
            Self::Clock => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2",
            Self::Back => "M11 5l-7 7 7 7M4 12h16",
            Self::Next => "M13 5l7 7-7 7M20 12H4",
            Self::Paper => "M6 3h8l5 5v13H6zM14 3v5h5M9 13h6M9 17h6",
        };
        write!(f, "<svg class=\"i\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"{lines}\"/></svg>")
    }
}

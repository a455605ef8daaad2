//! The clock of the demo, shown on every page.

use i18n::{Lang, format};
use jiff::Timestamp;

/// The demo runs on its own clock and says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DemoClock {
    /// What the demo clock shows.
    pub now: Timestamp,
}

impl DemoClock {
    /// Where the clock can be moved.
    pub const CONTROL: &'static str = "/dong-ho";

    /// The time in words.
    pub fn words(&self, lang: Lang) -> String {
        format::moment(lang, self.now)
    }
}

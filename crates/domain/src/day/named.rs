//! Exceptional days and what kind of day a date is.

use crate::law::LegalSource;
use std::sync::Arc;

/// The name of an exceptional day in both languages, and the decree or notice that made it one.
///
/// Names come with the data (packs, administrators), never from code.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct NamedDay {
    /// Vietnamese: `Tết Nguyên đán`.
    pub vi: String,
    /// English: `Lunar New Year`.
    pub en: String,
    /// What it rests on, if recorded.
    pub source: Option<LegalSource>,
}

/// What kind of day a date is for one unit.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum DayKind {
    /// An ordinary working day.
    Working,
    /// A weekly day off (Saturday, Sunday).
    WeeklyOff,
    /// A public holiday or another day off by name.
    Holiday(Arc<NamedDay>),
    /// A weekly day off that is worked to make up for another day (ngày làm bù).
    MadeUp(Arc<NamedDay>),
}

impl DayKind {
    /// Whether the day counts as a working day.
    pub const fn is_working(&self) -> bool {
        match self {
            Self::Working | Self::MadeUp(_) => true,
            Self::WeeklyOff | Self::Holiday(_) => false,
        }
    }
}

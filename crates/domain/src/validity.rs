//! Dates in force.

use jiff::civil::Date;

/// A span of civil days in which a rule holds; both ends belong to it, an absent end is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Validity {
    /// First day in force.
    pub from: Date,
    /// Last day in force, if one is known.
    pub to: Option<Date>,
}

impl Validity {
    /// From a day on, with no known end.
    pub const fn since(from: Date) -> Self {
        Self { from, to: None }
    }

    /// Whether `on` lies within.
    pub fn contains(&self, on: Date) -> bool {
        self.from <= on && self.to.is_none_or(|to| on <= to)
    }

    /// Whether at least one day lies within both.
    pub fn overlaps(&self, other: &Self) -> bool {
        other.to.is_none_or(|to| self.from <= to) && self.to.is_none_or(|to| other.from <= to)
    }
}

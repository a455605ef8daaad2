//! Counters (quầy): who sits there, which groups they serve, whether they are open.

use super::group::{Group, GroupSpec};
use crate::id::AccountId;
use crate::place::UnitCode;
use crate::time::civil;
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

/// Number on a counter, 1 to 99.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CounterNumber(u8);

/// A number no counter bears.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a counter has a number from 1 to 99")]
pub struct NotACounter;

impl CounterNumber {
    /// The number.
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<i64> for CounterNumber {
    type Error = NotACounter;
    fn try_from(number: i64) -> Result<Self, NotACounter> {
        let number = u8::try_from(number).map_err(|_| NotACounter)?;
        if (1..=99).contains(&number) { Ok(Self(number)) } else { Err(NotACounter) }
    }
}

impl FromStr for CounterNumber {
    type Err = NotACounter;
    fn from_str(text: &str) -> Result<Self, NotACounter> {
        text.trim().parse::<i64>().map_err(|_| NotACounter).and_then(Self::try_from)
    }
}

impl fmt::Display for CounterNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// Who opened a counter, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    /// The officer.
    pub by: AccountId,
    /// Since when.
    pub since: Timestamp,
}

/// A counter of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counter {
    /// Whose.
    pub unit: UnitCode,
    /// Its number.
    pub number: CounterNumber,
    /// What stands on its sign besides the number; may be empty.
    pub label: String,
    /// Groups it serves.
    pub groups: BTreeSet<Group>,
    /// Whether somebody opened it, today or some day.
    pub opening: Option<Opening>,
}

impl Counter {
    /// A counter nobody described: it serves every group.
    pub fn plain(unit: UnitCode, number: CounterNumber, groups: &[GroupSpec]) -> Self {
        let groups = groups.iter().map(|spec| spec.group).collect();
        Self { unit, number, label: String::new(), groups, opening: None }
    }

    /// Who sits there on a day. A counter left open in the evening is closed the next morning.
    pub fn open_on(&self, on: Date) -> Option<Opening> {
        self.opening.filter(|opening| civil(opening.since).date() == on)
    }
}

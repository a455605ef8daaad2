//! The number on a ticket: `A001`.

use super::group::Group;
use std::fmt;
use std::str::FromStr;

/// Number of a ticket: the letter of its group and a serial that begins at 1 each day; at least three digits are
/// printed, and more when the day needs them. It stays the same when the ticket moves to another group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TicketNumber {
    /// The group it was given in.
    pub group: Group,
    /// From 1, gapless within the day.
    pub serial: u32,
}

/// A text is no ticket number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a ticket number is a letter and digits, such as A012")]
pub struct NotANumber;

impl fmt::Display for TicketNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:03}", self.group, self.serial)
    }
}

impl FromStr for TicketNumber {
    type Err = NotANumber;

    /// Reads a number as people type it: `a12`, `A 012`, `A-12`.
    fn from_str(text: &str) -> Result<Self, NotANumber> {
        let mut signs = text.chars().filter(char::is_ascii_alphanumeric);
        let group = signs.next().and_then(|letter| Group::try_from(letter).ok()).ok_or(NotANumber)?;
        let digits: String = signs.take(10).collect();
        let serial: u32 = digits.parse().map_err(|_| NotANumber)?;
        if serial == 0 { Err(NotANumber) } else { Ok(Self { group, serial }) }
    }
}

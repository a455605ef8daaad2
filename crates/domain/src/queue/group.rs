//! Groups of tickets: what people come for, one letter each.

use crate::procedure::SectorCode;
use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

/// The letter before a ticket's number: `A` to `Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Group(char);

/// A text is no letter of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a group is one letter from A to Z")]
pub struct NotAGroup;

impl Group {
    /// Handing in.
    pub const A: Self = Self('A');
    /// Collecting.
    pub const B: Self = Self('B');
    /// Asking.
    pub const C: Self = Self('C');

    /// The letter.
    pub const fn letter(self) -> char {
        self.0
    }
}

impl TryFrom<char> for Group {
    type Error = NotAGroup;
    fn try_from(letter: char) -> Result<Self, NotAGroup> {
        let letter = letter.to_ascii_uppercase();
        if letter.is_ascii_uppercase() { Ok(Self(letter)) } else { Err(NotAGroup) }
    }
}

impl FromStr for Group {
    type Err = NotAGroup;
    fn from_str(text: &str) -> Result<Self, NotAGroup> {
        let mut letters = text.trim().chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) => Self::try_from(letter),
            (Some(_), Some(_)) | (None, Some(_) | None) => Err(NotAGroup),
        }
    }
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// What people of a group come for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Purpose {
    /// Nộp hồ sơ.
    HandIn,
    /// Nhận kết quả.
    Collect,
    /// Hỏi, nhờ hướng dẫn.
    Ask,
}

impl Purpose {
    /// All purposes, in the order of the kiosk.
    pub const ALL: [Self; 3] = [Self::HandIn, Self::Collect, Self::Ask];

    /// The name in the database and in forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::HandIn => "hand_in",
            Self::Collect => "collect",
            Self::Ask => "ask",
        }
    }

    /// Reads [`Purpose::name`] back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.name() == name)
    }
}

/// A group as a unit set it up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupSpec {
    /// Its letter.
    pub group: Group,
    /// What people come for.
    pub purpose: Purpose,
    /// Only for these sectors; empty: for all.
    pub sectors: BTreeSet<SectorCode>,
}

impl GroupSpec {
    /// What a unit has that set up nothing: handing in, collecting, asking.
    pub fn standard() -> Vec<Self> {
        let group = |group, purpose| Self { group, purpose, sectors: BTreeSet::new() };
        vec![
            group(Group::A, Purpose::HandIn),
            group(Group::B, Purpose::Collect),
            group(Group::C, Purpose::Ask),
        ]
    }
}

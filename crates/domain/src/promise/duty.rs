//! The four duties that must be on site for a result on the same day.

/// A duty of the four-in-one (bốn trong một).
///
/// # Legal source
/// Plan of the Thanh Hà district committee for the no-wait Friday: reception, appraisal, approval and return are
/// rostered together (reported by the press of Hải Dương).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Duty {
    /// Tiếp nhận.
    Receive,
    /// Thẩm định.
    Appraise,
    /// Phê duyệt.
    Approve,
    /// Trả kết quả.
    Return,
}

impl Duty {
    /// The four, in the order a dossier meets them.
    pub const ALL: [Self; 4] = [Self::Receive, Self::Appraise, Self::Approve, Self::Return];

    /// The name used in commands and the API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Receive => "receive",
            Self::Appraise => "appraise",
            Self::Approve => "approve",
            Self::Return => "return",
        }
    }

    /// Reads [`Duty::name`] back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|duty| duty.name() == name)
    }

    const fn bit(self) -> u8 {
        match self {
            Self::Receive => 1,
            Self::Appraise => 2,
            Self::Approve => 4,
            Self::Return => 8,
        }
    }
}

/// A set of duties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct DutySet(u8);

impl DutySet {
    /// No duty.
    pub const NONE: Self = Self(0);
    /// All four.
    pub const ALL: Self = Self(15);

    /// The set with one more duty.
    #[must_use]
    pub const fn with(self, duty: Duty) -> Self {
        Self(self.0 | duty.bit())
    }

    /// The set without a duty.
    #[must_use]
    pub const fn without(self, duty: Duty) -> Self {
        Self(self.0 & !duty.bit())
    }

    /// The set as a number, for the database.
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// Reads [`DutySet::bits`] back; unknown bits are left out.
    pub const fn from_bits(bits: u8) -> Self {
        Self(bits & Self::ALL.0)
    }

    /// The duties of both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The duties of either set.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The duties in the set, in order.
    pub fn iter(self) -> impl Iterator<Item = Duty> {
        Duty::ALL.into_iter().filter(move |duty| self.contains(*duty))
    }

    /// Whether a duty is in the set.
    pub const fn contains(self, duty: Duty) -> bool {
        self.0 & duty.bit() != 0
    }
}

impl FromIterator<Duty> for DutySet {
    fn from_iter<T: IntoIterator<Item = Duty>>(duties: T) -> Self {
        duties.into_iter().fold(Self::NONE, Self::with)
    }
}

/// Where the knowledge about presence comes from; the reasons say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DutySource {
    /// Nobody recorded it: taken as given for the question at hand.
    Assumed,
    /// The duty buttons of the unit.
    Recorded,
}

/// Which duties are on site, and how we know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Presence {
    /// The duties on site.
    pub present: DutySet,
    /// How we know.
    pub source: DutySource,
}

impl Presence {
    /// All four, taken as given.
    pub const ASSUMED: Self = Self { present: DutySet::ALL, source: DutySource::Assumed };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_hold_what_was_put_in() {
        assert_eq!(Duty::ALL.into_iter().collect::<DutySet>(), DutySet::ALL);
        for duty in Duty::ALL {
            assert!(DutySet::NONE.with(duty).contains(duty));
            assert!(!DutySet::ALL.without(duty).contains(duty));
            assert_eq!(Duty::from_name(duty.name()), Some(duty));
        }
        assert_eq!(Duty::from_name("sign"), None);
    }
}

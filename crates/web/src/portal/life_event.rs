//! The six things that bring people to the counter.

use i18n::Key as K;

/// Why somebody comes; a first choice before the names of procedures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LifeEvent {
    /// A child is born or recognised.
    Birth,
    /// A marriage.
    Marriage,
    /// A death in the family.
    Death,
    /// Copies and certification.
    Copies,
    /// A household business.
    Business,
    /// Anything else: the whole list.
    Other,
}

impl LifeEvent {
    /// All six, in the order of the page.
    pub const ALL: [Self; 6] =
        [Self::Birth, Self::Marriage, Self::Death, Self::Copies, Self::Business, Self::Other];

    /// The value of `viec` in the address.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Birth => "sinh-con",
            Self::Marriage => "ket-hon",
            Self::Death => "qua-doi",
            Self::Copies => "ban-sao",
            Self::Business => "ho-kinh-doanh",
            Self::Other => "tat-ca",
        }
    }

    /// Reads [`Self::slug`].
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|event| event.slug() == slug)
    }

    /// Name of the event.
    pub const fn title(self) -> K {
        match self {
            Self::Birth => K::PublicEventBirth,
            Self::Marriage => K::PublicEventMarriage,
            Self::Death => K::PublicEventDeath,
            Self::Copies => K::PublicEventCopies,
            Self::Business => K::PublicEventBusiness,
            Self::Other => K::PublicEventOther,
        }
    }

    /// What it includes.
    pub const fn includes(self) -> K {
        match self {
            Self::Birth => K::PublicEventBirthHint,
            Self::Marriage => K::PublicEventMarriageHint,
            Self::Death => K::PublicEventDeathHint,
            Self::Copies => K::PublicEventCopiesHint,
            Self::Business => K::PublicEventBusinessHint,
            Self::Other => K::PublicEventOtherHint,
        }
    }
}

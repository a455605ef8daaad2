//! Grounds of priority: typed, attested by a tick, and nothing of the person is kept but the class.

use crate::law::Certainty;

/// Why somebody goes ahead.
///
/// # Legal source
/// The laws named by [`PriorityReason::ground`] ask that these people be served first or with care; that they go ahead
/// at a counter, and how far, is an arrangement of the unit, posted beside the ticket machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PriorityReason {
    /// Người từ đủ 80 tuổi.
    Aged,
    /// Người khuyết tật.
    Disabled,
    /// Phụ nữ có thai.
    Pregnant,
    /// Người bế trẻ nhỏ.
    ChildInArms,
    /// Người có công với cách mạng.
    Merit,
    /// Người ốm yếu, by the eye of the officer.
    Unwell,
}

/// What a ground rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ground {
    /// Instrument as printed; `None`: an arrangement of the unit alone.
    pub citation: Option<&'static str>,
    /// How sure we are.
    pub certainty: Certainty,
}

impl Ground {
    const fn law(citation: &'static str) -> Self {
        Self { citation: Some(citation), certainty: Certainty::Memory }
    }
}

impl PriorityReason {
    /// All reasons, in the order of pages.
    pub const ALL: [Self; 6] =
        [Self::Aged, Self::Disabled, Self::Pregnant, Self::ChildInArms, Self::Merit, Self::Unwell];

    /// The name in the database and in forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Aged => "aged",
            Self::Disabled => "disabled",
            Self::Pregnant => "pregnant",
            Self::ChildInArms => "child_in_arms",
            Self::Merit => "merit",
            Self::Unwell => "unwell",
        }
    }

    /// Reads [`PriorityReason::name`] back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.name() == name)
    }

    /// What it rests on.
    pub const fn ground(self) -> Ground {
        match self {
            Self::Aged => Ground::law("Luật Người cao tuổi 39/2009/QH12"),
            Self::Disabled => Ground::law("Luật Người khuyết tật 51/2010/QH12"),
            Self::Merit => Ground::law("Pháp lệnh Ưu đãi người có công với cách mạng 02/2020/UBTVQH14"),
            Self::Pregnant | Self::ChildInArms | Self::Unwell => {
                Ground { citation: None, certainty: Certainty::Reconstruction }
            }
        }
    }
}

//! One test of the promise, kept or failed, with its details.

use super::capacity::Capacity;
use super::duty::{Duty, DutySource};
use super::facts::MissingPart;
use super::programme_day::{NotProgrammeDay, ProgrammeDay};
use crate::channel::Channel;
use crate::law::LegalSource;
use crate::programme::{ProgrammeId, ReceptionHours};
use jiff::civil::{Date, Time};

/// The outcome of one test; failed ones are what the monthly evaluation counts.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reason {
    /// What was tested and what was found.
    pub code: ReasonCode,
    /// Whether the test was kept.
    pub kept: bool,
    /// What the test rests on, if recorded.
    pub source: Option<LegalSource>,
}

/// The tests, in the order they are recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Test {
    /// The procedure is on the list of the unit's programme.
    InProgramme,
    /// The day is a programme day, at its hours.
    ProgrammeDay,
    /// The programme takes the channel.
    Channel,
    /// Nothing required is missing.
    ComponentsComplete,
    /// No verification is needed.
    VerificationNotNeeded,
    /// Received by the cut-off of the programme.
    BeforeCutOff,
    /// A duty is on site.
    DutyPresent(Duty),
    /// There is room left today; asked only where it was projected.
    Capacity,
    /// The commitment falls on the day of receipt.
    ClosesSameDay,
}

/// What was found, with everything a sentence about it needs.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum ReasonCode {
    /// On the list of this programme.
    InProgramme {
        /// Which programme.
        programme: ProgrammeId,
    },
    /// Not on a list.
    NotInProgramme(ProgrammeGap),
    /// A day of the programme.
    ProgrammeDay {
        /// The date that was tested.
        on: Date,
        /// The holiday it was moved from, if it was.
        moved_from: Option<Date>,
    },
    /// Not a day of the programme; without a programme there is no detail.
    NotProgrammeDay {
        /// The date that was tested.
        on: Date,
        /// Why not.
        why: Option<NotProgrammeDay>,
    },
    /// A day of the programme, but not at the hours it receives.
    OutsideProgrammeHours {
        /// The time of day compared, as printed.
        received: Time,
        /// The programme's hours.
        hours: ReceptionHours,
    },
    /// The programme takes this channel.
    ChannelAllowed {
        /// The channel.
        channel: Channel,
    },
    /// The programme does not take this channel.
    ChannelNotAllowed {
        /// The channel.
        channel: Channel,
    },
    /// Nothing is missing.
    ComponentsComplete,
    /// Required components are missing.
    ComponentMissing {
        /// All of them.
        missing: Vec<MissingPart>,
    },
    /// No verification.
    VerificationNotNeeded(VerificationState),
    /// Verification.
    VerificationNeeded(VerificationState),
    /// Received by the cut-off.
    BeforeCutOff {
        /// The time of day compared, as printed.
        received: Time,
        /// The cut-off.
        cut_off: Time,
    },
    /// Received after the cut-off; without a programme there is no cut-off.
    AfterCutOff {
        /// The time of day compared, as printed.
        received: Time,
        /// The cut-off.
        cut_off: Option<Time>,
    },
    /// The duty is on site.
    DutyPresent {
        /// Which.
        duty: Duty,
        /// How we know.
        source: DutySource,
    },
    /// The duty is not on site.
    DutyAbsent {
        /// Which.
        duty: Duty,
        /// How we know.
        source: DutySource,
    },
    /// There is room left today.
    CapacityLeft {
        /// What was projected.
        capacity: Capacity,
    },
    /// The day is fuller than the promise rule likes; the programme promises all the same.
    CapacityTight {
        /// What was projected.
        capacity: Capacity,
    },
    /// No room is left today, and the programme withholds its promise then.
    CapacityExhausted {
        /// What was projected.
        capacity: Capacity,
    },
    /// The commitment falls on the day of receipt.
    ClosesSameDay {
        /// The closing time.
        closes: Time,
    },
    /// It falls later, or there is none.
    ClosesLater {
        /// The day the commitment falls on, if there is one.
        commitment_on: Option<Date>,
    },
}

/// Why a procedure is not in a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProgrammeGap {
    /// The unit has no programme.
    NoProgramme,
    /// The unit's list does not have the procedure today.
    NotListed,
    /// It always needs verification, which no programme takes.
    AlwaysVerified,
}

/// What was known about verification.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum VerificationState {
    /// The procedure never has it (kept) or always has it (failed).
    ByProcedure,
    /// The officer answered.
    Answered {
        /// Why, in the officer's words.
        reason: String,
    },
}

impl Reason {
    /// Which test this is the outcome of.
    pub const fn test(&self) -> Test {
        match &self.code {
            ReasonCode::InProgramme { .. } | ReasonCode::NotInProgramme(_) => Test::InProgramme,
            ReasonCode::ProgrammeDay { .. }
            | ReasonCode::NotProgrammeDay { .. }
            | ReasonCode::OutsideProgrammeHours { .. } => Test::ProgrammeDay,
            ReasonCode::ChannelAllowed { .. } | ReasonCode::ChannelNotAllowed { .. } => Test::Channel,
            ReasonCode::ComponentsComplete | ReasonCode::ComponentMissing { .. } => Test::ComponentsComplete,
            ReasonCode::VerificationNotNeeded(_) | ReasonCode::VerificationNeeded(_) => {
                Test::VerificationNotNeeded
            }
            ReasonCode::BeforeCutOff { .. } | ReasonCode::AfterCutOff { .. } => Test::BeforeCutOff,
            ReasonCode::DutyPresent { duty, .. } | ReasonCode::DutyAbsent { duty, .. } => {
                Test::DutyPresent(*duty)
            }
            ReasonCode::CapacityLeft { .. }
            | ReasonCode::CapacityTight { .. }
            | ReasonCode::CapacityExhausted { .. } => Test::Capacity,
            ReasonCode::ClosesSameDay { .. } | ReasonCode::ClosesLater { .. } => Test::ClosesSameDay,
        }
    }

    /// The stable code for the API, exports and figures: `after_cut_off`, `duty_approve_absent`.
    pub const fn code(&self) -> &'static str {
        self.code.name()
    }
}

impl ReasonCode {
    /// Whether this outcome keeps its test.
    pub const fn is_kept(&self) -> bool {
        match self {
            Self::InProgramme { .. }
            | Self::ProgrammeDay { .. }
            | Self::ChannelAllowed { .. }
            | Self::ComponentsComplete
            | Self::VerificationNotNeeded(_)
            | Self::BeforeCutOff { .. }
            | Self::DutyPresent { .. }
            | Self::CapacityLeft { .. }
            | Self::CapacityTight { .. }
            | Self::ClosesSameDay { .. } => true,
            Self::NotInProgramme(_)
            | Self::NotProgrammeDay { .. }
            | Self::OutsideProgrammeHours { .. }
            | Self::ChannelNotAllowed { .. }
            | Self::ComponentMissing { .. }
            | Self::VerificationNeeded(_)
            | Self::AfterCutOff { .. }
            | Self::DutyAbsent { .. }
            | Self::CapacityExhausted { .. }
            | Self::ClosesLater { .. } => false,
        }
    }

    /// The stable name; one for each outcome, so that a failed test cannot be read as a kept one.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::InProgramme { .. } => "in_programme",
            Self::NotInProgramme(_) => "not_in_programme",
            Self::ProgrammeDay { .. } => "programme_day",
            Self::NotProgrammeDay { .. } => "not_programme_day",
            Self::OutsideProgrammeHours { .. } => "outside_programme_hours",
            Self::ChannelAllowed { .. } => "channel",
            Self::ChannelNotAllowed { .. } => "channel_not_in_programme",
            Self::ComponentsComplete => "components_complete",
            Self::ComponentMissing { .. } => "component_missing",
            Self::VerificationNotNeeded(_) => "verification_not_needed",
            Self::VerificationNeeded(_) => "verification_needed",
            Self::BeforeCutOff { .. } => "before_cut_off",
            Self::AfterCutOff { .. } => "after_cut_off",
            Self::DutyPresent { duty, .. } => match duty {
                Duty::Receive => "duty_receive_present",
                Duty::Appraise => "duty_appraise_present",
                Duty::Approve => "duty_approve_present",
                Duty::Return => "duty_return_present",
            },
            Self::DutyAbsent { duty, .. } => match duty {
                Duty::Receive => "duty_receive_absent",
                Duty::Appraise => "duty_appraise_absent",
                Duty::Approve => "duty_approve_absent",
                Duty::Return => "duty_return_absent",
            },
            Self::CapacityLeft { .. } => "capacity_left",
            Self::CapacityTight { .. } => "capacity_tight",
            Self::CapacityExhausted { .. } => "capacity_exhausted",
            Self::ClosesSameDay { .. } => "closes_same_day",
            Self::ClosesLater { .. } => "closes_later",
        }
    }

    /// The outcome of asking whether a date is a programme day.
    pub const fn of_day(on: Date, day: ProgrammeDay) -> Self {
        match day {
            ProgrammeDay::Regular => Self::ProgrammeDay { on, moved_from: None },
            ProgrammeDay::MovedFrom { holiday } => Self::ProgrammeDay { on, moved_from: Some(holiday) },
            ProgrammeDay::No(why) => Self::NotProgrammeDay { on, why: Some(why) },
        }
    }

    /// The recorded reason.
    pub const fn because(self, source: Option<LegalSource>) -> Reason {
        Reason { kept: self.is_kept(), code: self, source }
    }
}

//! What happened to a ticket, in the past tense.

use super::counter::CounterNumber;
use super::group::Group;
use super::number::TicketNumber;
use super::priority::PriorityReason;
use super::ticket::Door;
use crate::dossier::DossierCode;
use crate::id::{AccountId, TicketId};
use crate::place::UnitCode;
use jiff::Timestamp;
use jiff::civil::Date;

/// Where a ticket is transferred to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// Any counter of a group.
    Group(Group),
    /// One counter alone.
    Counter(CounterNumber),
}

/// Why a ticket was given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CancelCause {
    /// Its holder left the queue.
    Holder,
    /// Nobody held it: taken twice, or by mistake.
    Mistake,
    /// Its paper never came out, and nobody said that they know the number.
    Unprinted,
}

impl CancelCause {
    /// All causes.
    pub const ALL: [Self; 3] = [Self::Holder, Self::Mistake, Self::Unprinted];

    /// The name in the log.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Holder => "holder",
            Self::Mistake => "mistake",
            Self::Unprinted => "unprinted",
        }
    }

    /// Reads [`CancelCause::name`] back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cause| cause.name() == name)
    }
}

/// Why an open ticket was closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CloseReason {
    /// Its day ended.
    DayEnded,
}

impl CloseReason {
    /// The name in the log.
    pub const fn name(self) -> &'static str {
        match self {
            Self::DayEnded => "day_ended",
        }
    }

    /// Reads [`CloseReason::name`] back.
    pub fn from_name(name: &str) -> Option<Self> {
        (name == Self::DayEnded.name()).then_some(Self::DayEnded)
    }
}

/// An event of a ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TicketEvent {
    /// It was given out.
    Issued {
        /// Where.
        unit: UnitCode,
        /// For which day.
        on: Date,
        /// Its number.
        number: TicketNumber,
        /// Where it was taken.
        door: Door,
        /// Why it goes ahead, if it does.
        priority: Option<PriorityReason>,
        /// When its holder came.
        door_at: Timestamp,
        /// The hour booked beforehand, if it was.
        slot_at: Option<Timestamp>,
    },
    /// It was called to a counter.
    Called {
        /// Which.
        counter: CounterNumber,
    },
    /// It was called again.
    Recalled,
    /// Its holder sat down.
    ServingStarted,
    /// Its holder was served.
    Finished,
    /// It waits elsewhere, with its door time.
    Transferred {
        /// Where.
        to: Goal,
    },
    /// Nobody came.
    MarkedAbsent,
    /// Its holder came back in time.
    CameBack,
    /// It was set aside.
    Parked,
    /// It waits again.
    Resumed,
    /// It was given up.
    Cancelled {
        /// Why.
        cause: CancelCause,
    },
    /// Its paper did not come out.
    PrintFailed,
    /// It was left open.
    Closed {
        /// Why it was closed.
        reason: CloseReason,
    },
    /// A dossier was handed in with it.
    DossierLinked {
        /// Which.
        code: DossierCode,
    },
}

impl TicketEvent {
    /// The name in the log. Names are promises: never renamed, never reused.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Issued { .. } => "issued",
            Self::Called { .. } => "called",
            Self::Recalled => "recalled",
            Self::ServingStarted => "serving_started",
            Self::Finished => "finished",
            Self::Transferred { .. } => "transferred",
            Self::MarkedAbsent => "marked_absent",
            Self::CameBack => "came_back",
            Self::Parked => "parked",
            Self::Resumed => "resumed",
            Self::Cancelled { .. } => "cancelled",
            Self::PrintFailed => "print_failed",
            Self::Closed { .. } => "closed",
            Self::DossierLinked { .. } => "dossier_linked",
        }
    }
}

/// An event as it stands in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedTicket {
    /// Which ticket.
    pub ticket: TicketId,
    /// Its number within the ticket, from 1.
    pub sequence: u32,
    /// When.
    pub at: Timestamp,
    /// Who, where it was staff; holders of tickets have no account.
    pub actor: Option<AccountId>,
    /// What.
    pub event: TicketEvent,
}

//! The ticket (số thứ tự): where one person stands in the queue of one day.

use super::counter::CounterNumber;
use super::group::Group;
use super::number::TicketNumber;
use super::priority::PriorityReason;
use crate::dossier::DossierCode;
use crate::id::TicketId;
use crate::place::UnitCode;
use jiff::Timestamp;
use jiff::civil::Date;

/// Where a ticket was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Door {
    /// At the machine in the hall.
    Kiosk,
    /// From an officer or helper.
    Counter,
    /// On one's own phone, by the QR on the wall.
    Phone,
}

impl Door {
    /// All doors.
    pub const ALL: [Self; 3] = [Self::Kiosk, Self::Counter, Self::Phone];

    /// The name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kiosk => "kiosk",
            Self::Counter => "counter",
            Self::Phone => "phone",
        }
    }

    /// Reads [`Door::name`] back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|door| door.name() == name)
    }
}

/// Where a ticket stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TicketStage {
    /// Waiting to be called.
    Waiting,
    /// The printer failed: it counts as waiting only when its holder says that they know the number.
    Unprinted,
    /// Called to a counter, on the way.
    Called,
    /// At the counter.
    Serving,
    /// Set aside: fetching a copy, filling in a form.
    Parked,
    /// Called and not come.
    Absent,
    /// Served.
    Finished,
    /// Given up by its holder, or a mistake.
    Cancelled,
    /// Left open when its day ended.
    Closed,
}

impl TicketStage {
    /// All stages, in the order of the tables.
    pub const ALL: [Self; 9] = [
        Self::Waiting,
        Self::Unprinted,
        Self::Called,
        Self::Serving,
        Self::Parked,
        Self::Absent,
        Self::Finished,
        Self::Cancelled,
        Self::Closed,
    ];

    /// The name in the database and in tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Unprinted => "unprinted",
            Self::Called => "called",
            Self::Serving => "serving",
            Self::Parked => "parked",
            Self::Absent => "absent",
            Self::Finished => "finished",
            Self::Cancelled => "cancelled",
            Self::Closed => "closed",
        }
    }

    /// Reads [`TicketStage::name`] back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.name() == name)
    }

    /// Whether nothing can happen to the ticket any more.
    pub const fn is_over(self) -> bool {
        match self {
            Self::Finished | Self::Cancelled | Self::Closed => true,
            Self::Waiting | Self::Unprinted | Self::Called | Self::Serving | Self::Parked | Self::Absent => {
                false
            }
        }
    }

    /// Whether it occupies a counter.
    pub const fn is_at_counter(self) -> bool {
        match self {
            Self::Called | Self::Serving => true,
            Self::Waiting | Self::Unprinted | Self::Parked | Self::Absent => false,
            Self::Finished | Self::Cancelled | Self::Closed => false,
        }
    }
}

/// A ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticket {
    /// Which.
    pub id: TicketId,
    /// Where.
    pub unit: UnitCode,
    /// On which day.
    pub on: Date,
    /// Its number, which stays.
    pub number: TicketNumber,
    /// The group it waits in, which a transfer changes.
    pub group: Group,
    /// Where it was taken.
    pub door: Door,
    /// Why it goes ahead, if it does.
    pub priority: Option<PriorityReason>,
    /// When its holder came; the clock of waits starts here and nothing moves it.
    pub door_at: Timestamp,
    /// The hour booked beforehand, if it was.
    pub slot_at: Option<Timestamp>,
    /// Where it stands.
    pub stage: TicketStage,
    /// Number of its events.
    pub version: u32,
    /// The counter it is at, or was set aside from.
    pub counter: Option<CounterNumber>,
    /// The one counter it was transferred to; only that one calls it.
    pub only_at: Option<CounterNumber>,
    /// How often it was called since it last waited.
    pub calls: u16,
    /// When it was called the first time.
    pub first_called_at: Option<Timestamp>,
    /// When it was called last.
    pub called_at: Option<Timestamp>,
    /// When its holder sat down the last time.
    pub serving_since: Option<Timestamp>,
    /// When it was marked absent.
    pub absent_since: Option<Timestamp>,
    /// When it was over.
    pub ended_at: Option<Timestamp>,
    /// Dossiers handed in with it.
    pub dossiers: Vec<DossierCode>,
    /// When something last happened to it.
    pub changed_at: Timestamp,
}

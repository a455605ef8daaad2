//! What somebody wants done with a ticket, in the imperative.

use super::counter::CounterNumber;
use super::event::{CancelCause, CloseReason, Goal};
use super::number::TicketNumber;
use super::priority::PriorityReason;
use super::ticket::Door;
use crate::dossier::DossierCode;
use crate::place::UnitCode;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

/// How a unit runs its queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QueueRules {
    /// How often somebody is called before they count as absent.
    pub calls_before_absent: u16,
    /// How long somebody has for the way to the counter after the last call.
    pub walk: SignedDuration,
    /// How long an absent ticket can come back.
    pub come_back: SignedDuration,
}

impl QueueRules {
    /// Two calls, half a minute for the way, half an hour to come back.
    pub const STANDARD: Self = Self {
        calls_before_absent: 2,
        walk: SignedDuration::from_secs(30),
        come_back: SignedDuration::from_mins(30),
    };
}

/// When and from where an act comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TicketContext {
    /// The instant, taken once for the whole use case.
    pub at: Timestamp,
    /// The counter it comes from; nothing for holders and for the machine.
    pub counter: Option<CounterNumber>,
    /// How the unit runs its queue.
    pub rules: QueueRules,
}

/// A command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TicketCommand {
    /// Give it out.
    Issue {
        /// Where.
        unit: UnitCode,
        /// For which day.
        on: Date,
        /// Its number.
        number: TicketNumber,
        /// Where it is taken.
        door: Door,
        /// Why it goes ahead, if it does.
        priority: Option<PriorityReason>,
        /// When its holder came; not later than now.
        door_at: Timestamp,
        /// The hour booked beforehand, if it was.
        slot_at: Option<Timestamp>,
    },
    /// Call it to the counter.
    Call,
    /// Call it again.
    Recall,
    /// Its holder sits down.
    Start,
    /// Its holder is served.
    Finish,
    /// Let it wait elsewhere.
    Transfer {
        /// Where.
        to: Goal,
    },
    /// Nobody came.
    MarkAbsent,
    /// Its holder is back.
    ComeBack,
    /// Set it aside.
    Park,
    /// Let it wait again.
    Resume,
    /// Give it up.
    Cancel {
        /// Why.
        cause: CancelCause,
    },
    /// Its paper did not come out.
    MarkUnprinted,
    /// Close what was left open.
    Close {
        /// Why.
        reason: CloseReason,
    },
    /// Link a dossier handed in with it.
    LinkDossier {
        /// Which.
        code: DossierCode,
    },
}

/// A command without its content: one row of the table of transitions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each has the meaning of the command of the same name")]
pub enum TicketAct {
    Issue,
    Call,
    Recall,
    Start,
    Finish,
    Transfer,
    MarkAbsent,
    ComeBack,
    Park,
    Resume,
    Cancel,
    MarkUnprinted,
    Close,
    LinkDossier,
}

impl TicketAct {
    /// All acts, in the order of the tables.
    pub const ALL: [Self; 14] = [
        Self::Issue,
        Self::Call,
        Self::Recall,
        Self::Start,
        Self::Finish,
        Self::Transfer,
        Self::MarkAbsent,
        Self::ComeBack,
        Self::Park,
        Self::Resume,
        Self::Cancel,
        Self::MarkUnprinted,
        Self::Close,
        Self::LinkDossier,
    ];

    /// The name in tables and forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Issue => "issue",
            Self::Call => "call",
            Self::Recall => "recall",
            Self::Start => "start",
            Self::Finish => "finish",
            Self::Transfer => "transfer",
            Self::MarkAbsent => "mark_absent",
            Self::ComeBack => "come_back",
            Self::Park => "park",
            Self::Resume => "resume",
            Self::Cancel => "cancel",
            Self::MarkUnprinted => "mark_unprinted",
            Self::Close => "close",
            Self::LinkDossier => "link_dossier",
        }
    }
}

impl TicketCommand {
    /// Which act it is.
    pub const fn act(&self) -> TicketAct {
        match self {
            Self::Issue { .. } => TicketAct::Issue,
            Self::Call => TicketAct::Call,
            Self::Recall => TicketAct::Recall,
            Self::Start => TicketAct::Start,
            Self::Finish => TicketAct::Finish,
            Self::Transfer { .. } => TicketAct::Transfer,
            Self::MarkAbsent => TicketAct::MarkAbsent,
            Self::ComeBack => TicketAct::ComeBack,
            Self::Park => TicketAct::Park,
            Self::Resume => TicketAct::Resume,
            Self::Cancel { .. } => TicketAct::Cancel,
            Self::MarkUnprinted => TicketAct::MarkUnprinted,
            Self::Close { .. } => TicketAct::Close,
            Self::LinkDossier { .. } => TicketAct::LinkDossier,
        }
    }
}

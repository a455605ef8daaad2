//! Rules that say no to a command on a ticket.

use super::command::TicketAct;
use super::counter::CounterNumber;
use super::ticket::TicketStage;
use jiff::SignedDuration;

/// Why a command on a ticket is refused; the ticket is then unchanged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TicketRefusal {
    /// Not allowed where the ticket stands.
    #[error("a ticket cannot {} now", act.name())]
    WrongStage {
        /// What was tried.
        act: TicketAct,
        /// Where it stands; nothing when it was never given out.
        stage: Option<TicketStage>,
    },
    /// The act must come from a counter.
    #[error("only a counter can do this")]
    NoCounter,
    /// The ticket is at another counter.
    #[error("the ticket is at counter {counter}")]
    OtherCounter {
        /// Which.
        counter: CounterNumber,
    },
    /// Called too seldom to count as absent.
    #[error("called {calls} times, at least {needed} before absent")]
    TooFewCalls {
        /// How often it was called.
        calls: u16,
        /// How often it must be.
        needed: u16,
    },
    /// Its holder may still be on the way.
    #[error("the last call was less than {} seconds ago", walk.as_secs())]
    TooSoon {
        /// How long the way may take.
        walk: SignedDuration,
    },
    /// Absent for too long to come back.
    #[error("a ticket comes back within {} minutes", within.as_mins())]
    TooLate {
        /// How long it could have come back.
        within: SignedDuration,
    },
    /// The holder came later than now.
    #[error("the door time lies in the future")]
    DoorInFuture,
    /// It waits there already.
    #[error("the ticket waits there already")]
    SamePlace,
    /// The dossier is linked already.
    #[error("the dossier is linked already")]
    LinkedBefore,
}

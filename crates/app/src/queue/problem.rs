//! Why nothing was done with a ticket or counter.

use crate::error::AppError;
use domain::permit::Denied;
use domain::queue::{CounterNumber, DoorClosed, TicketNumber, TicketRefusal};
use storage::StoreError;
use storage::event_log::LogError;

/// A use case of the queue did not do what was asked; nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum QueueError {
    /// A rule of the ticket said no.
    #[error(transparent)]
    Refused(#[from] TicketRefusal),
    /// No tickets are given now.
    #[error(transparent)]
    Door(#[from] DoorClosed),
    /// Nobody waits whom this counter could call.
    #[error("nobody waits")]
    NobodyWaits,
    /// The officer has not opened this counter.
    #[error("the counter is not open")]
    CounterClosed,
    /// Somebody else sits there.
    #[error("somebody else sits at the counter")]
    CounterTaken {
        /// Their name.
        by: String,
    },
    /// The counter has called somebody already.
    #[error("the counter has called {number}")]
    CounterHolds {
        /// Whom.
        number: TicketNumber,
        /// Which counter.
        counter: CounterNumber,
    },
    /// The unit has no such group.
    #[error("there is no such group")]
    NoGroup,
    /// The last group cannot be removed.
    #[error("a unit has at least one group")]
    LastGroup,
    /// Everything that can happen to any use case.
    #[error(transparent)]
    Other(#[from] AppError),
}

impl From<StoreError> for QueueError {
    fn from(error: StoreError) -> Self {
        Self::Other(error.into())
    }
}

impl From<LogError> for QueueError {
    fn from(error: LogError) -> Self {
        Self::Other(error.into())
    }
}

impl From<Denied> for QueueError {
    fn from(denied: Denied) -> Self {
        Self::Other(denied.into())
    }
}

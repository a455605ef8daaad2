//! The queue (hàng chờ): tickets, counters, who is next, how long it may take.
//!
//! A ticket is a state machine like a dossier: a [`TicketCommand`] is decided against it ([`decide`]), what was decided
//! is a [`TicketEvent`], and the ticket is the fold of its events ([`apply`]). Which act is allowed at which
//! [`TicketStage`] stands in one exhaustive table: [`transition::next`]. A ticket belongs to one day: the next morning
//! begins with an empty hall, whatever was left open ([`day_ended`]).

mod apply;
mod command;
mod counter;
mod decide;
mod door;
mod event;
mod group;
mod number;
mod priority;
mod refusal;
mod ticket;
pub mod transition;
mod wait;

#[cfg(test)]
mod tests;

pub use apply::{CorruptTicket, apply, fold};
pub use command::{QueueRules, TicketAct, TicketCommand, TicketContext};
pub use counter::{Counter, CounterNumber, NotACounter, Opening};
pub use decide::{day_ended, decide, not_before};
pub use door::{DoorClosed, tickets_given};
pub use event::{CancelCause, CloseReason, Goal, RecordedTicket, TicketEvent};
pub use group::{Group, GroupSpec, NotAGroup, Purpose};
pub use number::{NotANumber, TicketNumber};
pub use priority::{Ground, PriorityReason};
pub use refusal::TicketRefusal;
pub use ticket::{Door, Ticket, TicketStage};
pub use wait::{Served, Wait, expected};

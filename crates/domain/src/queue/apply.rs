//! The fold: a ticket is what its events make of it.

use super::event::{Goal, RecordedTicket, TicketEvent};
use super::ticket::{Ticket, TicketStage};
use jiff::Timestamp;

/// A log that no sequence of decisions can have written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CorruptTicket {
    /// It does not begin with its issue.
    #[error("the log does not begin with the issue of the ticket")]
    NotIssued,
    /// It was issued twice.
    #[error("event {sequence} issues the ticket again")]
    IssuedTwice {
        /// Which event.
        sequence: u32,
    },
    /// A number is missing.
    #[error("event {found} stands where {expected} belongs")]
    Gap {
        /// The number that belongs there.
        expected: u32,
        /// The number found.
        found: u32,
    },
}

/// Applies one event.
///
/// # Errors
/// [`CorruptTicket`].
pub fn apply(state: Option<Ticket>, recorded: &RecordedTicket) -> Result<Ticket, CorruptTicket> {
    let expected = state.as_ref().map_or(1, |ticket| ticket.version.saturating_add(1));
    let sequence = recorded.sequence;
    if sequence != expected {
        return Err(CorruptTicket::Gap { expected, found: sequence });
    }
    match state {
        None => issued(recorded),
        Some(mut ticket) => {
            changed(&mut ticket, recorded)?;
            ticket.version = sequence;
            ticket.changed_at = recorded.at;
            Ok(ticket)
        }
    }
}

fn issued(recorded: &RecordedTicket) -> Result<Ticket, CorruptTicket> {
    let TicketEvent::Issued { unit, on, number, door, priority, door_at, slot_at } = &recorded.event else {
        return Err(CorruptTicket::NotIssued);
    };
    Ok(Ticket {
        id: recorded.ticket,
        unit: unit.clone(),
        on: *on,
        number: *number,
        group: number.group,
        door: *door,
        priority: *priority,
        door_at: *door_at,
        slot_at: *slot_at,
        stage: TicketStage::Waiting,
        version: recorded.sequence,
        counter: None,
        only_at: None,
        calls: 0,
        first_called_at: None,
        called_at: None,
        serving_since: None,
        absent_since: None,
        ended_at: None,
        dossiers: Vec::new(),
        changed_at: recorded.at,
    })
}

fn changed(ticket: &mut Ticket, recorded: &RecordedTicket) -> Result<(), CorruptTicket> {
    let at = recorded.at;
    match &recorded.event {
        TicketEvent::Issued { .. } => {
            return Err(CorruptTicket::IssuedTwice { sequence: recorded.sequence });
        }
        TicketEvent::Called { counter } => {
            ticket.stage = TicketStage::Called;
            ticket.counter = Some(*counter);
            ticket.calls = 1;
            ticket.first_called_at = ticket.first_called_at.or(Some(at));
            ticket.called_at = Some(at);
        }
        TicketEvent::Recalled => {
            ticket.calls = ticket.calls.saturating_add(1);
            ticket.called_at = Some(at);
        }
        TicketEvent::ServingStarted => {
            ticket.stage = TicketStage::Serving;
            ticket.serving_since = Some(at);
        }
        TicketEvent::Finished => end(ticket, TicketStage::Finished, at),
        TicketEvent::Transferred { to } => {
            wait(ticket);
            match to {
                Goal::Group(group) => {
                    ticket.group = *group;
                    ticket.only_at = None;
                }
                Goal::Counter(counter) => ticket.only_at = Some(*counter),
            }
        }
        TicketEvent::MarkedAbsent => {
            ticket.stage = TicketStage::Absent;
            ticket.absent_since = Some(at);
        }
        TicketEvent::CameBack | TicketEvent::Resumed => wait(ticket),
        TicketEvent::Parked => ticket.stage = TicketStage::Parked,
        TicketEvent::Cancelled { cause: _ } => end(ticket, TicketStage::Cancelled, at),
        TicketEvent::PrintFailed => ticket.stage = TicketStage::Unprinted,
        TicketEvent::Closed { reason: _ } => end(ticket, TicketStage::Closed, at),
        TicketEvent::DossierLinked { code } => ticket.dossiers.push(code.clone()),
    }
    Ok(())
}

/// Back to the queue: the door time stays, calls are counted anew.
fn wait(ticket: &mut Ticket) {
    ticket.stage = TicketStage::Waiting;
    ticket.counter = None;
    ticket.calls = 0;
    ticket.serving_since = None;
    ticket.absent_since = None;
}

fn end(ticket: &mut Ticket, stage: TicketStage, at: Timestamp) {
    ticket.stage = stage;
    ticket.ended_at = Some(at);
}

/// The ticket that a whole log makes; nothing for an empty one.
///
/// # Errors
/// [`CorruptTicket`].
pub fn fold(log: &[RecordedTicket]) -> Result<Option<Ticket>, CorruptTicket> {
    log.iter().try_fold(None, |state, recorded| apply(state, recorded).map(Some))
}

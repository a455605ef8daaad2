//! Decisions: a command against a ticket gives one event, or a typed refusal.

use super::command::{TicketAct, TicketCommand, TicketContext};
use super::event::{CloseReason, Goal, TicketEvent};
use super::refusal::TicketRefusal;
use super::ticket::{Ticket, TicketStage};
use super::transition;
use crate::time::civil;
use jiff::Timestamp;

/// Decides a command. `None` stands for a ticket that was not given out yet.
///
/// # Errors
/// A [`TicketRefusal`] that names the rule.
pub fn decide(
    state: Option<&Ticket>,
    command: TicketCommand,
    context: &TicketContext,
) -> Result<TicketEvent, TicketRefusal> {
    let act = command.act();
    let stage = state.map(|ticket| ticket.stage);
    let wrong = TicketRefusal::WrongStage { act, stage };
    if transition::next(stage, act).is_none() {
        return Err(wrong);
    }
    let Some(ticket) = state else {
        let TicketCommand::Issue { unit, on, number, door, priority, door_at, slot_at } = command else {
            return Err(wrong);
        };
        if door_at > context.at {
            return Err(TicketRefusal::DoorInFuture);
        }
        return Ok(TicketEvent::Issued { unit, on, number, door, priority, door_at, slot_at });
    };
    decide_existing(ticket, command, context)
}

fn decide_existing(
    ticket: &Ticket,
    command: TicketCommand,
    context: &TicketContext,
) -> Result<TicketEvent, TicketRefusal> {
    match command {
        TicketCommand::Issue { .. } => {
            Err(TicketRefusal::WrongStage { act: TicketAct::Issue, stage: Some(ticket.stage) })
        }
        TicketCommand::Call => call(ticket, context),
        TicketCommand::Recall => own(ticket, context).map(|()| TicketEvent::Recalled),
        TicketCommand::Start => own(ticket, context).map(|()| TicketEvent::ServingStarted),
        TicketCommand::Finish => own(ticket, context).map(|()| TicketEvent::Finished),
        TicketCommand::Park => own(ticket, context).map(|()| TicketEvent::Parked),
        TicketCommand::MarkAbsent => {
            own(ticket, context)?;
            absent(ticket, context)
        }
        TicketCommand::Transfer { to } => {
            if ticket.stage.is_at_counter() {
                own(ticket, context)?;
            }
            let stays = ticket.stage == TicketStage::Waiting
                && match to {
                    Goal::Group(group) => ticket.group == group && ticket.only_at.is_none(),
                    Goal::Counter(counter) => ticket.only_at == Some(counter),
                };
            if stays { Err(TicketRefusal::SamePlace) } else { Ok(TicketEvent::Transferred { to }) }
        }
        TicketCommand::ComeBack => {
            let within = context.rules.come_back;
            let away = ticket.absent_since.map(|since| context.at.duration_since(since));
            match away {
                Some(away) if away > within => Err(TicketRefusal::TooLate { within }),
                Some(_) | None => Ok(TicketEvent::CameBack),
            }
        }
        TicketCommand::Resume => Ok(TicketEvent::Resumed),
        TicketCommand::Cancel { cause } => Ok(TicketEvent::Cancelled { cause }),
        TicketCommand::MarkUnprinted => Ok(TicketEvent::PrintFailed),
        TicketCommand::Close { reason } => Ok(TicketEvent::Closed { reason }),
        TicketCommand::LinkDossier { code } => {
            if ticket.dossiers.contains(&code) {
                return Err(TicketRefusal::LinkedBefore);
            }
            Ok(TicketEvent::DossierLinked { code })
        }
    }
}

fn call(ticket: &Ticket, context: &TicketContext) -> Result<TicketEvent, TicketRefusal> {
    let counter = context.counter.ok_or(TicketRefusal::NoCounter)?;
    // Set aside by a counter, or sent to it: no other calls it.
    let bound = match ticket.stage {
        TicketStage::Parked => ticket.counter,
        TicketStage::Waiting => ticket.only_at,
        TicketStage::Unprinted | TicketStage::Called | TicketStage::Serving | TicketStage::Absent => None,
        TicketStage::Finished | TicketStage::Cancelled | TicketStage::Closed => None,
    };
    match bound {
        Some(other) if other != counter => Err(TicketRefusal::OtherCounter { counter: other }),
        Some(_) | None => Ok(TicketEvent::Called { counter }),
    }
}

/// The act comes from the counter that holds the ticket.
fn own(ticket: &Ticket, context: &TicketContext) -> Result<(), TicketRefusal> {
    let from = context.counter.ok_or(TicketRefusal::NoCounter)?;
    match ticket.counter {
        Some(counter) if counter != from => Err(TicketRefusal::OtherCounter { counter }),
        Some(_) | None => Ok(()),
    }
}

fn absent(ticket: &Ticket, context: &TicketContext) -> Result<TicketEvent, TicketRefusal> {
    let needed = context.rules.calls_before_absent;
    if ticket.calls < needed {
        return Err(TicketRefusal::TooFewCalls { calls: ticket.calls, needed });
    }
    let walk = context.rules.walk;
    match ticket.called_at {
        Some(called) if context.at.duration_since(called) < walk => Err(TicketRefusal::TooSoon { walk }),
        Some(_) | None => Ok(TicketEvent::MarkedAbsent),
    }
}

/// What time does to a ticket: left open on an earlier day, it is closed, with the reason.
pub fn day_ended(ticket: &Ticket, now: Timestamp) -> Option<CloseReason> {
    let over = ticket.stage.is_over() || civil(now).date() <= ticket.on;
    (!over).then_some(CloseReason::DayEnded)
}

/// The instant an event is recorded at: now, but never before the event it follows. A clock that was put back must not
/// stop a hall full of people, and no wait may become negative by it.
pub fn not_before(ticket: &Ticket, now: Timestamp) -> Timestamp {
    now.max(ticket.changed_at)
}

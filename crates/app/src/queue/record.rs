//! Writing what was decided: the event, the row, and what an earlier day left open.

use super::problem::QueueError;
use domain::id::AccountId;
use domain::place::UnitCode;
use domain::queue::{
    CounterNumber, QueueRules, RecordedTicket, Ticket, TicketCommand, TicketContext, TicketRefusal,
    TicketStage, apply, day_ended, decide, not_before,
};
use domain::time::civil;
use jiff::Timestamp;
use storage::event_log::LogError;
use storage::{StoreError, Tx, queue};

/// Who acts on tickets, and when.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hand {
    /// The officer; holders have no account.
    pub actor: Option<AccountId>,
    /// The counter they sit at.
    pub counter: Option<CounterNumber>,
    /// The instant of the use case.
    pub at: Timestamp,
}

/// The turn of a unit's day, taken: until the transaction ends nobody else changes this queue.
#[derive(Debug, Clone, Copy)]
pub(super) struct Turn(pub i64);

/// Takes the turn; the first of a day closes what earlier days left open.
pub(super) fn take_turn(tx: &mut Tx<'_>, unit: &UnitCode, at: Timestamp) -> Result<Turn, QueueError> {
    let on = civil(at).date();
    let turn = Turn(queue::take_turn(tx, unit, on)?);
    if turn.0 == 1 {
        let hand = Hand { actor: None, counter: None, at };
        for ticket in queue::list_left(tx, unit, on)? {
            if let Some(reason) = day_ended(&ticket, at) {
                carry_out(tx, ticket, TicketCommand::Close { reason }, &hand, turn)?;
            }
        }
    }
    Ok(turn)
}

/// Decides a command on a ticket and writes what follows.
pub(super) fn carry_out(
    tx: &mut Tx<'_>,
    ticket: Ticket,
    command: TicketCommand,
    hand: &Hand,
    turn: Turn,
) -> Result<Ticket, QueueError> {
    let closing = matches!(command, TicketCommand::Close { .. });
    if !closing && day_ended(&ticket, hand.at).is_some() {
        // Its day is over, whether or not that was written down yet.
        let (act, stage) = (command.act(), Some(TicketStage::Closed));
        return Err(TicketRefusal::WrongStage { act, stage }.into());
    }
    let at = not_before(&ticket, hand.at);
    let context = TicketContext { at, counter: hand.counter, rules: QueueRules::STANDARD };
    let event = decide(Some(&ticket), command, &context)?;
    let recorded = RecordedTicket {
        ticket: ticket.id,
        sequence: ticket.version.saturating_add(1),
        at,
        actor: hand.actor,
        event,
    };
    let after = apply(Some(ticket), &recorded).map_err(LogError::from)?;
    let call = queue::is_call(&recorded.event).then_some(turn.0);
    queue::update(tx, &after, call, &recorded).map_err(|error| faster(error, &after))?;
    Ok(after)
}

/// A counter holds one ticket: the loser of a race hears which.
fn faster(error: LogError, ticket: &Ticket) -> QueueError {
    match (&error, ticket.counter) {
        (LogError::Store(store), Some(counter)) if store.is_unique("ticket(unit, on_day, at_counter)") => {
            QueueError::CounterHolds { number: ticket.number, counter }
        }
        (LogError::Store(StoreError::Conflict { .. }), _) => {
            let stale = crate::AppError::Stale { by: String::new(), at: ticket.changed_at };
            QueueError::Other(stale)
        }
        (_, _) => error.into(),
    }
}

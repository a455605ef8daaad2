//! A dossier handed in with a ticket: the visit and the dossier know of one another, and the clock of the wait began at
//! the door.

use super::act::load;
use super::problem::QueueError;
use super::record::{Hand, carry_out, take_turn};
use crate::error::AppError;
use domain::dossier::{Context, DossierCode};
use domain::id::TicketId;
use domain::place::UnitCode;
use domain::queue::{TicketCommand, TicketRefusal};
use storage::Tx;

/// The ticket with which somebody hands in, and whether their visit ends with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visit {
    /// The ticket.
    pub ticket: TicketId,
    /// Whether the visit is over; else the ticket stays at the counter for the next thing.
    pub finish: bool,
}

/// Links a dossier in the transaction that receives it.
///
/// # Errors
/// [`AppError::NotFound`] for a ticket that is not at a counter of this unit any more; nothing is received then.
pub(crate) fn link(
    tx: &mut Tx<'_>,
    visit: Visit,
    unit: &UnitCode,
    code: &DossierCode,
    context: &Context,
) -> Result<(), AppError> {
    let linked = linked(tx, visit, unit, code, context);
    linked.map_err(|error| match error {
        QueueError::Other(other) => other,
        QueueError::Refused(TicketRefusal::WrongStage { .. }) => AppError::NotFound { what: "ticket" },
        QueueError::Refused(_)
        | QueueError::Door(_)
        | QueueError::NobodyWaits
        | QueueError::CounterClosed
        | QueueError::CounterTaken { .. }
        | QueueError::CounterHolds { .. }
        | QueueError::NoGroup
        | QueueError::LastGroup => AppError::NotFound { what: "ticket" },
    })
}

fn linked(
    tx: &mut Tx<'_>,
    visit: Visit,
    unit: &UnitCode,
    code: &DossierCode,
    context: &Context,
) -> Result<(), QueueError> {
    let turn = take_turn(tx, unit, context.at)?;
    let ticket = load(tx, unit, visit.ticket)?;
    let hand = Hand { actor: Some(context.actor), counter: ticket.counter, at: context.at };
    let ticket = carry_out(tx, ticket, TicketCommand::LinkDossier { code: code.clone() }, &hand, turn)?;
    if visit.finish {
        carry_out(tx, ticket, TicketCommand::Finish, &hand, turn)?;
    }
    Ok(())
}

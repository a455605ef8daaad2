//! Calling the next one to a counter: of any number of officers who press at once, each gets another ticket.

use super::counter::seated;
use super::order::next_of;
use super::problem::QueueError;
use super::record::{Hand, carry_out, take_turn};
use crate::{Actor, App};
use domain::permit::DayAct;
use domain::place::UnitCode;
use domain::queue::{CounterNumber, Ticket, TicketCommand, TicketStage};
use domain::time::civil;
use storage::queue;

/// What a press of the button did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextCall {
    /// Who was called; nobody when nobody waits.
    pub called: Option<Ticket>,
    /// Who sat at the counter and is served by it.
    pub finished: Option<Ticket>,
}

/// Calls the next one to the officer's counter. Whoever sits there is served by it; whoever was called and has not come
/// must be dealt with first.
///
/// # Errors
/// [`QueueError::NobodyWaits`] when nothing was to be done, [`QueueError::CounterClosed`], [`QueueError::CounterHolds`].
pub async fn call_next(
    app: &App,
    actor: &Actor,
    unit: &UnitCode,
    counter: CounterNumber,
) -> Result<NextCall, QueueError> {
    let at = app.clock.now();
    let context = actor.at_unit(&app.policy(), at, DayAct::CallTicket.into(), unit)?;
    let code = unit.clone();
    let done = app
        .store
        .write(move |tx| {
            let turn = take_turn(tx, &code, at)?;
            let desk = seated(tx, &code, counter, context.actor, at)?;
            let on = civil(at).date();
            let hand = Hand { actor: Some(context.actor), counter: Some(counter), at };
            let finished = match queue::find_at_counter(tx, &code, on, counter)? {
                Some(held) if held.stage == TicketStage::Serving => {
                    Some(carry_out(tx, held, TicketCommand::Finish, &hand, turn)?)
                }
                Some(held) => return Err(QueueError::CounterHolds { number: held.number, counter }),
                None => None,
            };
            let mut heads = queue::list_heads(tx, &code, on, &desk.groups, counter)?;
            let called = match next_of(&heads, at) {
                Some(index) => {
                    let next = heads.swap_remove(index);
                    Some(carry_out(tx, next, TicketCommand::Call, &hand, turn)?)
                }
                None if finished.is_some() => None,
                None => return Err(QueueError::NobodyWaits),
            };
            Ok(NextCall { called, finished })
        })
        .await?;
    app.announce(unit);
    Ok(done)
}

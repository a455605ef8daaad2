//! Every other act on a ticket: by the officer at whose counter it is, or by its holder.

use super::counter::seated;
use super::problem::QueueError;
use super::record::{Hand, carry_out, take_turn};
use crate::error::AppError;
use crate::{Actor, App, secret};
use domain::id::TicketId;
use domain::permit::DayAct;
use domain::place::UnitCode;
use domain::queue::{CancelCause, CounterNumber, Goal, Ticket, TicketCommand, TicketNumber, TicketStage};
use domain::time::civil;
use storage::{Tx, queue};

/// What an officer does with a ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Call again whoever was called.
    Recall,
    /// Call back whoever was set aside.
    CallBack,
    /// They sit down.
    Start,
    /// They are served.
    Finish,
    /// They wait elsewhere.
    Transfer(Goal),
    /// Nobody came.
    MarkAbsent,
    /// They are back, or know their number though no paper came out.
    ComeBack,
    /// They fetch something.
    Park,
    /// Nobody holds it.
    Cancel,
    /// The paper did not come out.
    MarkUnprinted,
}

impl Act {
    fn command(self, stage: TicketStage) -> TicketCommand {
        match self {
            Self::Recall => TicketCommand::Recall,
            Self::CallBack => TicketCommand::Call,
            Self::Start => TicketCommand::Start,
            Self::Finish => TicketCommand::Finish,
            Self::Transfer(to) => TicketCommand::Transfer { to },
            Self::MarkAbsent => TicketCommand::MarkAbsent,
            Self::ComeBack if stage == TicketStage::Absent => TicketCommand::ComeBack,
            Self::ComeBack => TicketCommand::Resume,
            Self::Park => TicketCommand::Park,
            Self::Cancel => TicketCommand::Cancel { cause: CancelCause::Mistake },
            Self::MarkUnprinted => TicketCommand::MarkUnprinted,
        }
    }

    /// Whether the act is one of the counter that holds the ticket.
    const fn is_of_counter(self) -> bool {
        match self {
            Self::Recall | Self::CallBack | Self::Start | Self::Finish | Self::MarkAbsent | Self::Park => {
                true
            }
            Self::Transfer(_) | Self::ComeBack | Self::Cancel | Self::MarkUnprinted => false,
        }
    }
}

/// Carries out an officer's act; `seen` is the version the page showed.
///
/// # Errors
/// [`QueueError::Refused`] names the rule; stale when somebody else was faster; denied without the right.
pub async fn act(
    app: &App,
    actor: &Actor,
    unit: &UnitCode,
    counter: Option<CounterNumber>,
    id: TicketId,
    seen: Option<u32>,
    act: Act,
) -> Result<Ticket, QueueError> {
    let at = app.clock.now();
    let right = if act == Act::MarkUnprinted { DayAct::IssueTicket } else { DayAct::CallTicket };
    let context = actor.at_unit(&app.policy(), at, right.into(), unit)?;
    let code = unit.clone();
    let ticket = app
        .store
        .write(move |tx| {
            let turn = take_turn(tx, &code, at)?;
            if let Some(counter) = counter.filter(|_| act.is_of_counter()) {
                seated(tx, &code, counter, context.actor, at)?;
            }
            let ticket = load(tx, &code, id)?;
            if seen.is_some_and(|version| version != ticket.version) {
                return Err(stale(&ticket));
            }
            if let (Act::CallBack, Some(counter)) = (act, counter)
                && let Some(held) = queue::find_at_counter(tx, &code, civil(at).date(), counter)?
            {
                return Err(QueueError::CounterHolds { number: held.number, counter });
            }
            let hand = Hand { actor: Some(context.actor), counter, at };
            let command = act.command(ticket.stage);
            carry_out(tx, ticket, command, &hand, turn)
        })
        .await?;
    app.announce(unit);
    Ok(ticket)
}

fn stale(ticket: &Ticket) -> QueueError {
    AppError::Stale { by: String::new(), at: ticket.changed_at }.into()
}

pub(super) fn load(tx: &mut Tx<'_>, unit: &UnitCode, id: TicketId) -> Result<Ticket, QueueError> {
    let ticket = queue::find(tx, id)?.filter(|ticket| ticket.unit == *unit);
    Ok(ticket.ok_or(AppError::NotFound { what: "ticket" })?)
}

/// What the holder of a ticket does with it, at the machine or on the phone: leave, come back, or say that no paper
/// came out and later that the number is known.
///
/// # Errors
/// [`QueueError::Refused`]; not found for a token of no ticket.
pub async fn holder_acts(app: &App, token: &str, act: Act) -> Result<Ticket, QueueError> {
    let at = app.clock.now();
    let hash = secret::token_hash(token);
    let ticket = app
        .store
        .write(move |tx| {
            let missing = AppError::NotFound { what: "ticket" };
            let ticket = queue::find_by_token(tx, &hash)?.ok_or(missing)?;
            let turn = take_turn(tx, &ticket.unit, at)?;
            // Read again: only now nobody else can change it, and a new day may just have closed it.
            let ticket = load(tx, &ticket.unit, ticket.id)?;
            let hand = Hand { actor: None, counter: None, at };
            let cancelled = TicketCommand::Cancel { cause: CancelCause::Holder };
            let command = if matches!(act, Act::Cancel) { cancelled } else { act.command(ticket.stage) };
            carry_out(tx, ticket, command, &hand, turn)
        })
        .await?;
    app.announce(&ticket.unit);
    Ok(ticket)
}

/// The ticket of an address, as its holder sees it.
///
/// # Errors
/// Not found for a token of no ticket.
pub async fn find_by_token(app: &App, token: &str) -> Result<Ticket, QueueError> {
    let hash = secret::token_hash(token);
    let found = app.store.read(move |tx| queue::find_by_token(tx, &hash)).await;
    Ok(found.map_err(QueueError::from)?.ok_or(AppError::NotFound { what: "ticket" })?)
}

/// A ticket of today by its number, for officers.
///
/// # Errors
/// Not found without such a number today; denied.
pub async fn find_by_number(
    app: &App,
    actor: &Actor,
    unit: &UnitCode,
    number: TicketNumber,
) -> Result<Ticket, QueueError> {
    let at = app.clock.now();
    actor.at_unit(&app.policy(), at, DayAct::CallTicket.into(), unit)?;
    let (code, on) = (unit.clone(), civil(at).date());
    let found = app.store.read(move |tx| queue::find_number(tx, &code, on, number)).await;
    Ok(found.map_err(QueueError::from)?.ok_or(AppError::NotFound { what: "ticket" })?)
}

//! Giving out a ticket: at the machine, by an officer or helper, on a phone.

use super::problem::QueueError;
use super::record::take_turn;
use crate::error::AppError;
use crate::intake::RequestKey;
use crate::{Actor, App, secret};
use domain::id::TicketId;
use domain::permit::DayAct;
use domain::place::UnitCode;
use domain::queue::{
    Door, Group, PriorityReason, QueueRules, RecordedTicket, Ticket, TicketCommand, TicketContext,
    TicketNumber, apply, decide, tickets_given,
};
use domain::time::{civil, to_ms};
use jiff::Timestamp;
use storage::counter::{self, Series};
use storage::event_log::LogError;
use storage::ledger::{self, KeptAnswer};
use storage::{Tx, queue};

/// What a ticket is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Where.
    pub unit: UnitCode,
    /// What for.
    pub group: Group,
    /// Where it is taken.
    pub door: Door,
    /// Why its holder goes ahead, attested by a tick; nothing else of the person is kept.
    pub priority: Option<PriorityReason>,
    /// The hour booked beforehand, if it was.
    pub slot_at: Option<Timestamp>,
}

/// A ticket as given out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The ticket.
    pub ticket: Ticket,
    /// The token of its address.
    pub token: String,
    /// Whether this answers a request that had been carried out before.
    pub repeated: bool,
}

/// The token of a ticket's address: it tells nothing and opens nothing but this ticket.
pub fn token_of(app: &App, id: TicketId) -> String {
    app.keys.page_token("ticket", &id.to_string())
}

/// Gives out a ticket. Without an officer it comes from the machine or a phone, which give tickets near opening hours
/// only; officers and helpers may always.
///
/// # Errors
/// [`QueueError::Door`] at night and on days off, [`QueueError::NoGroup`], not found for an unknown unit, denied.
pub async fn issue(
    app: &App,
    actor: Option<&Actor>,
    wish: Issue,
    request: Option<RequestKey>,
) -> Result<Given, QueueError> {
    let at = app.clock.now();
    let policy = app.policy();
    let on = civil(at).date();
    let unit = policy.unit(&wish.unit, on).ok_or(AppError::NotFound { what: "unit" })?;
    let by = match actor {
        Some(actor) => Some(actor.at_unit(&policy, at, DayAct::IssueTicket.into(), &wish.unit)?.actor),
        None => {
            let calendar = policy.calendar(&unit.calendar).ok_or(AppError::NotFound { what: "calendar" })?;
            tickets_given(at, calendar)?;
            None
        }
    };
    let id = TicketId::from_parts(u64::try_from(to_ms(at)).unwrap_or_default(), app.random.number());
    let asker = by.map_or_else(|| format!("so:{}", wish.unit), |account| account.to_string());
    let (keys, code) = (app.keys.clone(), wish.unit.clone());
    let given = app
        .store
        .write(move |tx| {
            if let Some(ticket) = answered(tx, &asker, request.as_ref())? {
                let token = keys.page_token("ticket", &ticket.id.to_string());
                return Ok(Given { ticket, token, repeated: true });
            }
            take_turn(tx, &wish.unit, at)?;
            let token = keys.page_token("ticket", &id.to_string());
            let ticket = write(tx, &wish, id, &token, by, at)?;
            if let Some(request) = &request {
                let answer =
                    KeptAnswer { digest: request.digest.to_vec(), status: 201, response: id.to_string() };
                ledger::keep_answer(tx, &asker, &request.key, &answer, to_ms(at))?;
            }
            Ok::<_, QueueError>(Given { ticket, token, repeated: false })
        })
        .await?;
    app.announce(&code);
    Ok(given)
}

fn write(
    tx: &mut Tx<'_>,
    wish: &Issue,
    id: TicketId,
    token: &str,
    by: Option<domain::id::AccountId>,
    at: Timestamp,
) -> Result<Ticket, QueueError> {
    let on = civil(at).date();
    let groups = queue::places::list_groups(tx, &wish.unit)?;
    if !groups.iter().any(|spec| spec.group == wish.group) {
        return Err(QueueError::NoGroup);
    }
    // The number is taken in this transaction: whatever fails after it gives it back.
    let scope = format!("{}-{on}-{}", wish.unit, wish.group);
    let serial = counter::take(tx, Series::Ticket, &scope)?;
    let number = TicketNumber { group: wish.group, serial: u32::try_from(serial).unwrap_or(u32::MAX) };
    let command = TicketCommand::Issue {
        unit: wish.unit.clone(),
        on,
        number,
        door: wish.door,
        priority: wish.priority,
        door_at: at,
        slot_at: wish.slot_at,
    };
    let context = TicketContext { at, counter: None, rules: QueueRules::STANDARD };
    let event = decide(None, command, &context)?;
    let recorded = RecordedTicket { ticket: id, sequence: 1, at, actor: by, event };
    let ticket = apply(None, &recorded).map_err(LogError::from)?;
    queue::insert(tx, &ticket, &secret::token_hash(token), &recorded)?;
    Ok(ticket)
}

/// The ticket given before to the same request.
fn answered(
    tx: &mut Tx<'_>,
    asker: &str,
    request: Option<&RequestKey>,
) -> Result<Option<Ticket>, QueueError> {
    let Some(request) = request else { return Ok(None) };
    match ledger::find_answer(tx, asker, &request.key)? {
        None => Ok(None),
        Some(answer) if answer.digest == request.digest => {
            let id: Option<TicketId> = answer.response.parse().ok();
            let found = match id {
                Some(id) => queue::find(tx, id)?,
                None => None,
            };
            Ok(Some(found.ok_or(AppError::NotFound { what: "ticket" })?))
        }
        Some(_) => Err(AppError::KeyReused.into()),
    }
}

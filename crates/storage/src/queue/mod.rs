//! Tickets: an append-only log of events, and beside it the row that is their fold. Counters stand in [`places`].
//!
//! Whoever changes a queue takes its turn first ([`take_turn`]): the row of the day is locked until the transaction
//! ends, so two officers who call at once stand in line, and the second sees what the first has taken.

pub mod places;
mod row;
pub mod sql;

use crate::dossier::day_number;
use crate::event_log::LogError;
use crate::stored::{TICKET_FORMAT, decode_ticket, encode_ticket};
use crate::{StoreError, Tx, values};
use domain::id::TicketId;
use domain::place::UnitCode;
use domain::queue::{CounterNumber, Group, RecordedTicket, Ticket, TicketEvent, TicketNumber, TicketStage};
use domain::time::{from_ms, to_ms};
use jiff::Timestamp;
use jiff::civil::Date;
use row::known;
use std::collections::{BTreeMap, BTreeSet};

/// Takes the next turn of a unit's day, from 1; later takers wait until this transaction ends.
///
/// # Errors
/// [`StoreError`].
pub fn take_turn(tx: &mut Tx<'_>, unit: &UnitCode, on: Date) -> Result<i64, StoreError> {
    tx.query_one(sql::TURN, &values![unit.as_str(), day_number(on)])?.int(0)
}

/// Keeps a new ticket with its first event.
///
/// # Errors
/// [`LogError`].
pub fn insert(
    tx: &mut Tx<'_>,
    ticket: &Ticket,
    token_hash: &[u8; 32],
    event: &RecordedTicket,
) -> Result<(), LogError> {
    tx.execute_one(sql::INSERT, &row::insert_values(ticket, token_hash))?;
    append(tx, event)
}

/// Writes a ticket after one more event; a call bears the turn it was made in.
///
/// # Errors
/// [`StoreError::Conflict`] when somebody else changed it meanwhile; [`StoreError::Unique`] on
/// `ticket(unit, on_day, at_counter)` when the counter holds another.
pub fn update(
    tx: &mut Tx<'_>,
    ticket: &Ticket,
    turn: Option<i64>,
    event: &RecordedTicket,
) -> Result<(), LogError> {
    tx.execute_one(sql::UPDATE, &row::update_values(ticket, turn))?;
    append(tx, event)
}

fn append(tx: &mut Tx<'_>, event: &RecordedTicket) -> Result<(), LogError> {
    let payload = encode_ticket(&event.event)?;
    let values = values![
        event.ticket.to_string(),
        event.sequence,
        event.event.kind(),
        to_ms(event.at),
        event.actor.map(|actor| actor.to_string()),
        TICKET_FORMAT,
        payload
    ];
    Ok(tx.execute_one(sql::APPEND, &values)?)
}

/// Everything that happened to a ticket.
///
/// # Errors
/// [`LogError`].
pub fn log_of(tx: &mut Tx<'_>, id: TicketId) -> Result<Vec<RecordedTicket>, LogError> {
    let rows = tx.query(sql::EVENTS, &values![id.to_string()])?;
    rows.iter()
        .map(|row| {
            Ok(RecordedTicket {
                ticket: id,
                sequence: row.int_as(0)?,
                at: from_ms(row.int(2)?),
                actor: row.opt_text(3)?.map(|actor| actor.parse()).transpose()?,
                event: decode_ticket(row.str(1)?, row.int(4)?, row.str(5)?)?,
            })
        })
        .collect()
}

fn one(tx: &mut Tx<'_>, sql: &'static str, values: &[crate::V]) -> Result<Option<Ticket>, LogError> {
    tx.query_opt(sql, values)?.as_ref().map(row::read).transpose()
}

fn many(tx: &mut Tx<'_>, sql: &'static str, values: &[crate::V]) -> Result<Vec<Ticket>, LogError> {
    tx.query(sql, values)?.iter().map(row::read).collect()
}

/// A ticket by its identifier.
///
/// # Errors
/// [`LogError`].
pub fn find(tx: &mut Tx<'_>, id: TicketId) -> Result<Option<Ticket>, LogError> {
    one(tx, sql::BY_ID, &values![id.to_string()])
}

/// A ticket by the hash of its token.
///
/// # Errors
/// [`LogError`].
pub fn find_by_token(tx: &mut Tx<'_>, token_hash: &[u8; 32]) -> Result<Option<Ticket>, LogError> {
    one(tx, sql::BY_TOKEN, &values![token_hash])
}

/// A ticket by its number on a day.
///
/// # Errors
/// [`LogError`].
pub fn find_number(
    tx: &mut Tx<'_>,
    unit: &UnitCode,
    on: Date,
    number: TicketNumber,
) -> Result<Option<Ticket>, LogError> {
    let letter = number.group.to_string();
    one(tx, sql::BY_NUMBER, &values![unit.as_str(), day_number(on), letter, number.serial])
}

/// The ticket that a counter holds.
///
/// # Errors
/// [`LogError`].
pub fn find_at_counter(
    tx: &mut Tx<'_>,
    unit: &UnitCode,
    on: Date,
    counter: CounterNumber,
) -> Result<Option<Ticket>, LogError> {
    one(tx, sql::AT_COUNTER, &values![unit.as_str(), day_number(on), counter.get()])
}

/// Those among whom the next one is, for a counter with its groups: whoever came first without priority, whoever came
/// first with it, and all who booked an hour. Within a class the order is that of the door, so nobody else can be next.
///
/// # Errors
/// [`LogError`].
pub fn list_heads(
    tx: &mut Tx<'_>,
    unit: &UnitCode,
    on: Date,
    groups: &BTreeSet<Group>,
    counter: CounterNumber,
) -> Result<Vec<Ticket>, LogError> {
    let letters: String = groups.iter().map(|group| group.letter()).collect();
    let values = values![unit.as_str(), day_number(on), letters, counter.get()];
    let mut heads = many(tx, sql::HEAD, &values)?;
    heads.append(&mut many(tx, sql::PRIORITY_HEAD, &values)?);
    heads.append(&mut many(tx, sql::BOOKED, &values)?);
    Ok(heads)
}

/// Every open ticket of a day, by door time.
///
/// # Errors
/// [`LogError`].
pub fn list_open(tx: &mut Tx<'_>, unit: &UnitCode, on: Date) -> Result<Vec<Ticket>, LogError> {
    many(tx, sql::OPEN, &values![unit.as_str(), day_number(on)])
}

/// Tickets that earlier days left open.
///
/// # Errors
/// [`LogError`].
pub fn list_left(tx: &mut Tx<'_>, unit: &UnitCode, before: Date) -> Result<Vec<Ticket>, LogError> {
    many(tx, sql::LEFT, &values![unit.as_str(), day_number(before)])
}

/// A call as the hall hears it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallRow {
    /// The number called.
    pub number: TicketNumber,
    /// Where to.
    pub counter: Option<CounterNumber>,
    /// The turn it was made in; later calls have higher ones.
    pub turn: i64,
    /// When.
    pub at: Timestamp,
    /// Where the ticket stands by now.
    pub stage: TicketStage,
}

/// The last calls of a day, the newest first, each ticket once.
///
/// # Errors
/// [`LogError`].
pub fn list_calls(
    tx: &mut Tx<'_>,
    unit: &UnitCode,
    on: Date,
    limit: usize,
) -> Result<Vec<CallRow>, LogError> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let rows = tx.query(sql::CALLS, &values![unit.as_str(), day_number(on), limit])?;
    rows.iter()
        .map(|row| {
            let (letter, stage) = (row.text(0)?, row.text(5)?);
            let group = known("group", &letter, letter.parse().ok())?;
            Ok(CallRow {
                number: TicketNumber { group, serial: row.int_as(1)? },
                counter: row.opt_int(2)?.map(row::counter).transpose()?,
                turn: row.int(3)?,
                at: from_ms(row.opt_int(4)?.unwrap_or_default()),
                stage: known("stage of a ticket", &stage, TicketStage::from_name(&stage))?,
            })
        })
        .collect()
}

/// When the last visits of a day began and ended.
///
/// # Errors
/// [`StoreError`].
pub fn list_visits(
    tx: &mut Tx<'_>,
    unit: &UnitCode,
    on: Date,
    limit: usize,
) -> Result<Vec<(Timestamp, Timestamp)>, StoreError> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let rows = tx.query(sql::VISITS, &values![unit.as_str(), day_number(on), limit])?;
    rows.iter().map(|row| Ok((from_ms(row.int(0)?), from_ms(row.int(1)?)))).collect()
}

/// How many tickets of a day stand at each stage.
///
/// # Errors
/// [`LogError`].
pub fn count_stages(
    tx: &mut Tx<'_>,
    unit: &UnitCode,
    on: Date,
) -> Result<BTreeMap<TicketStage, u64>, LogError> {
    let rows = tx.query(sql::COUNTS, &values![unit.as_str(), day_number(on)])?;
    rows.iter()
        .map(|row| {
            let stage = row.text(0)?;
            Ok((known("stage of a ticket", &stage, TicketStage::from_name(&stage))?, row.int_as(1)?))
        })
        .collect()
}

/// How many people wait in each unit on a day; units where nobody waits are left out.
///
/// # Errors
/// [`LogError`].
pub fn count_waiting(tx: &mut Tx<'_>, on: Date) -> Result<BTreeMap<UnitCode, u64>, LogError> {
    let rows = tx.query(sql::WAITING, &values![day_number(on)])?;
    rows.iter()
        .map(|row| {
            let unit = row.text(0)?;
            Ok((known("unit code", &unit, unit.parse().ok())?, row.int_as(1)?))
        })
        .collect()
}

/// Whether an event is a call that the hall hears.
pub const fn is_call(event: &TicketEvent) -> bool {
    matches!(event, TicketEvent::Called { .. } | TicketEvent::Recalled)
}

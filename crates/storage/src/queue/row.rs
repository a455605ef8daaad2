//! The row of a ticket: written from the state, read back as the state.

use crate::account::date_of;
use crate::dossier::day_number;
use crate::event_log::LogError;
use crate::stored::Undecodable;
use crate::{Row, V, values};
use domain::dossier::DossierCode;
use domain::queue::{CounterNumber, Door, Group, PriorityReason, Ticket, TicketNumber, TicketStage};
use domain::time::{from_ms, to_ms};
use jiff::Timestamp;

/// Reads a name that must stand for something.
pub(super) fn known<T>(what: &'static str, value: &str, read: Option<T>) -> Result<T, LogError> {
    read.ok_or_else(|| Undecodable::Name { what, value: value.to_owned() }.into())
}

/// Reads the number of a counter.
pub(super) fn counter(number: i64) -> Result<CounterNumber, LogError> {
    known("counter", &number.to_string(), CounterNumber::try_from(number).ok())
}

fn group(letter: &str) -> Result<Group, LogError> {
    known("group", letter, letter.parse().ok())
}

/// Reads a ticket.
pub(super) fn read(row: &Row) -> Result<Ticket, LogError> {
    let may_at = |index| -> Result<Option<Timestamp>, LogError> { Ok(row.opt_int(index)?.map(from_ms)) };
    let may_counter = |index| row.opt_int(index)?.map(counter).transpose();
    let id = row.text(0)?;
    let unit = row.text(1)?;
    let (door, stage) = (row.text(6)?, row.text(9)?);
    let priority = row.opt_text(7)?;
    let number = TicketNumber { group: group(row.str(3)?)?, serial: row.int_as(4)? };
    Ok(Ticket {
        id: id.parse()?,
        unit: known("unit code", &unit, unit.parse().ok())?,
        on: date_of(row.int(2)?),
        number,
        group: group(row.str(5)?)?,
        door: known("door", &door, Door::from_name(&door))?,
        priority: priority
            .map(|name| known("ground of priority", &name, PriorityReason::from_name(&name)))
            .transpose()?,
        door_at: from_ms(row.int(8)?),
        slot_at: may_at(21)?,
        stage: known("stage of a ticket", &stage, TicketStage::from_name(&stage))?,
        version: row.int_as(10)?,
        counter: may_counter(11)?,
        only_at: may_counter(12)?,
        calls: row.int_as(13)?,
        first_called_at: may_at(14)?,
        called_at: may_at(15)?,
        serving_since: may_at(16)?,
        absent_since: may_at(17)?,
        ended_at: may_at(18)?,
        dossiers: row
            .str(19)?
            .split_whitespace()
            .map(|code| DossierCode::recorded(code.to_owned()))
            .collect(),
        changed_at: from_ms(row.int(20)?),
    })
}

pub(super) fn insert_values(ticket: &Ticket, token_hash: &[u8; 32]) -> Vec<V> {
    values![
        ticket.id.to_string(),
        token_hash,
        ticket.unit.as_str(),
        day_number(ticket.on),
        ticket.number.group.to_string(),
        ticket.number.serial,
        ticket.group.to_string(),
        ticket.door.name(),
        ticket.priority.map(PriorityReason::name),
        to_ms(ticket.door_at),
        ticket.slot_at.map(to_ms),
        ticket.stage.name(),
        ticket.version,
        to_ms(ticket.changed_at)
    ]
    .into()
}

/// The values of an update; `turn` is the turn of a call, absent for everything else.
pub(super) fn update_values(ticket: &Ticket, turn: Option<i64>) -> Vec<V> {
    let ms = |at: Option<Timestamp>| at.map(to_ms);
    let at_counter = ticket.counter.filter(|_| ticket.stage.is_at_counter());
    let number = |counter: Option<CounterNumber>| counter.map(|counter| i64::from(counter.get()));
    let codes: Vec<&str> = ticket.dossiers.iter().map(DossierCode::as_str).collect();
    values![
        ticket.id.to_string(),
        ticket.version.saturating_sub(1),
        ticket.group.to_string(),
        ticket.stage.name(),
        !ticket.stage.is_over(),
        ticket.version,
        number(ticket.counter),
        number(at_counter),
        number(ticket.only_at),
        ticket.calls,
        turn,
        ms(ticket.first_called_at),
        ms(ticket.called_at),
        ms(ticket.serving_since),
        ms(ticket.absent_since),
        ms(ticket.ended_at),
        codes.join(" "),
        to_ms(ticket.changed_at)
    ]
    .into()
}

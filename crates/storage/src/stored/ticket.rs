//! Event payloads of tickets as stored, format 1.

use super::Undecodable;
use domain::dossier::DossierCode;
use domain::queue::{
    CancelCause, CloseReason, CounterNumber, Door, Goal, Group, PriorityReason, TicketEvent,
};
use domain::time::{from_ms, to_ms};
use serde::{Deserialize, Serialize};

/// The format written today.
pub const FORMAT: i64 = 1;

#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
enum Payload {
    Issued {
        unit: String,
        on: String,
        number: String,
        door: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        priority: Option<String>,
        door_at: i64,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        slot_at: Option<i64>,
    },
    Called {
        counter: u8,
    },
    Recalled {},
    ServingStarted {},
    Finished {},
    Transferred {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        group: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        counter: Option<u8>,
    },
    MarkedAbsent {},
    CameBack {},
    Parked {},
    Resumed {},
    Cancelled {
        cause: String,
    },
    PrintFailed {},
    Closed {
        reason: String,
    },
    DossierLinked {
        code: String,
    },
}

/// The payload of an event.
///
/// # Errors
/// [`Undecodable::Json`], which no value of the domain causes.
pub fn encode_ticket(event: &TicketEvent) -> Result<String, Undecodable> {
    let payload = match event {
        TicketEvent::Issued { unit, on, number, door, priority, door_at, slot_at } => Payload::Issued {
            unit: unit.to_string(),
            on: on.to_string(),
            number: number.to_string(),
            door: door.name().to_owned(),
            priority: priority.map(|reason| reason.name().to_owned()),
            door_at: to_ms(*door_at),
            slot_at: slot_at.map(to_ms),
        },
        TicketEvent::Called { counter } => Payload::Called { counter: counter.get() },
        TicketEvent::Recalled => Payload::Recalled {},
        TicketEvent::ServingStarted => Payload::ServingStarted {},
        TicketEvent::Finished => Payload::Finished {},
        TicketEvent::Transferred { to: Goal::Group(group) } => {
            Payload::Transferred { group: Some(group.to_string()), counter: None }
        }
        TicketEvent::Transferred { to: Goal::Counter(counter) } => {
            Payload::Transferred { group: None, counter: Some(counter.get()) }
        }
        TicketEvent::MarkedAbsent => Payload::MarkedAbsent {},
        TicketEvent::CameBack => Payload::CameBack {},
        TicketEvent::Parked => Payload::Parked {},
        TicketEvent::Resumed => Payload::Resumed {},
        TicketEvent::Cancelled { cause } => Payload::Cancelled { cause: cause.name().to_owned() },
        TicketEvent::PrintFailed => Payload::PrintFailed {},
        TicketEvent::Closed { reason } => Payload::Closed { reason: reason.name().to_owned() },
        TicketEvent::DossierLinked { code } => Payload::DossierLinked { code: code.as_str().to_owned() },
    };
    serde_json::to_string(&payload)
        .map_err(|source| Undecodable::Json { kind: event.kind().to_owned(), source })
}

/// Reads a payload back.
///
/// # Errors
/// [`Undecodable`].
pub fn decode_ticket(kind: &str, format: i64, payload: &str) -> Result<TicketEvent, Undecodable> {
    if format != FORMAT {
        return Err(Undecodable::Format(format));
    }
    let payload: Payload = serde_json::from_str(payload)
        .map_err(|source| Undecodable::Json { kind: kind.to_owned(), source })?;
    Ok(match payload {
        Payload::Issued { unit, on, number, door, priority, door_at, slot_at } => TicketEvent::Issued {
            unit: known("unit code", &unit, unit.parse().ok())?,
            on: known("day", &on, on.parse().ok())?,
            number: known("ticket number", &number, number.parse().ok())?,
            door: known("door", &door, Door::from_name(&door))?,
            priority: priority
                .map(|name| known("ground of priority", &name, PriorityReason::from_name(&name)))
                .transpose()?,
            door_at: from_ms(door_at),
            slot_at: slot_at.map(from_ms),
        },
        Payload::Called { counter } => TicketEvent::Called { counter: at(counter)? },
        Payload::Recalled {} => TicketEvent::Recalled,
        Payload::ServingStarted {} => TicketEvent::ServingStarted,
        Payload::Finished {} => TicketEvent::Finished,
        Payload::Transferred { group: Some(group), counter: None } => {
            let group: Group = known("group", &group, group.parse().ok())?;
            TicketEvent::Transferred { to: Goal::Group(group) }
        }
        Payload::Transferred { group: None, counter: Some(counter) } => {
            TicketEvent::Transferred { to: Goal::Counter(at(counter)?) }
        }
        Payload::Transferred { .. } => {
            return Err(Undecodable::Name { what: "goal of a transfer", value: kind.to_owned() });
        }
        Payload::MarkedAbsent {} => TicketEvent::MarkedAbsent,
        Payload::CameBack {} => TicketEvent::CameBack,
        Payload::Parked {} => TicketEvent::Parked,
        Payload::Resumed {} => TicketEvent::Resumed,
        Payload::Cancelled { cause } => {
            TicketEvent::Cancelled { cause: known("cause", &cause, CancelCause::from_name(&cause))? }
        }
        Payload::PrintFailed {} => TicketEvent::PrintFailed,
        Payload::Closed { reason } => {
            TicketEvent::Closed { reason: known("reason", &reason, CloseReason::from_name(&reason))? }
        }
        Payload::DossierLinked { code } => TicketEvent::DossierLinked { code: DossierCode::recorded(code) },
    })
}

fn known<T>(what: &'static str, value: &str, read: Option<T>) -> Result<T, Undecodable> {
    read.ok_or_else(|| Undecodable::Name { what, value: value.to_owned() })
}

fn at(counter: u8) -> Result<CounterNumber, Undecodable> {
    known("counter", &counter.to_string(), CounterNumber::try_from(i64::from(counter)).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn payloads_read_back() {
        let counter = CounterNumber::try_from(7).unwrap();
        for event in [
            TicketEvent::Issued {
                unit: "10852".parse().unwrap(),
                on: jiff::civil::date(2024, 2, 2),
                number: "A012".parse().unwrap(),
                door: Door::Phone,
                priority: Some(PriorityReason::Merit),
                door_at: from_ms(1_706_833_800_000),
                slot_at: Some(from_ms(1_706_835_600_000)),
            },
            TicketEvent::Called { counter },
            TicketEvent::Recalled,
            TicketEvent::ServingStarted,
            TicketEvent::Finished,
            TicketEvent::Transferred { to: Goal::Group(Group::B) },
            TicketEvent::Transferred { to: Goal::Counter(counter) },
            TicketEvent::MarkedAbsent,
            TicketEvent::CameBack,
            TicketEvent::Parked,
            TicketEvent::Resumed,
            TicketEvent::Cancelled { cause: CancelCause::Mistake },
            TicketEvent::PrintFailed,
            TicketEvent::Closed { reason: CloseReason::DayEnded },
            TicketEvent::DossierLinked { code: DossierCode::recorded("H23.26.10-240202-0001".into()) },
        ] {
            let text = encode_ticket(&event).unwrap();
            assert_eq!(decode_ticket(event.kind(), FORMAT, &text).unwrap(), event, "{text}");
            assert!(decode_ticket(event.kind(), 2, &text).is_err());
        }
        for odd in ["{}", "{\"kind\":\"recalled\",\"more\":1}", "{\"kind\":\"transferred\"}"] {
            assert!(decode_ticket("odd", FORMAT, odd).is_err(), "{odd}");
        }
    }
}

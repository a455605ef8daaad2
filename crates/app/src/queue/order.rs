//! Who is next: tickets as candidates of `friday::order`, so that the hall and the simulator obey one rule.

use domain::queue::Ticket;
use domain::time::{instant_on, to_ms};
use friday::DayTime;
use friday::order::{Accumulating, Candidate, Class, Policy, SlotRules, next, place};
use jiff::Timestamp;
use jiff::civil::Time;
use std::cmp::Ordering;

/// The rule of the hall: waiting counts five times for priority, and caps see to it that nobody starves.
const RULE: Policy = Policy::Accumulating(Accumulating::USUAL);

fn day_time(ticket: &Ticket, at: Timestamp) -> DayTime {
    let midnight = to_ms(instant_on(ticket.on, Time::midnight()));
    DayTime::from_ms(to_ms(at).saturating_sub(midnight))
}

fn candidate(ticket: &Ticket) -> Candidate {
    let class = if ticket.priority.is_some() { Class::Priority } else { Class::Normal };
    let slot = ticket.slot_at.map(|slot| day_time(ticket, slot));
    place(class, slot, day_time(ticket, ticket.door_at), SlotRules::USUAL)
}

/// Whose turn it is at an instant: the position among the tickets given.
pub(super) fn next_of(tickets: &[Ticket], now: Timestamp) -> Option<usize> {
    let first = tickets.first()?;
    next(tickets.iter().map(candidate), day_time(first, now), RULE)
}

/// Puts tickets in the order in which they would be called if nobody else came.
pub(super) fn sort(tickets: &mut [Ticket], now: Timestamp) {
    tickets.sort_by(|one, other| {
        let pair = [candidate(one), candidate(other)];
        let now = day_time(one, now);
        match (next(pair, now, RULE), next([pair[1], pair[0]], now, RULE)) {
            (Some(0), Some(0)) => (one.number.serial, one.id).cmp(&(other.number.serial, other.id)),
            (Some(0), _) => Ordering::Less,
            (_, _) => Ordering::Greater,
        }
    });
}

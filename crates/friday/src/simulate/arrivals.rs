//! Who comes on one day, and when they stand at the counter.

use super::prepared::Prepared;
use crate::order::{Candidate, Class, SlotRules, place};
use crate::stream::unit;
use crate::{DayTime, Law, Span, Stage, Streams};

/// Uses of chance; 0 to 3 are the stages.
const KIND: u64 = 4;
const CLASS: u64 = 5;
const HELP: u64 = 6;
const FILLING: u64 = 7;
const SHOWS_UP: u64 = 8;
const PUNCTUAL: u64 = 9;
pub(super) const PATIENCE: u64 = 10;
pub(super) const ABSENT: u64 = 11;
const LOAD: u64 = 12;
const GAP: u64 = 16;

/// Numbers of cases: walk-ins from 0, booked and listed ones apart, so that a change of one leaves the others alone.
const BOOKED: u64 = 1 << 40;
const LISTED: u64 = 1 << 41;
/// Numbers for draws that belong to the day and not to a case.
const DAY: u64 = 1 << 42;

/// A file on its way through the day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Case {
    pub(super) key: u64,
    pub(super) kind: u32,
    pub(super) enters: Stage,
    /// Through the door.
    pub(super) door: i64,
    /// Joins the queue: the door, or when the form is filled.
    pub(super) joins: i64,
    /// Place in the queue for the counter.
    pub(super) place: Candidate,
    /// A volunteer has helped.
    pub(super) helped: bool,
}

/// Draws the day's arrivals into `cases`, in the order in which they join the queue.
pub(super) fn draw(prepared: &Prepared, streams: Streams, cases: &mut Vec<Case>) {
    cases.clear();
    walk_ins(prepared, streams, cases);
    let punctuality = prepared.plan.booking.punctuality;
    for (number, slot) in prepared.plan.booking.slots.iter().enumerate() {
        let number = BOOKED + number as u64;
        if streams.unit(number, SHOWS_UP) < slot.show {
            let range = (punctuality.early + punctuality.late).ms() as f64;
            let shift = (streams.unit(number, PUNCTUAL) * range).round() as i64 - punctuality.early.ms();
            let door = DayTime::from_ms(slot.at.ms() + shift);
            cases.push(case(
                prepared,
                streams,
                number,
                Arrival { door, slot: Some(slot.at), ..Arrival::NEW },
            ));
        }
    }
    for (number, listed) in prepared.plan.listed.iter().enumerate() {
        let arrival = Arrival {
            door: listed.at,
            slot: None,
            enters: listed.enters,
            class: listed.class,
            kind: listed.kind,
        };
        cases.push(case(prepared, streams, LISTED + number as u64, arrival));
    }
    cases.sort_by_key(|case| case.door);
    if !prepared.volunteers.is_empty() {
        fill_forms(prepared, streams, cases);
        cases.sort_by_key(|case| case.joins);
    }
}

/// What is known of somebody who comes.
struct Arrival {
    door: DayTime,
    slot: Option<DayTime>,
    enters: Stage,
    class: Option<Class>,
    kind: Option<usize>,
}

impl Arrival {
    const NEW: Self =
        Self { door: DayTime::from_ms(0), slot: None, enters: Stage::Receive, class: None, kind: None };
}

fn case(prepared: &Prepared, streams: Streams, number: u64, arrival: Arrival) -> Case {
    let plan = prepared.plan;
    let key = Streams::key(number);
    let drawn = || {
        let priority = plan.priority_share > 0.0 && unit(streams.keyed(key, CLASS)) < plan.priority_share;
        if priority { Class::Priority } else { Class::Normal }
    };
    let class = arrival.class.unwrap_or_else(drawn);
    let kind = arrival.kind.unwrap_or_else(|| match prepared.samplers.len() {
        1 => 0,
        _ => prepared.kind(streams.keyed(key, KIND)),
    });
    Case {
        key,
        kind: kind as u32,
        enters: arrival.enters,
        door: arrival.door.ms(),
        joins: arrival.door.ms(),
        place: place(class, arrival.slot, arrival.door, SlotRules::USUAL),
        helped: false,
    }
}

/// Poisson arrivals, window by window, faster or slower by the day's own factor.
fn walk_ins(prepared: &Prepared, streams: Streams, cases: &mut Vec<Case>) {
    let factor = load(prepared.plan.load_spread, streams);
    let mut number = 0;
    for (which, (window, _)) in prepared.plan.walk_ins.iter().enumerate() {
        let Some(gaps) = &prepared.gaps[which] else { continue };
        let mut at = window.from.ms();
        loop {
            let gap = gaps.at(streams.bits(number, GAP + which as u64));
            at += if factor == 1.0 { gap } else { (gap as f64 / factor).round() as i64 };
            if at >= window.to.ms() {
                break;
            }
            let door = DayTime::from_ms(at);
            cases.push(case(prepared, streams, number, Arrival { door, ..Arrival::NEW }));
            number += 1;
        }
    }
}

/// The day's factor on all walk-ins, mean 1.
fn load(spread: f64, streams: Streams) -> f64 {
    const ONE: Span = Span::from_ms(1_000_000);
    if spread <= 0.0 {
        return 1.0;
    }
    let drawn = Law::lognormal(ONE, spread).exceeded_with(streams.unit(DAY, LOAD));
    (drawn / ONE.ms() as f64).clamp(0.05, 20.0)
}

/// A citizen who needs help gets it if a volunteer is free at that moment; nobody queues for volunteers.
fn fill_forms(prepared: &Prepared, streams: Streams, cases: &mut [Case]) {
    let mut free = vec![i64::MIN; prepared.volunteers.len()];
    for case in cases.iter_mut().filter(|case| case.enters == Stage::Receive) {
        if unit(streams.keyed(case.key, HELP)) >= prepared.plan.volunteers.share {
            continue;
        }
        let there = |volunteer: &usize| {
            let hours = &prepared.volunteers[*volunteer];
            free[*volunteer] <= case.door
                && hours.iter().any(|hour| hour.0 <= case.door && case.door < hour.1)
        };
        if let Some(volunteer) = (0..free.len()).find(there) {
            case.joins = case.door + prepared.filling.at(streams.keyed(case.key, FILLING));
            case.helped = true;
            free[volunteer] = case.joins;
            let joins = DayTime::from_ms(case.joins);
            case.place.since = case.place.since.max(joins);
            case.place.not_before = case.place.not_before.max(joins);
        }
    }
}

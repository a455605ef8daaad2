//! The bound of overtaking: whoever came 48 minutes later never goes ahead, and everybody is served.

use super::super::order::{next_of, sort};
use super::unit;
use domain::id::TicketId;
use domain::queue::{Door, Group, PriorityReason, Ticket, TicketNumber, TicketStage};
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

/// A priority ticket overtakes only while five times its wait is more than the other's wait, up to the cap of an hour:
/// at most four fifths of an hour after the other.
const OVERTAKEN_WITHIN: SignedDuration = SignedDuration::from_mins(48);

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_706_833_800 + seconds).unwrap()
}

fn ticket(serial: u32, door: i64, priority: bool) -> Ticket {
    Ticket {
        id: TicketId::from_parts(1, u128::from(serial)),
        unit: unit(),
        on: date(2024, 2, 2),
        number: TicketNumber { group: Group::A, serial },
        group: Group::A,
        door: Door::Kiosk,
        priority: priority.then_some(PriorityReason::Aged),
        door_at: at(door),
        slot_at: None,
        stage: TicketStage::Waiting,
        version: 1,
        counter: None,
        only_at: None,
        calls: 0,
        first_called_at: None,
        called_at: None,
        serving_since: None,
        absent_since: None,
        ended_at: None,
        dossiers: Vec::new(),
        changed_at: at(door),
    }
}

proptest! {
    #[test]
    fn nobody_is_overtaken_beyond_the_bound_and_nobody_starves(
        people in proptest::collection::vec((0i64..300, proptest::bool::weighted(0.6), 60i64..1_200), 1..120)
    ) {
        // One desk, more work than it can do: the worst for whoever has no priority.
        let mut clock = 0;
        let mut arriving: Vec<(Ticket, i64)> = Vec::new();
        for (serial, (gap, priority, visit)) in (1..).zip(&people) {
            clock += gap;
            arriving.push((ticket(serial, clock, *priority), *visit));
        }
        let (mut waiting, mut served): (Vec<(Ticket, i64)>, Vec<Ticket>) = (Vec::new(), Vec::new());
        let (mut now, mut rest) = (0, arriving.into_iter().peekable());
        loop {
            while rest.peek().is_some_and(|(ticket, _)| ticket.door_at <= at(now)) {
                waiting.extend(rest.next());
            }
            let tickets: Vec<Ticket> = waiting.iter().map(|(ticket, _)| ticket.clone()).collect();
            let Some(index) = next_of(&tickets, at(now)) else {
                let Some((ticket, _)) = rest.peek() else { break };
                now = ticket.door_at.as_second() - at(0).as_second();
                continue;
            };
            let (next, visit) = waiting.remove(index);
            for (passed, _) in &waiting {
                let later = next.door_at.duration_since(passed.door_at);
                prop_assert!(later < OVERTAKEN_WITHIN, "{} passed {} after {later:?}", next.number, passed.number);
                prop_assert!(later <= SignedDuration::ZERO || next.priority.is_some(), "only priority passes");
            }
            served.push(next);
            now += visit;
        }
        prop_assert_eq!(served.len(), people.len());
    }

    #[test]
    fn the_line_is_the_order_of_calling(
        people in proptest::collection::vec((0i64..5_000, any::<bool>()), 1..40), now in 5_000i64..12_000
    ) {
        let mut line: Vec<Ticket> =
            (1..).zip(&people).map(|(serial, (door, priority))| ticket(serial, *door, *priority)).collect();
        let mut rest = line.clone();
        sort(&mut line, at(now));
        for expected in &line {
            let next = next_of(&rest, at(now)).unwrap();
            let called = rest.remove(next);
            prop_assert_eq!((called.priority, called.door_at), (expected.priority, expected.door_at));
        }
    }
}

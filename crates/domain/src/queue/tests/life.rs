//! Rules inside the cells of the table: absence, coming back, counters, transfers, the end of the day.

use super::sample::*;
use crate::queue::TicketAct as A;
use crate::queue::*;

fn tried(ticket: &Ticket, act: A, minutes: i64, from: Option<i64>) -> Result<TicketEvent, TicketRefusal> {
    decide(Some(ticket), command(act), &context(minutes, from))
}

#[test]
fn nobody_is_absent_before_the_second_call_and_the_way() {
    let once = after(&[A::Call]);
    assert_eq!(
        tried(&once, A::MarkAbsent, 9, Some(1)),
        Err(TicketRefusal::TooFewCalls { calls: 1, needed: 2 })
    );
    let twice = after(&[A::Call, A::Recall]);
    let walk = QueueRules::STANDARD.walk;
    assert_eq!(tried(&twice, A::MarkAbsent, 2, Some(1)), Err(TicketRefusal::TooSoon { walk }));
    assert_eq!(tried(&twice, A::MarkAbsent, 3, Some(1)), Ok(TicketEvent::MarkedAbsent));
}

#[test]
fn an_absent_ticket_comes_back_within_half_an_hour_with_its_door_time() {
    let absent = after(&[A::Call, A::Recall, A::MarkAbsent]);
    let within = QueueRules::STANDARD.come_back;
    assert_eq!(tried(&absent, A::ComeBack, 33, None), Ok(TicketEvent::CameBack));
    assert_eq!(tried(&absent, A::ComeBack, 34, None), Err(TicketRefusal::TooLate { within }));
    let back = after(&[A::Call, A::Recall, A::MarkAbsent, A::ComeBack]);
    assert_eq!((back.stage, back.door_at, back.calls), (TicketStage::Waiting, at(0), 0));
    // It is called anew, so the next absence needs its calls again.
    let called = after(&[A::Call, A::Recall, A::MarkAbsent, A::ComeBack, A::Call]);
    assert_eq!(called.calls, 1);
}

#[test]
fn only_the_counter_that_holds_a_ticket_acts_on_it() {
    let called = after(&[A::Call]);
    for act in [A::Recall, A::Start, A::Finish, A::Park, A::MarkAbsent, A::Transfer] {
        let other = TicketRefusal::OtherCounter { counter: counter(1) };
        assert_eq!(tried(&called, act, 9, Some(2)), Err(other), "{}", act.name());
        assert_eq!(tried(&called, act, 9, None), Err(TicketRefusal::NoCounter), "{}", act.name());
    }
    let waiting = after(&[]);
    assert_eq!(tried(&waiting, A::Call, 1, None), Err(TicketRefusal::NoCounter));
    // Who was set aside comes back to the same desk.
    let parked = after(&[A::Call, A::Park]);
    let other = TicketRefusal::OtherCounter { counter: counter(1) };
    assert_eq!(tried(&parked, A::Call, 9, Some(2)), Err(other));
    assert!(tried(&parked, A::Call, 9, Some(1)).is_ok());
}

#[test]
fn a_transfer_keeps_number_and_door_time() {
    let moved = after(&[A::Call, A::Start, A::Transfer]);
    assert_eq!((moved.number.to_string(), moved.group, moved.door_at), ("A001".into(), Group::B, at(0)));
    assert_eq!((moved.stage, moved.counter), (TicketStage::Waiting, None));
    let same = TicketCommand::Transfer { to: Goal::Group(Group::B) };
    assert_eq!(decide(Some(&moved), same, &context(9, None)), Err(TicketRefusal::SamePlace));
    let mut log = vec![];
    let first = carry_out(None, issue(0), &context(0, None), &mut log).unwrap();
    let to_two = TicketCommand::Transfer { to: Goal::Counter(counter(2)) };
    let bound = carry_out(Some(first), to_two, &context(1, None), &mut log).unwrap();
    let other = TicketRefusal::OtherCounter { counter: counter(2) };
    assert_eq!(tried(&bound, A::Call, 2, Some(1)), Err(other));
    assert!(tried(&bound, A::Call, 2, Some(2)).is_ok());
}

#[test]
fn a_dossier_is_linked_once() {
    let linked = after(&[A::Call, A::LinkDossier]);
    assert_eq!(linked.dossiers.len(), 1);
    assert_eq!(tried(&linked, A::LinkDossier, 5, Some(1)), Err(TicketRefusal::LinkedBefore));
}

#[test]
fn the_day_ends_at_midnight_for_whatever_is_open() {
    let waiting = after(&[]);
    let midnight = crate::time::instant_on(jiff::civil::date(2024, 2, 3), jiff::civil::time(0, 0, 0, 0));
    let before = midnight - jiff::SignedDuration::from_millis(1);
    assert_eq!(day_ended(&waiting, before), None);
    assert_eq!(day_ended(&waiting, midnight), Some(CloseReason::DayEnded));
    assert_eq!(day_ended(&after(&[A::Call, A::Finish]), midnight), None, "it is over already");
    // A clock put back to the day before closes nothing.
    assert_eq!(day_ended(&waiting, at(-60 * 24)), None);
}

#[test]
fn a_clock_put_back_makes_no_negative_wait() {
    let mut log = vec![];
    let issued = carry_out(None, issue(30), &context(30, None), &mut log).unwrap();
    let called = carry_out(Some(issued), TicketCommand::Call, &context(-90, Some(1)), &mut log).unwrap();
    assert_eq!((called.called_at, called.changed_at), (Some(at(30)), at(30)));
    let early = TicketContext { at: at(0), ..context(0, None) };
    assert_eq!(decide(None, issue(1), &early), Err(TicketRefusal::DoorInFuture));
}

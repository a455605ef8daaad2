//! Numbers, groups, counters, doors and waits.

use super::sample::*;
use crate::day::{CalendarBuilder, NamedDay, WeeklyPattern};
use crate::queue::*;
use crate::time::instant_on;
use jiff::SignedDuration;
use jiff::civil::{date, time};
use std::sync::Arc;

#[test]
fn numbers_read_as_people_type_them_and_widen() {
    for typed in ["A012", "a12", "A 012", " a-12 "] {
        assert_eq!(typed.parse::<TicketNumber>().map(|n| n.to_string()), Ok("A012".to_owned()), "{typed}");
    }
    for bad in ["", "A", "12", "A0", "AA1", "A12B", "Đ1", "A99999999999"] {
        assert!(bad.parse::<TicketNumber>().is_err(), "{bad}");
    }
    let late = TicketNumber { group: Group::A, serial: 10_000 };
    assert_eq!(late.to_string(), "A10000");
    assert_eq!(late.to_string().parse(), Ok(late));
}

#[test]
fn groups_and_counters_are_bounded() {
    assert_eq!("b".parse(), Ok(Group::B));
    for bad in ["", "AB", "1", "Ă"] {
        assert!(bad.parse::<Group>().is_err(), "{bad}");
    }
    for bad in ["0", "100", "-1", "x", ""] {
        assert!(bad.parse::<CounterNumber>().is_err(), "{bad}");
    }
    assert_eq!("7".parse::<CounterNumber>().map(CounterNumber::get), Ok(7));
}

#[test]
fn a_counter_left_open_is_closed_the_next_morning() {
    let unit = "10852".parse().unwrap();
    let mut desk = Counter::plain(unit, counter(1), &GroupSpec::standard());
    assert_eq!(desk.groups.len(), 3);
    let by = crate::id::AccountId::from_parts(1, 1);
    desk.opening = Some(Opening { by, since: at(0) });
    assert!(desk.open_on(date(2024, 2, 2)).is_some());
    assert!(desk.open_on(date(2024, 2, 3)).is_none());
}

#[test]
fn tickets_are_given_from_an_hour_before_opening_to_closing_on_working_days() {
    let name = Arc::new(NamedDay { vi: "Tết".into(), en: "Tet".into(), source: None });
    let calendar = CalendarBuilder::new(WeeklyPattern::office()).off(date(2024, 2, 9), name).build().unwrap();
    let friday = date(2024, 2, 2);
    let given = |on, hour, minute| tickets_given(instant_on(on, time(hour, minute, 0, 0)), &calendar);
    for (hour, minute, open) in
        [(6, 29, false), (6, 30, true), (12, 0, true), (17, 0, true), (17, 1, false), (0, 0, false)]
    {
        assert_eq!(given(friday, hour, minute).is_ok(), open, "{hour}:{minute}");
    }
    let holiday = given(date(2024, 2, 9), 9, 0).unwrap_err();
    assert_eq!(holiday.opens_at, Some(instant_on(date(2024, 2, 12), time(7, 30, 0, 0))));
    assert!(given(date(2024, 2, 3), 9, 0).is_err(), "a Saturday");
}

#[test]
fn a_wait_is_always_a_range() {
    let none = Served::default();
    assert_eq!(expected(3, 0, 0, none), Wait::NoCounterOpen);
    let minutes = |ahead, counters, free, served| match expected(ahead, counters, free, served) {
        Wait::Minutes { from, to } => (from, to),
        Wait::NoCounterOpen => panic!("counters are open"),
    };
    assert_eq!(minutes(0, 1, 1, none), (0, 5), "next, and somebody is free");
    assert_eq!(minutes(4, 2, 0, none), (5, 35));
    // Short visits make it shorter, more counters too; more people make it longer.
    let quick = Served::of(std::iter::repeat_n(SignedDuration::from_mins(2), 40));
    assert!(minutes(10, 1, 0, quick).1 < minutes(10, 1, 0, none).1);
    for ahead in 0..200 {
        for counters in 1..6 {
            let (from, to) = minutes(ahead, counters, 0, none);
            assert!(from < to && from % 5 == 0 && to % 5 == 0, "{ahead} {counters}");
            assert!(minutes(ahead + 1, counters, 0, none).1 >= to);
            assert!(minutes(ahead, counters + 1, 0, none).1 <= to);
        }
    }
    // Nonsense is no reason to fall over.
    let odd = Served::of([SignedDuration::from_hours(-3), SignedDuration::MAX]);
    let (from, to) = minutes(u32::MAX, 1, u32::MAX, odd);
    assert!(from < to);
}

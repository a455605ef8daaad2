//! What holds for every receipt.

use super::super::{Deadline, DeadlineRule, Term, WorkingCalendar, due, resume_with_remainder, time_left};
use super::office;
use crate::time;
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use proptest::prelude::*;
use std::sync::LazyLock;

static OFFICE: LazyLock<WorkingCalendar> = LazyLock::new(office);

fn instants() -> impl Strategy<Value = Timestamp> {
    (1900_i16..2200, 1_i8..=12, 1_i8..=28, 0_i8..24, 0_i8..60, 0_i8..60).prop_map(
        |(year, month, day, hour, minute, second)| {
            let on = Date::constant(year, month, day);
            time::instant_on(on, Time::constant(hour, minute, second, 0))
        },
    )
}

fn terms() -> impl Strategy<Value = Term> {
    prop_oneof![
        Just(Term::SameDay),
        (0_u16..200).prop_map(Term::WorkingDays),
        (0_u16..400).prop_map(Term::CalendarDays),
        (0_u16..400).prop_map(Term::Hours),
    ]
}

fn due_at_office(term: Term, received: Timestamp) -> Deadline {
    due(term, received, &OFFICE, &DeadlineRule::civil_status())
}

fn longer(term: Term) -> Term {
    match term {
        Term::SameDay => Term::SameDay,
        Term::WorkingDays(days) => Term::WorkingDays(days + 1),
        Term::CalendarDays(days) => Term::CalendarDays(days + 1),
        Term::Hours(hours) => Term::Hours(hours + 1),
    }
}

proptest! {
    #[test]
    fn due_on_a_working_day_within_hours_after_receipt(received in instants(), term in terms()) {
        let deadline = due_at_office(term, received);
        prop_assert!(deadline.received_counted_from >= received);
        prop_assert!(deadline.due_at >= deadline.received_counted_from);
        prop_assert!(OFFICE.is_working_day(deadline.due_on).is_working());
        prop_assert!(OFFICE.is_open_at(deadline.due_at));
        prop_assert!(deadline.skipped.iter().all(|day| !OFFICE.is_working_day(day.on).is_working()));
        prop_assert!(deadline.skipped.is_sorted_by(|one, next| one.on < next.on));
    }

    #[test]
    fn more_is_never_earlier(received in instants(), term in terms()) {
        prop_assert!(due_at_office(longer(term), received).due_at >= due_at_office(term, received).due_at);
    }

    #[test]
    fn later_is_never_due_earlier(one in instants(), term in terms(), seconds in 0_i64..1_000_000) {
        let other = one + jiff::SignedDuration::from_secs(seconds);
        prop_assert!(due_at_office(term, other).due_at >= due_at_office(term, one).due_at);
    }

    #[test]
    fn the_same_asked_twice_is_the_same(received in instants(), term in terms()) {
        prop_assert_eq!(due_at_office(term, received), due_at_office(term, received));
    }

    #[test]
    fn a_pause_never_shortens(received in instants(), term in terms(), wait in 0_i64..500_000, pause in 0_i64..5_000_000) {
        let before = due_at_office(term, received);
        let paused_at = received + jiff::SignedDuration::from_secs(wait);
        let resumed_at = paused_at + jiff::SignedDuration::from_secs(pause);
        let after = resume_with_remainder(&before, paused_at, resumed_at, &OFFICE);
        prop_assert!(after.due_at >= before.due_at, "{} < {}", after.due_at, before.due_at);
    }

    #[test]
    fn time_left_turns_its_sign(one in instants(), seconds in -50_000_000_i64..50_000_000) {
        let other = one + jiff::SignedDuration::from_secs(seconds);
        let (forth, back) = (time_left(one, other, &OFFICE), time_left(other, one, &OFFICE));
        prop_assert_eq!(forth.signed_minutes(), -back.signed_minutes());
    }
}

#[test]
fn hour_terms_agree_with_the_working_time_they_grant() {
    for hours in 1..100 {
        let deadline = due_at_office(Term::Hours(hours), super::at("2024-02-02 08:17"));
        let left = time_left(deadline.received_at, deadline.due_at, &OFFICE);
        assert_eq!(left.signed_minutes(), i64::from(hours) * 60);
    }
}

#[test]
fn the_ends_of_time_do_not_panic() {
    for received in [Timestamp::MIN, Timestamp::MAX, time::instant_on(Date::MAX, Time::MAX)] {
        for term in
            [Term::SameDay, Term::WorkingDays(u16::MAX), Term::CalendarDays(u16::MAX), Term::Hours(u16::MAX)]
        {
            let deadline = due_at_office(term, received);
            assert!(deadline.due_at >= received);
            resume_with_remainder(&deadline, received, Timestamp::MAX, &OFFICE);
            time_left(received, deadline.due_at, &OFFICE);
        }
    }
}

//! Readiness of a unit for a no-wait day.

use super::*;
use crate::day::tests::office;
use crate::promise::DutySet;
use crate::time::instant_on;
use jiff::Timestamp;
use jiff::civil::time;

fn programme() -> crate::programme::Programme {
    crate::promise::tests::friday()
}

fn on_day(day: Date, hour: i8, minute: i8) -> Timestamp {
    instant_on(day, time(hour, minute, 0, 0))
}

fn light(conflicts: Option<&[Conflict]>, published: bool, present: DutySet, now: Timestamp) -> Readiness {
    let facts = (&programme(), &office());
    readiness(FRIDAY, conflicts, published, present, facts, now).expect("a no-wait Friday")
}

#[test]
fn the_light_by_what_is_wrong_and_how_near_the_day_is() {
    let (monday, thursday) = (on_day(date(2024, 1, 29), 9, 0), on_day(date(2024, 2, 1), 9, 0));
    let gap = Conflict::Uncovered { duty: Duty::Return, from: time(16, 0, 0, 0), to: time(17, 0, 0, 0) };
    let rows: [(Option<&[Conflict]>, bool, Timestamp, Light); 7] = [
        (None, false, monday, Light::Amber),
        (None, false, thursday, Light::Red),
        (Some(&[]), false, thursday, Light::Amber),
        (Some(&[]), true, thursday, Light::Green),
        (Some(std::slice::from_ref(&gap)), true, thursday, Light::Amber),
        (Some(&[Conflict::NoLeader]), true, monday, Light::Red),
        (Some(&[Conflict::Unstaffed { duty: Duty::Receive }]), true, monday, Light::Red),
    ];
    for (conflicts, published, now, expected) in rows {
        let found = light(conflicts, published, DutySet::NONE, now);
        assert_eq!(found.light, expected, "{conflicts:?} {published} {now}");
        assert_eq!(found.reasons.is_empty(), expected == Light::Green);
    }
    let both = light(Some(&[gap, Conflict::NoLeader]), false, DutySet::NONE, thursday);
    assert_eq!(both.reasons.first().map(|reason| reason.0), Some(Light::Red), "the gravest first");
}

#[test]
fn on_the_day_whoever_is_not_here_counts_after_a_quarter_of_an_hour() {
    let at = |hour, minute| {
        light(Some(&[]), true, DutySet::ALL.without(Duty::Approve), on_day(FRIDAY, hour, minute))
    };
    assert_eq!(at(7, 44).light, Light::Green);
    assert_eq!(at(7, 45).reasons, [(Light::Red, Unready::NobodyHere { duty: Duty::Approve })]);
    assert_eq!(at(12, 0).light, Light::Green, "nobody is missed while the unit is closed");
    assert_eq!(at(18, 0).light, Light::Green);
}

#[test]
fn only_days_of_the_programme_have_a_light() {
    let facts = (&programme(), &office());
    let thursday = date(2024, 2, 1);
    assert_eq!(readiness(thursday, None, false, DutySet::ALL, facts, on_day(thursday, 9, 0)), None);
    assert_eq!(coming_day(&programme(), &office(), thursday), Some(FRIDAY));
    assert_eq!(coming_day(&programme(), &office(), FRIDAY), Some(FRIDAY));
    // The Friday of Tết is a day off and is skipped.
    assert_eq!(coming_day(&programme(), &office(), date(2024, 2, 3)), Some(date(2024, 2, 16)));
}

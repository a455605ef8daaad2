//! Presence from check-ins that are forgotten, doubled, or made under a clock that jumps.

use super::*;
use crate::promise::DutySet;
use crate::time::instant_on;
use jiff::Timestamp;
use jiff::civil::time;
use proptest::prelude::*;

fn at(hour: i8, minute: i8) -> Timestamp {
    instant_on(FRIDAY, time(hour, minute, 0, 0))
}

fn stay(who: u128, duty: Duty, from: Timestamp, out: Option<Timestamp>) -> Stay {
    Stay { person: person(who), duties: DutySet::NONE.with(duty), in_at: from, out_at: out }
}

fn covered(stays: &[Stay], aways: &[Away], switches: &[Switch], now: Timestamp) -> DutySet {
    on_duty(stays, aways, switches, FRIDAY, Some(at(17, 0)), now)
}

#[test]
fn a_forgotten_check_out_ends_with_the_closing_minute() {
    let here = stay(1, Duty::Receive, at(7, 25), None);
    let end = |now| stay_end(&here, FRIDAY, Some(at(17, 0)), now);
    assert_eq!(end(at(17, 0)), StayEnd::Open);
    assert_eq!(end(at(17, 1)), StayEnd::Forgotten(at(17, 0)));
    let gone = Stay { out_at: Some(at(16, 0)), ..here };
    assert_eq!(stay_end(&gone, FRIDAY, Some(at(17, 0)), at(16, 30)), StayEnd::CheckedOut(at(16, 0)));
    // Whoever comes back after closing stays until midnight, as on a day off.
    let late = stay(1, Duty::Receive, at(18, 0), None);
    assert_eq!(stay_end(&late, FRIDAY, Some(at(17, 0)), at(19, 0)), StayEnd::Open);
    assert_eq!(stay_end(&here, FRIDAY, None, at(20, 0)), StayEnd::Open);
}

#[test]
fn a_clock_set_back_throws_nobody_out() {
    let stays = [stay(1, Duty::Receive, at(9, 0), None)];
    assert!(covered(&stays, &[], &[], at(8, 0)).contains(Duty::Receive));
    // Forward past closing and back again: the stay is open again, for nothing was written.
    assert!(!covered(&stays, &[], &[], at(18, 0)).contains(Duty::Receive));
    assert!(covered(&stays, &[], &[], at(10, 0)).contains(Duty::Receive));
}

#[test]
fn a_leader_called_away_takes_the_duty_along_until_the_hour_named() {
    let stays = [stay(3, Duty::Approve, at(7, 30), None)];
    let until = |until_at, back_at| [Away { person: person(3), from_at: at(10, 0), until_at, back_at }];
    let here = |aways: &[Away], now| covered(&stays, aways, &[], now).contains(Duty::Approve);
    let until_two = until(Some(at(14, 0)), None);
    assert!(!here(&until_two, at(10, 0)) && !here(&until_two, at(13, 59)) && here(&until_two, at(14, 0)));
    assert!(!here(&until(None, None), at(16, 59)));
    assert!(here(&until(None, Some(at(11, 0))), at(11, 0)));
    let deputy = [stays[0], stay(2, Duty::Approve, at(7, 30), None)];
    assert!(covered(&deputy, &until_two, &[], at(11, 0)).contains(Duty::Approve));
}

#[test]
fn a_switch_holds_until_somebody_of_the_duty_moves() {
    let switch = |on, since| [Switch { duty: Duty::Approve, on, since }];
    let none: [Stay; 0] = [];
    let approve =
        |stays: &[Stay], switches: &[Switch], now| covered(stays, &[], switches, now).contains(Duty::Approve);
    // Nobody checks in here: the switch alone decides, however old.
    assert!(approve(&none, &switch(true, at(7, 0)), at(16, 0)));
    assert!(!approve(&none, &[], at(16, 0)));
    let here = [stay(3, Duty::Approve, at(7, 30), None)];
    assert!(!approve(&here, &switch(false, at(9, 0)), at(9, 30)), "switched off by hand after they came");
    let back = [here[0], stay(7, Duty::Approve, at(10, 0), None)];
    assert!(approve(&back, &switch(false, at(9, 0)), at(10, 0)), "somebody came since");
    let gone = [stay(3, Duty::Approve, at(7, 30), Some(at(10, 0)))];
    assert!(!approve(&gone, &switch(true, at(7, 0)), at(10, 1)), "somebody went since");
}

#[test]
fn whoever_is_alone_cannot_approve_what_they_appraise() {
    let alone = Stay {
        duties: DutySet::NONE.with(Duty::Appraise).with(Duty::Approve),
        ..stay(7, Duty::Approve, at(8, 0), None)
    };
    let set = covered(&[alone], &[], &[], at(9, 0));
    assert!(set.contains(Duty::Appraise) && !set.contains(Duty::Approve));
    let two = covered(&[alone, stay(2, Duty::Appraise, at(8, 0), None)], &[], &[], at(9, 0));
    assert!(two.contains(Duty::Approve));
}

proptest! {
    #[test]
    fn one_more_person_never_uncovers_a_duty(
        minutes in proptest::collection::vec((1_u128..5, 0_usize..4, 0_i8..60), 0..8),
        more in 0_usize..4,
        now in 7_i8..17,
    ) {
        let stays: Vec<Stay> = minutes
            .iter()
            .map(|(who, duty, minute)| stay(*who, Duty::ALL[*duty], at(7, *minute), None))
            .collect();
        let before = covered(&stays, &[], &[], at(now, 0));
        let mut after = stays.clone();
        after.push(stay(99, Duty::ALL[more], at(7, 0), None));
        let after = covered(&after, &[], &[], at(now, 0));
        // A first appraiser can show that the only approver is the same person; 99 is nobody else here.
        for duty in Duty::ALL {
            prop_assert!(!before.contains(duty) || after.contains(duty));
        }
    }
}

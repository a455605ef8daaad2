//! Conflicts of a roster, row by row.

use super::*;
use crate::promise::Duty::{Appraise, Approve, Receive, Return};
use jiff::civil::time;
use proptest::prelude::*;

fn found_with(
    roster: &[Shift],
    qualifications: &Qualifications,
    absences: &[Absence],
    elsewhere: &[Shift],
) -> Vec<Conflict> {
    let windows = [window("07:30-11:30"), window("13:30-17:00")];
    let facts = DayFacts {
        unit: &unit("10852"),
        on: FRIDAY,
        windows: &windows,
        sectors: &[sector("ho-tich"), sector("chung-thuc")],
        members: &members(),
        qualifications,
        absences,
        elsewhere,
    };
    conflicts(roster, &facts)
}

fn found(lines: &[&str]) -> Vec<Conflict> {
    found_with(&shifts(lines), &Qualifications::default(), &[], &[])
}

fn with(line: &str) -> Vec<Conflict> {
    let lines: Vec<&str> = FOUR.into_iter().chain([line]).collect();
    found(&lines)
}

fn without(index: usize) -> Vec<Conflict> {
    let kept = FOUR.iter().enumerate().filter(|(at, _)| *at != index).map(|(_, line)| *line);
    found(&kept.collect::<Vec<_>>())
}

#[test]
fn a_whole_day_of_the_four_has_none() {
    assert_eq!(found(&FOUR), []);
    assert_eq!(found(&[]), [], "no roster is said by readiness, not here");
}

#[test]
fn what_contradicts_itself_or_the_hours() {
    let outside = |hours: &str| with(&format!("5 receive {hours}"));
    assert_eq!(outside("12:00-09:00"), [Conflict::EndsBeforeItStarts { shift: 4 }]);
    assert_eq!(outside("09:00-09:00"), [Conflict::EndsBeforeItStarts { shift: 4 }]);
    assert_eq!(outside("07:00-09:00"), [Conflict::OutsideOpening { shift: 4 }]);
    assert_eq!(outside("15:00-17:01"), [Conflict::OutsideOpening { shift: 4 }]);
    assert_eq!(outside("07:30-17:00"), []);
    let clash = Conflict::Overlap { person: person(1), first: 0, second: 4 };
    assert_eq!(with("1 receive 16:00-17:00"), [clash]);
}

#[test]
fn one_person_may_receive_and_appraise_but_never_approve_beside() {
    assert_eq!(found(&["5 receive 07:30-17:00", "5 appraise 07:30-17:00", FOUR[2], FOUR[3]]), []);
    let both = found(&[FOUR[0], "7 appraise 07:30-17:00", "7 approve 07:30-17:00", FOUR[3]]);
    let overlap = Conflict::Overlap { person: person(7), first: 1, second: 2 };
    assert_eq!(both, [overlap, Conflict::ApproverAlone { person: person(7), duty: Appraise }]);
    // One after the other is no overlap, and still nobody else could approve what they appraised.
    let halves = found(&[FOUR[0], "7 appraise 07:30-11:30", "7 approve 13:30-17:00", FOUR[3]]);
    assert!(halves.contains(&Conflict::ApproverAlone { person: person(7), duty: Appraise }));
}

#[test]
fn who_may_not_or_cannot_come() {
    let post = Post::Duty(Approve);
    assert_eq!(
        with("2 approve 07:30-11:30").first(),
        Some(&Conflict::NotEntitled { shift: 4, person: person(2), post })
    );
    assert!(with("9 extra 07:30-11:30").contains(&Conflict::NotEntitled {
        shift: 4,
        person: person(9),
        post: Post::Extra
    }));
    assert_eq!(with("6 volunteer 07:30-17:00"), []);
    let leave = Absence { person: person(2), from: FRIDAY, to: FRIDAY, kind: AbsenceKind::Leave };
    let absent = found_with(&shifts(&FOUR), &Qualifications::default(), &[leave], &[]);
    assert_eq!(absent, [Conflict::Absent { shift: 1, person: person(2), kind: AbsenceKind::Leave }]);
    let mut other = shift("3 approve 09:00-10:00");
    other.unit = unit("10816");
    let twice = found_with(&shifts(&FOUR), &Qualifications::default(), &[], &[other]);
    assert_eq!(twice, [Conflict::TwoUnits { shift: 2, person: person(3), other: unit("10816") }]);
}

#[test]
fn a_deputy_may_be_rostered_to_approve() {
    let mut people = members();
    people[1].deputy = true;
    assert!(people[1].fits(Post::Duty(Approve)) && !people[0].fits(Post::Duty(Approve)));
}

#[test]
fn what_is_missing_is_named_with_its_hours() {
    assert_eq!(without(2), [Conflict::NoLeader]);
    for (index, duty) in [(0, Receive), (1, Appraise), (3, Return)] {
        assert_eq!(without(index), [Conflict::Unstaffed { duty }]);
    }
    let gap = |from, to| Conflict::Uncovered { duty: Approve, from, to };
    let at = |hour, minute| time(hour, minute, 0, 0);
    let rows: [(&[&str], Vec<Conflict>); 4] = [
        (&["3 approve 07:30-15:00"], vec![gap(at(15, 0), at(17, 0))]),
        (&["3 approve 08:00-11:30"], vec![gap(at(7, 30), at(8, 0)), gap(at(13, 30), at(17, 0))]),
        (&["3 approve 07:30-09:00", "7 approve 09:00-17:00"], vec![]),
        (&["3 approve 07:30-09:00", "7 approve 10:00-17:00"], vec![gap(at(9, 0), at(10, 0))]),
    ];
    for (leaders, expected) in rows {
        let lines: Vec<&str> =
            [FOUR[0], FOUR[1], FOUR[3]].into_iter().chain(leaders.iter().copied()).collect();
        assert_eq!(found(&lines), expected, "{leaders:?}");
    }
}

#[test]
fn sectors_need_somebody_who_is_named_for_them() {
    let named = |rows: &[(&str, Duty, u128)]| -> Qualifications {
        rows.iter().map(|(code, duty, who)| (sector(code), *duty, person(*who))).collect()
    };
    let by = |qualifications: &Qualifications| found_with(&shifts(&FOUR), qualifications, &[], &[]);
    assert_eq!(by(&named(&[("ho-tich", Appraise, 2), ("ho-tich", Approve, 3)])), []);
    let bare = Conflict::SectorUncovered { duty: Approve, sector: sector("chung-thuc") };
    assert_eq!(by(&named(&[("chung-thuc", Approve, 7)])), [bare]);
}

#[test]
fn a_day_off_takes_no_shift() {
    let facts = DayFacts {
        unit: &unit("10852"),
        on: FRIDAY,
        windows: &[],
        sectors: &[],
        members: &members(),
        qualifications: &Qualifications::default(),
        absences: &[],
        elsewhere: &[],
    };
    assert_eq!(conflicts(&shifts(&FOUR), &facts), [Conflict::DayOff]);
    assert_eq!(conflicts(&[], &facts), []);
}

#[test]
fn delegations_are_short_and_between_two_officers() {
    let row = |leader: u128, deputy: u128, from: Date, to: Date| Delegation {
        id: "d".to_owned(),
        unit: unit("10852"),
        leader: person(leader),
        deputy: person(deputy),
        from,
        to,
    };
    let day = |day: i8| date(2024, 2, day);
    let officer = [Role::Appraiser];
    let of = |delegation: &Delegation, roles: &[Role]| delegation.problems(FRIDAY, roles, &[]);
    assert_eq!(of(&row(3, 2, day(2), day(9)), &officer), []);
    assert_eq!(of(&row(3, 2, day(9), day(2)), &officer), [DelegationProblem::Backwards]);
    assert_eq!(of(&row(3, 2, date(2024, 1, 1), day(1)), &officer), [DelegationProblem::Past]);
    assert_eq!(of(&row(3, 2, day(2), date(2025, 2, 2)), &officer), [DelegationProblem::TooLong]);
    assert_eq!(of(&row(3, 3, day(2), day(9)), &officer), [DelegationProblem::ToOneself]);
    assert_eq!(of(&row(3, 6, day(2), day(9)), &[Role::Volunteer]), [DelegationProblem::Volunteer]);
    assert_eq!(of(&row(3, 6, day(2), day(9)), &[]), [DelegationProblem::NotOfTheUnit]);
    let again = row(3, 2, day(9), day(16)).problems(FRIDAY, &officer, &[row(3, 2, day(2), day(9))]);
    assert_eq!(again, [DelegationProblem::Twice]);
}

fn any_shift() -> impl Strategy<Value = Shift> {
    (1_u128..9, 0_usize..6, 0_i8..24, 0_i8..24).prop_map(|(who, post, from, to)| {
        let mut made = shift("1 receive 07:30-17:00");
        made.person = person(who);
        made.post = Post::ALL[post];
        (made.from, made.to) = (time(from, 30, 0, 0), time(to, 30, 0, 0));
        made
    })
}

proptest! {
    #[test]
    fn hours_named_as_uncovered_are_open_and_covered_by_nobody(
        roster in proptest::collection::vec(any_shift(), 1..12)
    ) {
        let windows = [window("07:30-11:30"), window("13:30-17:00")];
        let all = found_with(&roster, &Qualifications::default(), &[], &[]);
        let duty_at = |duty: Duty, at: jiff::civil::Time| roster.iter().any(|shift| {
            shift.post == Post::Duty(duty) && shift.from <= at && at < shift.to
        });
        for minute in (0_i16..1440).step_by(15) {
            let at = time((minute / 60) as i8, (minute % 60) as i8, 0, 0);
            let open = windows.iter().any(|window| window.opens() <= at && at < window.closes());
            for duty in ALL_DAY {
                let named = all.iter().any(|conflict| {
                    let uncovered = matches!(conflict, Conflict::Uncovered { duty: of, from, to }
                        if *of == duty && *from <= at && at < *to);
                    let unstaffed = matches!(conflict, Conflict::Unstaffed { duty: of } if *of == duty);
                    let no_leader = matches!(conflict, Conflict::NoLeader) && duty == Approve;
                    uncovered || (open && (unstaffed || no_leader))
                });
                prop_assert_eq!(named, open && !duty_at(duty, at), "{:?} at {}", duty, at);
            }
        }
    }

    #[test]
    fn one_more_sound_shift_never_makes_a_gap(roster in proptest::collection::vec(any_shift(), 1..8)) {
        let before = found_with(&roster, &Qualifications::default(), &[], &[]);
        let mut more = roster.clone();
        more.push(shift("3 approve 07:30-17:00"));
        let after = found_with(&more, &Qualifications::default(), &[], &[]);
        let gaps = |all: &[Conflict]| all.iter().filter(|c| matches!(c, Conflict::Uncovered { .. })).count();
        prop_assert!(!after.contains(&Conflict::NoLeader));
        prop_assert!(gaps(&after) <= gaps(&before));
    }
}

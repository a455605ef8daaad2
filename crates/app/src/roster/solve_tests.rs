//! Proposals: what they hold to, how fair they are, and what they say when nothing works.

use super::*;
use domain::role::Role;
use domain::roster::{Conflict, DayFacts, Member, conflicts};
use jiff::civil::date;
use proptest::prelude::*;

fn person(number: u128) -> AccountId {
    AccountId::from_parts(1, number)
}

fn windows() -> Vec<Window> {
    let at = |text: &str| text.parse::<Time>().unwrap();
    vec![Window::new(at("07:30"), at("11:30")).unwrap(), Window::new(at("13:30"), at("17:00")).unwrap()]
}

fn one(number: u128, duties: &[Duty], hours: i64) -> Candidate {
    Candidate { person: person(number), duties: duties.to_vec(), minutes_before: hours * 60, last: None }
}

fn solved(candidates: &[Candidate], rows: &[(&str, Duty, u128)], expected: u32) -> Result<Proposal, Clash> {
    let sectors: Vec<SectorCode> = ["ho-tich", "chung-thuc"].map(|code| code.parse().unwrap()).to_vec();
    let qualifications: Qualifications =
        rows.iter().map(|(code, duty, who)| (code.parse().unwrap(), *duty, person(*who))).collect();
    let unit = "10852".parse().unwrap();
    let windows = windows();
    let need = Need {
        unit: &unit,
        on: date(2024, 2, 2),
        windows: &windows,
        sectors: &sectors,
        qualifications: &qualifications,
        expected,
    };
    let proposal = solve(candidates, &need)?;
    let members: Vec<Member> = candidates
        .iter()
        .map(|one| Member {
            person: one.person,
            roles: one.duties.iter().map(|duty| role(*duty)).collect(),
            deputy: false,
        })
        .collect();
    let facts = DayFacts {
        unit: &unit,
        on: need.on,
        windows: &windows,
        sectors: &sectors,
        members: &members,
        qualifications: &qualifications,
        absences: &[],
        elsewhere: &[],
    };
    let found: Vec<Conflict> = conflicts(&proposal.shifts, &facts);
    assert_eq!(found, [], "a proposal has no conflict");
    assert_eq!(proposal.shifts.len(), proposal.why.len());
    Ok(proposal)
}

fn role(duty: Duty) -> Role {
    Role::ALL.into_iter().find(|role| domain::roster::duty_of(*role) == Some(duty)).unwrap()
}

fn who(proposal: &Proposal, duty: Duty) -> Vec<AccountId> {
    let of = proposal.shifts.iter().filter(|shift| shift.post == Post::Duty(duty));
    of.map(|shift| shift.person).collect()
}

fn four() -> Vec<Candidate> {
    Duty::ALL.into_iter().zip(1..).map(|(duty, number)| one(number, &[duty], 0)).collect()
}

#[test]
fn a_unit_of_four_has_one_roster_and_says_so() {
    let proposal = solved(&four(), &[], 6).unwrap();
    assert_eq!(proposal.shifts.len(), 4);
    assert!(proposal.why.iter().all(|why| *why == Why::OnlyOne));
    let whole =
        |shift: &Shift| (shift.from, shift.to) == ("07:30".parse().unwrap(), "17:00".parse().unwrap());
    assert!(proposal.shifts.iter().all(whole), "a day at one duty is one shift");
}

#[test]
fn whoever_had_least_is_chosen_and_the_reason_says_it() {
    let mut people = four();
    people.push(one(5, &[Duty::Approve], 40));
    people.push(one(6, &[Duty::Receive], 0));
    people[0].minutes_before = 40 * 60;
    let proposal = solved(&people, &[], 6).unwrap();
    assert_eq!(who(&proposal, Duty::Approve), [person(3)]);
    assert_eq!(who(&proposal, Duty::Receive), [person(6)]);
    let at = proposal.shifts.iter().position(|shift| shift.person == person(6)).unwrap();
    assert_eq!(proposal.why[at], Why::LeastBefore(0));
}

#[test]
fn sectors_bring_whoever_is_named_for_them() {
    let mut people = four();
    people.push(one(5, &[Duty::Appraise], 100));
    let rows = [("ho-tich", Duty::Appraise, 5)];
    let proposal = solved(&people, &rows, 6).unwrap();
    assert!(who(&proposal, Duty::Appraise).contains(&person(5)));
    let at = proposal.shifts.iter().position(|shift| shift.person == person(5)).unwrap();
    assert_eq!(proposal.why[at], Why::Sector("ho-tich".parse().unwrap()));
}

#[test]
fn many_dossiers_bring_more_hands() {
    let mut people = four();
    people.push(one(5, &[Duty::Appraise], 0));
    assert_eq!(who(&solved(&people, &[], 6).unwrap(), Duty::Appraise).len(), 1);
    assert_eq!(who(&solved(&people, &[], 40).unwrap(), Duty::Appraise).len(), 2);
}

#[test]
fn the_clash_is_named_when_nothing_works() {
    let without = |duty: Duty| -> Vec<Candidate> {
        four().into_iter().filter(|one| !one.duties.contains(&duty)).collect()
    };
    for duty in Duty::ALL {
        assert_eq!(solved(&without(duty), &[], 6), Err(Clash::Nobody(duty)));
    }
    let rows = [("chung-thuc", Duty::Approve, 77)];
    let clash = Clash::NobodyFor(Duty::Approve, "chung-thuc".parse().unwrap());
    assert_eq!(solved(&four(), &rows, 6), Err(clash));
    let few = [one(1, &[Duty::Receive, Duty::Appraise], 0), one(2, &[Duty::Approve, Duty::Return], 0)];
    assert_eq!(solved(&few, &[], 6), Err(Clash::TooFew { people: 2 }));
    // Two who alone can both appraise and approve, for two sectors each.
    let both = [Duty::Appraise, Duty::Approve];
    let same = [
        one(1, &[Duty::Receive], 0),
        one(4, &[Duty::Return], 0),
        one(2, &both, 0),
        one(3, &[Duty::Return], 0),
    ];
    assert_eq!(solved(&same, &[], 6), Err(Clash::SamePeople));
}

#[test]
fn twenty_people_and_four_fridays_are_planned_fairly() {
    let duties = |number: u128| match number % 5 {
        0 => vec![Duty::Approve],
        1 => vec![Duty::Receive, Duty::Return],
        2 => vec![Duty::Appraise, Duty::Receive],
        3 => vec![Duty::Appraise],
        _ => vec![Duty::Return, Duty::Receive],
    };
    let mut people: Vec<Candidate> = (1..=20).map(|number| one(number, &duties(number), 0)).collect();
    for _ in 0..4 {
        let proposal = solved(&people, &[], 60).unwrap();
        for shift in &proposal.shifts {
            let minutes = super::super::minute(shift.to) - super::super::minute(shift.from);
            let chosen = people.iter_mut().find(|one| one.person == shift.person).unwrap();
            chosen.minutes_before += minutes;
            chosen.last = shift.post.duty();
        }
    }
    let leaders: Vec<i64> =
        people.iter().filter(|one| one.duties == [Duty::Approve]).map(|one| one.minutes_before).collect();
    assert!(leaders.iter().all(|minutes| *minutes > 0), "four leaders share four Fridays: {leaders:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn a_proposal_has_no_conflict_or_names_a_clash(
        sets in proptest::collection::vec(0_u8..16, 4..10),
        hours in proptest::collection::vec(0_i64..60, 10),
        expected in 0_u32..60,
    ) {
        let people: Vec<Candidate> = sets
            .iter()
            .zip(&hours)
            .enumerate()
            .map(|(number, (set, hours))| {
                let duties: Vec<Duty> = domain::promise::DutySet::from_bits(*set).iter().collect();
                one(number as u128, &duties, *hours)
            })
            .filter(|one| !one.duties.is_empty())
            .collect();
        // Inside, a proposal is held against every rule of the roster.
        let _ = solved(&people, &[], expected);
    }
}

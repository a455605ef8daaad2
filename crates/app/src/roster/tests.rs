//! Planning through the use cases, on every database at hand.

use super::csv::{self, ImportError, Trouble};
use super::propose::Clash;
use super::rights::{self, NewAbsence, RightsError};
use super::set::{SetError, copy_week_before, publish, set};
use super::swap::{self, SwapError};
use super::{alarm, propose, read};
use crate::error::AppError;
use crate::testing::{Office, UNIT, at};
use crate::{Actor, notify};
use domain::place::UnitCode;
use domain::promise::Duty;
use domain::roster::{AbsenceKind, Conflict, Light, Post, Shift, Unready};
use jiff::civil::{Date, date};
use storage::testing::TestDb;

const FRIDAY: Date = date(2024, 2, 2);

/// The Friday after; the one of Tết between is skipped.
const NEXT: Date = date(2024, 2, 16);

fn unit() -> UnitCode {
    UNIT.parse().unwrap()
}

fn shift(on: Date, actor: &Actor, post: Duty, hours: &str) -> Shift {
    let (from, to) = hours.split_once('-').unwrap();
    Shift {
        unit: unit(),
        on,
        person: actor.account,
        post: Post::Duty(post),
        from: from.parse().unwrap(),
        to: to.parse().unwrap(),
        stands_for: None,
    }
}

fn four(office: &Office, on: Date) -> Vec<Shift> {
    let all = "07:30-17:00";
    vec![
        shift(on, &office.receiver, Duty::Receive, all),
        shift(on, &office.appraiser, Duty::Appraise, all),
        shift(on, &office.leader, Duty::Approve, all),
        shift(on, &office.return_officer, Duty::Return, all),
    ]
}

async fn keep(office: &Office, on: Date, seen: i64, shifts: Vec<Shift>) -> Result<i64, SetError> {
    let kept = set(&office.app, &office.leader, &unit(), on, seen, shifts).await?;
    Ok(kept.version())
}

async fn absent(office: &Office, actor: &Actor, on: Date) {
    let wish =
        NewAbsence { person: actor.account, from: on, to: on, kind: AbsenceKind::Leave, note: String::new() };
    rights::add_absence(&office.app, actor, &unit(), wish).await.expect("one may say one's own days");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_planners_at_once_one_wins_and_the_other_hears_who() {
    for db in TestDb::all().await {
        let office = Office::open_on(db).await;
        let shifts = four(&office, FRIDAY);
        let (mut one, mut other) = (shifts.clone(), shifts.clone());
        one.pop();
        other.remove(0);
        let (first, second) = tokio::join!(keep(&office, FRIDAY, 0, one), keep(&office, FRIDAY, 0, other));
        let stale = |answer: &Result<i64, SetError>| matches!(answer, Err(SetError::App(AppError::Stale { by, .. })) if by == "Phạm Văn Mẫu");
        assert!(first.is_ok() != second.is_ok(), "{first:?} {second:?}");
        assert!(stale(&first) || stale(&second));
        // Pressed twice with the same list is harmless; an old page with another list is not.
        let version = keep(&office, FRIDAY, 1, shifts.clone()).await.unwrap();
        assert_eq!(version, 2);
        assert_eq!(keep(&office, FRIDAY, 1, shifts.clone()).await.unwrap(), 2);
        let fewer = shifts.into_iter().take(2).collect();
        assert!(stale(&keep(&office, FRIDAY, 1, fewer).await));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn bad_input_is_told_all_at_once_and_changes_nothing() {
    for db in TestDb::all().await {
        let office = Office::open_on(db).await;
        absent(&office, &office.appraiser, FRIDAY).await;
        let shifts = vec![
            shift(FRIDAY, &office.receiver, Duty::Receive, "17:00-07:30"),
            shift(FRIDAY, &office.appraiser, Duty::Appraise, "07:30-17:00"),
            shift(FRIDAY, &office.stranger, Duty::Receive, "06:00-07:00"),
        ];
        let Err(SetError::Wrong(wrong)) = keep(&office, FRIDAY, 0, shifts).await else { panic!("refused") };
        let person = office.stranger.account;
        assert_eq!(
            wrong,
            [
                Conflict::EndsBeforeItStarts { shift: 0 },
                Conflict::Absent { shift: 1, person: office.appraiser.account, kind: AbsenceKind::Leave },
                Conflict::OutsideOpening { shift: 2 },
                Conflict::NotEntitled { shift: 2, person, post: Post::Duty(Duty::Receive) },
            ]
        );
        let day = read::day(&office.app, &office.leader, &unit(), FRIDAY).await.unwrap();
        assert!(day.head.is_none() && day.shifts.is_empty());
        // A Friday without a leader can be kept, and is red.
        let mut bare = four(&office, NEXT);
        bare.retain(|shift| shift.post != Post::Duty(Duty::Approve));
        keep(&office, NEXT, 0, bare).await.unwrap();
        let day = read::day(&office.app, &office.leader, &unit(), NEXT).await.unwrap();
        let ready = day.readiness.unwrap();
        assert_eq!((ready.light, &ready.reasons[0].1), (Light::Red, &Unready::Conflict(Conflict::NoLeader)));
        let denied = set(&office.app, &office.receiver, &unit(), NEXT, 1, Vec::new()).await;
        assert!(matches!(denied, Err(SetError::App(AppError::Denied(_)))));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn publishing_tells_everybody_once_and_an_absence_afterwards_turns_the_light_red() {
    for db in TestDb::all().await {
        let office = Office::open_on(db).await;
        keep(&office, NEXT, 0, four(&office, NEXT)).await.unwrap();
        for _ in 0..2 {
            publish(&office.app, &office.leader, &unit(), NEXT, 1).await.unwrap();
        }
        assert_eq!(notify::unseen(&office.app, &office.appraiser).await.unwrap(), 1);
        let light = || async {
            let day = read::day(&office.app, &office.leader, &unit(), NEXT).await.unwrap();
            day.readiness.unwrap().light
        };
        assert_eq!(light().await, Light::Green);
        absent(&office, &office.appraiser, NEXT).await;
        assert_eq!(light().await, Light::Red);
        let again = publish(&office.app, &office.leader, &unit(), NEXT, 1).await;
        assert!(matches!(again, Err(SetError::Wrong(_))), "nobody is told to come who cannot");
        let stale = publish(&office.app, &office.leader, &unit(), FRIDAY, 7).await;
        assert!(matches!(stale, Err(SetError::App(AppError::Stale { .. }))));
    }
}

#[tokio::test]
async fn last_weeks_roster_comes_without_who_is_absent_and_names_them() {
    let office = Office::open().await;
    let copied = copy_week_before(&office.app, &office.leader, &unit(), NEXT).await.unwrap();
    assert!(copied.is_none());
    keep(&office, FRIDAY, 0, four(&office, FRIDAY)).await.unwrap();
    absent(&office, &office.appraiser, NEXT).await;
    let copied = copy_week_before(&office.app, &office.leader, &unit(), NEXT).await.unwrap().unwrap();
    assert_eq!(copied.from, FRIDAY);
    assert_eq!(copied.shifts.len(), 3);
    assert!(copied.shifts.iter().all(|shift| shift.on == NEXT));
    assert_eq!(copied.left_out, [("Vũ Văn Thẩm".to_owned(), Some(AbsenceKind::Leave))]);
    let day = read::day(&office.app, &office.leader, &unit(), NEXT).await.unwrap();
    assert!(day.head.is_none(), "nothing is written before it is looked at");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_substitute_takes_the_shifts_and_a_second_answer_comes_too_late() {
    for db in TestDb::all().await {
        let office = Office::open_on(db).await;
        keep(&office, NEXT, 0, four(&office, NEXT)).await.unwrap();
        publish(&office.app, &office.leader, &unit(), NEXT, 1).await.unwrap();
        let wish = |who: &Actor| {
            swap::ask(&office.app, &office.appraiser, unit_ref(), NEXT, who.account, "họp huyện")
        };
        assert!(matches!(wish(&office.appraiser).await, Err(SwapError::Substitute)));
        let Err(SwapError::Wrong(wrong)) = wish(&office.leader).await else {
            panic!("a leader does not appraise")
        };
        assert!(!wrong.is_empty());
        wish(&office.receiver).await.unwrap();
        wish(&office.receiver).await.unwrap();
        let day = read::day(&office.app, &office.leader, &unit(), NEXT).await.unwrap();
        assert_eq!(day.swaps.len(), 1, "pressed twice, asked once");
        let id = day.swaps[0].id.clone();
        let foreign = swap::answer(&office.app, &office.return_officer, &id, true).await;
        assert!(matches!(foreign, Err(SwapError::App(AppError::NotFound { .. }))));
        swap::answer(&office.app, &office.receiver, &id, true).await.unwrap();
        swap::answer(&office.app, &office.receiver, &id, true).await.unwrap();
        let late = swap::answer(&office.app, &office.receiver, &id, false).await;
        assert!(matches!(late, Err(SwapError::Settled)));
        let day = read::day(&office.app, &office.leader, &unit(), NEXT).await.unwrap();
        let taken = day.shifts.iter().find(|shift| shift.post == Post::Duty(Duty::Appraise)).unwrap();
        assert_eq!(
            (taken.person, taken.stands_for),
            (office.receiver.account, Some(office.appraiser.account))
        );
        assert!(day.head.unwrap().published_at.is_some(), "both know already");
        assert!(notify::unseen(&office.app, &office.appraiser).await.unwrap() >= 2);
    }
}

fn unit_ref() -> &'static UnitCode {
    static UNIT_CODE: std::sync::LazyLock<UnitCode> = std::sync::LazyLock::new(unit);
    &UNIT_CODE
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_taken_whole_or_not_at_all() {
    for db in TestDb::all().await {
        let office = Office::open_on(db).await;
        keep(&office, FRIDAY, 0, four(&office, FRIDAY)).await.unwrap();
        let text = csv::export(&office.app, &office.leader, &unit(), (FRIDAY, FRIDAY)).await.unwrap();
        assert_eq!(text.lines().count(), 5);
        let moved = text.replace("2024-02-02", "2024-02-16");
        let taken = csv::import(&office.app, &office.leader, moved.as_bytes()).await.unwrap();
        assert_eq!(taken, (1, 4));
        let day = read::day(&office.app, &office.leader, &unit(), NEXT).await.unwrap();
        assert_eq!(day.shifts.len(), 4);
        let broken = moved
            .replacen("07:30", "19:30", 1)
            .replacen("\"approve\"", "\"chief\"", 1)
            .replacen("10852", "10816", 1);
        let Err(ImportError::Problems(problems)) =
            csv::import(&office.app, &office.leader, broken.as_bytes()).await
        else {
            panic!("refused")
        };
        let found: Vec<(usize, Trouble)> = problems.into_iter().map(|p| (p.line, p.trouble)).collect();
        assert_eq!(
            found,
            [(2, Trouble::Unit), (4, Trouble::Post)],
            "line 2 is of a unit somebody else plans"
        );
        let again = read::day(&office.app, &office.leader, &unit(), NEXT).await.unwrap();
        assert_eq!(again.version(), day.version());
        let backwards = moved.replacen("\"17:00\"", "\"07:00\"", 1);
        let Err(ImportError::Problems(problems)) =
            csv::import(&office.app, &office.leader, backwards.as_bytes()).await
        else {
            panic!("refused")
        };
        assert_eq!(problems[0].line, 2);
        assert_eq!(problems[0].trouble, Trouble::Conflict(Conflict::EndsBeforeItStarts { shift: 0 }));
        for bytes in [&b""[..], b"\xff\xfe\x00", b"a,b\n1,2\n"] {
            assert!(csv::import(&office.app, &office.leader, bytes).await.is_err());
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_alarm_of_the_day_before_is_given_once() {
    for db in TestDb::all().await {
        let office = Office::open_on(db).await;
        // On Friday the next working day is a Monday: nothing to say.
        assert_eq!(alarm::look(&office.app).await.unwrap(), 0);
        office.clock.set(at("2024-01-25T08:00:00+07:00"));
        let told = alarm::look(&office.app).await.unwrap();
        assert!(told > 1, "every unit of the programme without a roster");
        assert_eq!(alarm::look(&office.app).await.unwrap(), 0);
        let listed = notify::list(&office.app, &office.leader).await.unwrap();
        assert_eq!(
            (listed.len(), listed[0].kind, listed[0].arg("on")),
            (1, notify::Kind::RosterNotReady, "2024-01-26")
        );
        // A clock that jumps back and forth says nothing twice.
        office.clock.set(at("2024-01-24T08:00:00+07:00"));
        assert_eq!(alarm::look(&office.app).await.unwrap(), 0);
        office.clock.set(at("2024-01-25T16:00:00+07:00"));
        assert_eq!(alarm::look(&office.app).await.unwrap(), 0);
        // The unit whose roster stands is left alone the week after.
        office.clock.set(at("2024-02-15T08:00:00+07:00"));
        keep(&office, NEXT, 0, four(&office, NEXT)).await.unwrap();
        publish(&office.app, &office.leader, &unit(), NEXT, 1).await.unwrap();
        assert_eq!(alarm::look(&office.app).await.unwrap(), told - 1);
    }
}

#[tokio::test]
async fn a_proposal_works_or_names_the_clash() {
    let office = Office::open().await;
    let proposed = |on| propose::propose(&office.app, &office.leader, unit_ref(), on);
    let proposal = proposed(NEXT).await.unwrap().unwrap();
    assert_eq!(proposal.shifts.len(), 4);
    keep(&office, NEXT, 0, proposal.shifts).await.expect("a proposal can be kept as it is");
    let sector: domain::procedure::SectorCode = {
        let policy = office.app.policy();
        let list = policy.list_of(&unit(), NEXT);
        list[0].1.sector.clone()
    };
    let rows = vec![(Duty::Approve, sector.clone())];
    rights::qualify(&office.app, &office.leader, &unit(), office.return_officer.account, rows).await.unwrap();
    assert_eq!(proposed(NEXT).await.unwrap(), Err(Clash::NobodyFor(Duty::Approve, sector)));
    absent(&office, &office.leader, NEXT).await;
    assert_eq!(proposed(NEXT).await.unwrap(), Err(Clash::Nobody(Duty::Approve)));
}

#[tokio::test]
async fn absences_are_ones_own_or_the_planners() {
    let office = Office::open().await;
    let wish = |from, to| NewAbsence {
        person: office.appraiser.account,
        from,
        to,
        kind: AbsenceKind::Sick,
        note: String::new(),
    };
    let foreign = rights::add_absence(&office.app, &office.receiver, &unit(), wish(NEXT, NEXT)).await;
    assert!(matches!(foreign, Err(RightsError::App(AppError::Denied(_)))));
    let backwards = rights::add_absence(&office.app, &office.leader, &unit(), wish(NEXT, FRIDAY)).await;
    assert!(
        matches!(backwards, Err(RightsError::Problems(found)) if found == [rights::AbsenceProblem::Backwards])
    );
    rights::add_absence(&office.app, &office.leader, &unit(), wish(NEXT, NEXT)).await.unwrap();
    let (_, rows) = rights::absences(&office.app, &office.leader, &unit()).await.unwrap();
    let foreign = rights::end_absence(&office.app, &office.receiver, &unit(), &rows[0].id).await;
    assert!(matches!(foreign, Err(AppError::NotFound { .. })));
    for _ in 0..2 {
        rights::end_absence(&office.app, &office.appraiser, &unit(), &rows[0].id).await.unwrap();
    }
    assert_eq!(rights::absences(&office.app, &office.leader, &unit()).await.unwrap().1, []);
}

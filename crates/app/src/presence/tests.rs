//! Presence through the use cases: it drives the promise, and nothing anybody does breaks it.

use super::away::{back, called_away};
use super::check_in::{Outcome, check_in, check_out, own};
use super::correct::{CorrectError, Correction, CorrectionProblem, correct};
use super::device::{DeviceError, Way, by_badge, by_pin, issue_badge, revoke_badge, set_pin};
use crate::approve::{DELEGATION, Decision, approve};
use crate::error::AppError;
use crate::roster::rights::{NewDelegation, RightsError, delegate, delegations, revoke};
use crate::testing::{Office, UNIT, at};
use crate::{Actor, duty, notify, standing};
use domain::dossier::{Outcome as Decided, Refusal};
use domain::place::UnitCode;
use domain::promise::{Duty, DutySet};
use domain::roster::{DelegationProblem, StayEnd};
use jiff::civil::{Date, date, time};
use std::net::{IpAddr, Ipv4Addr};
use storage::testing::TestDb;

const HERE: IpAddr = IpAddr::V4(Ipv4Addr::new(10, 0, 0, 7));
const ELSEWHERE: IpAddr = IpAddr::V4(Ipv4Addr::new(203, 0, 113, 9));
const FRIDAY: Date = date(2024, 2, 2);

fn unit() -> UnitCode {
    UNIT.parse().unwrap()
}

async fn present(office: &Office) -> DutySet {
    standing::presence(&office.app, &unit()).await.unwrap().present
}

/// The office with everybody checked in and the switches of the test fixture set before.
async fn staffed(db: TestDb) -> Office {
    let office = Office::open_on(db).await;
    office.clock.pass_minutes(1);
    for actor in [&office.receiver, &office.appraiser, &office.leader, &office.return_officer] {
        assert_eq!(check_in(&office.app, actor, None).await.unwrap(), Outcome::In);
    }
    office
}

#[tokio::test(flavor = "multi_thread")]
async fn checking_in_twice_at_once_opens_one_stay() {
    for db in TestDb::all().await {
        let office = Office::open_on(db).await;
        let (one, other) = tokio::join!(
            check_in(&office.app, &office.leader, None),
            check_in(&office.app, &office.leader, None)
        );
        let mut outcomes = [one.unwrap(), other.unwrap()];
        outcomes.sort_by_key(|outcome| *outcome != Outcome::In);
        assert_eq!(outcomes, [Outcome::In, Outcome::InAlready]);
        let seen = own(&office.app, &office.leader).await.unwrap();
        assert_eq!(seen.site.everybody().len(), 1);
        assert_eq!(check_out(&office.app, &office.leader).await.unwrap(), Outcome::Out);
        assert_eq!(check_out(&office.app, &office.leader).await.unwrap(), Outcome::NotIn);
        assert_eq!(
            check_in(&office.app, &office.leader, None).await.unwrap(),
            Outcome::In,
            "back after lunch"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn presence_drives_the_promise_and_a_leader_called_away_takes_it_along() {
    for db in TestDb::all().await {
        let office = staffed(db).await;
        assert_eq!(present(&office).await, DutySet::ALL);
        office.clock.set(at("2024-02-02T10:00:00+07:00"));
        called_away(&office.app, &office.leader, Some(time(14, 0, 0, 0))).await.unwrap();
        assert!(!present(&office).await.contains(Duty::Approve));
        let receipt = office.receive("2.000635", &[]).await;
        let read = crate::read::dossier(&office.app, &office.receiver, &receipt.code).await.unwrap();
        assert!(!read.dossier.reception.promise.same_day, "nobody can approve: no promise for today");
        assert_eq!(
            notify::unseen(&office.app, &office.appraiser).await.unwrap(),
            1,
            "whoever passes dossiers on hears"
        );
        office.clock.set(at("2024-02-02T14:00:00+07:00"));
        assert_eq!(present(&office).await, DutySet::ALL, "back at the hour named, without a press");
        called_away(&office.app, &office.leader, None).await.unwrap();
        assert!(!present(&office).await.contains(Duty::Approve));
        office.clock.pass_minutes(5);
        back(&office.app, &office.leader).await.unwrap();
        assert_eq!(present(&office).await, DutySet::ALL);
        let over = called_away(&office.app, &office.leader, Some(time(9, 0, 0, 0))).await;
        assert!(matches!(over, Err(AppError::NotFound { .. })));
    }
}

#[tokio::test]
async fn a_switch_by_hand_holds_until_somebody_of_the_duty_moves() {
    let office = staffed(TestDb::sqlite().await).await;
    office.clock.pass_minutes(30);
    duty::set(&office.app, &office.leader, &unit(), Duty::Approve, false).await.unwrap();
    assert!(!present(&office).await.contains(Duty::Approve));
    office.clock.pass_minutes(1);
    check_out(&office.app, &office.leader).await.unwrap();
    office.clock.pass_minutes(1);
    check_in(&office.app, &office.leader, None).await.unwrap();
    assert!(present(&office).await.contains(Duty::Approve));
}

#[tokio::test]
async fn a_forgotten_check_out_is_closed_by_reading_and_put_right_with_a_reason() {
    let office = staffed(TestDb::sqlite().await).await;
    office.clock.set(at("2024-02-02T20:00:00+07:00"));
    let seen = own(&office.app, &office.leader).await.unwrap();
    let stay =
        seen.site.everybody().iter().find(|seen| seen.stay.person == office.appraiser.account).unwrap();
    assert_eq!(stay.end, StayEnd::Forgotten(at("2024-02-02T17:00:00+07:00")));
    assert!(seen.open.is_none());
    let wish = |reason: &str, came, left| Correction {
        stay: stay.id.clone(),
        came,
        left: Some(left),
        reason: reason.to_owned(),
    };
    let foreign = correct(&office.app, &office.receiver, wish("x", time(8, 0, 0, 0), time(9, 0, 0, 0))).await;
    assert!(matches!(foreign, Err(CorrectError::App(AppError::NotFound { .. }))));
    let bad = correct(&office.app, &office.leader, wish("", time(16, 0, 0, 0), time(9, 0, 0, 0))).await;
    let Err(CorrectError::Problems(problems)) = bad else { panic!("refused") };
    assert_eq!(problems, [CorrectionProblem::ReasonMissing, CorrectionProblem::Backwards]);
    correct(&office.app, &office.leader, wish("quên bấm", time(7, 30, 0, 0), time(16, 15, 0, 0)))
        .await
        .unwrap();
    let seen = own(&office.app, &office.leader).await.unwrap();
    let stay =
        seen.site.everybody().iter().find(|seen| seen.stay.person == office.appraiser.account).unwrap();
    assert_eq!(stay.end, StayEnd::CheckedOut(at("2024-02-02T16:15:00+07:00")));
    assert_eq!(notify::unseen(&office.app, &office.appraiser).await.unwrap(), 1);
    // The next day begins empty, whatever was forgotten.
    office.clock.set(at("2024-02-05T08:00:00+07:00"));
    assert_eq!(own(&office.app, &office.leader).await.unwrap().site.everybody(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_and_badges_at_a_shared_device() {
    for db in TestDb::all().await {
        let office = Office::open_on(db).await;
        let (app, device, person) = (&office.app, &office.receiver, office.leader.account);
        assert!(matches!(set_pin(app, &office.leader, "123456").await, Err(DeviceError::WeakPin)));
        set_pin(app, &office.leader, "20 48 16").await.unwrap();
        let pin = |typed: &'static str, from| by_pin(app, device, person, typed, from, Way::In);
        assert!(matches!(pin("204817", HERE).await, Err(DeviceError::Wrong)));
        assert_eq!(pin("204816", HERE).await.unwrap(), Outcome::In);
        // A stranger elsewhere tries and waits; the person at the counter does not.
        let mut waits = false;
        for _ in 0..8 {
            waits |= matches!(pin("000001", ELSEWHERE).await, Err(DeviceError::Wait { .. }));
        }
        assert!(waits);
        assert_eq!(pin("204816", HERE).await.unwrap(), Outcome::InAlready);
        // Somebody without a number gets the same answer as one who mistypes it.
        let none = by_pin(app, device, office.appraiser.account, "204816", HERE, Way::In).await;
        assert!(matches!(none, Err(DeviceError::Wrong)));
        let badge = issue_badge(app, &office.appraiser).await.unwrap();
        let scan = |code: String, way| async move { by_badge(app, device, &code, HERE, way).await };
        assert_eq!(scan(badge.to_lowercase(), Way::In).await.unwrap(), Outcome::In);
        let newer = issue_badge(app, &office.appraiser).await.unwrap();
        assert!(
            matches!(scan(badge, Way::Out).await, Err(DeviceError::Wrong)),
            "a lost badge ends with the next"
        );
        assert_eq!(scan(newer.clone(), Way::Out).await.unwrap(), Outcome::Out);
        revoke_badge(app, &office.appraiser).await.unwrap();
        assert!(scan(newer, Way::In).await.is_err());
        // A badge of another unit opens nothing here.
        let foreign = issue_badge(app, &office.stranger).await.unwrap();
        assert!(matches!(scan(foreign, Way::In).await, Err(DeviceError::Wrong)));
    }
}

async fn give(office: &Office, deputy: &Actor) -> Result<(), RightsError<DelegationProblem>> {
    let wish =
        NewDelegation {
            deputy: deputy.account, from: FRIDAY, to: FRIDAY, reason: "họp huyện".to_owned()
        };
    delegate(&office.app, &office.leader, &unit(), wish).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deputy_on_site_approves_what_they_did_not_touch_and_the_log_names_the_delegation() {
    for db in TestDb::all().await {
        let office = staffed(db).await;
        let deputy = &office.return_officer;
        let receipt = office.receive("2.000635", &[]).await;
        office.appraise(&receipt.code, &[]).await;
        let decide = |actor: &Actor| {
            let decision = Decision {
                code: receipt.code.clone(),
                seen: None,
                outcome: Decided::Granted,
                reason: String::new(),
            };
            let actor = actor.clone();
            let app = office.app.clone();
            async move { approve(&app, &actor, decision).await }
        };
        assert!(matches!(decide(deputy).await, Err(AppError::Denied(_))), "without a delegation");
        give(&office, deputy).await.unwrap();
        assert!(
            matches!(give(&office, deputy).await, Err(RightsError::Problems(found)) if found == [DelegationProblem::Twice])
        );
        called_away(&office.app, &office.leader, None).await.unwrap();
        assert!(present(&office).await.contains(Duty::Approve), "the deputy counts");
        check_out(&office.app, deputy).await.unwrap();
        assert!(matches!(decide(deputy).await, Err(AppError::Denied(_))), "not on site");
        assert!(!present(&office).await.contains(Duty::Approve));
        check_in(&office.app, deputy, None).await.unwrap();
        let done = decide(deputy).await.unwrap();
        let data = done.result.unwrap().data;
        let (_, given) = delegations(&office.app, &office.leader, &unit()).await.unwrap();
        assert_eq!(data.get(DELEGATION), Some(&given[0].delegation.id));
        assert_eq!(data.get("delegated_by").map(String::as_str), Some("Phạm Văn Mẫu"));
        revoke(&office.app, &office.leader, &unit(), &given[0].delegation.id).await.unwrap();
        assert!(!present(&office).await.contains(Duty::Approve));
    }
}

#[tokio::test]
async fn separation_of_duties_stays_for_a_deputy() {
    let office = staffed(TestDb::sqlite().await).await;
    give(&office, &office.appraiser).await.unwrap();
    let receipt = office.receive("2.000635", &[]).await;
    office.appraise(&receipt.code, &[]).await;
    let decision =
        Decision { code: receipt.code, seen: None, outcome: Decided::Granted, reason: String::new() };
    let refused = approve(&office.app, &office.appraiser, decision).await;
    assert!(matches!(refused, Err(AppError::Refused(Refusal::ApproverIsAppraiser))), "{refused:?}");
}

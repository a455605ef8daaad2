//! Bands are entered once and told once; broken promises have a cause; a clock that jumps spoils nothing.

use crate::testing::{Office, UNIT, at};
use crate::watch::risk::{Step, look, look_everywhere};
use crate::{duty, notify};
use domain::place::UnitCode;
use domain::promise::{Cause, Duty};
use friday::Risk;
use storage::testing::TestDb;

fn unit() -> UnitCode {
    UNIT.parse().unwrap()
}

async fn told(office: &Office, kind: notify::Kind) -> usize {
    let mut count = 0;
    for reader in [&office.appraiser, &office.leader] {
        let all = notify::list(&office.app, reader).await.unwrap();
        count += all.iter().filter(|message| message.kind == kind).count();
    }
    count
}

#[tokio::test]
async fn a_quiet_morning_is_green_and_nobody_is_told() {
    let office = Office::open().await;
    office.receive("2.000635", &[]).await;
    let watched = look(&office.app, &unit()).await.unwrap();
    assert_eq!(watched.promises.iter().map(|p| p.risk).collect::<Vec<_>>(), [Risk::Green]);
    assert_eq!(told(&office, notify::Kind::PromiseAtRisk).await, 0);
}

#[tokio::test]
async fn without_a_decider_the_promise_is_red_told_once_and_the_step_is_named() {
    for db in TestDb::all().await {
        let office = Office::open_on(db).await;
        let receipt = office.receive("2.000635", &[]).await;
        duty::set(&office.app, &office.receiver, &unit(), Duty::Approve, false).await.unwrap();
        for _ in 0..3 {
            let watched = look(&office.app, &unit()).await.unwrap();
            let standing = watched.promises.first().unwrap();
            assert_eq!((standing.risk, standing.work.code.as_str()), (Risk::Red, receipt.code.as_str()));
            assert!(standing.steps.contains(&Step::CallReserve(Duty::Approve)), "{:?}", standing.steps);
            office.clock.pass_minutes(1);
        }
        assert_eq!(told(&office, notify::Kind::PromiseAtRisk).await, 1);
    }
}

#[tokio::test]
async fn a_promise_breaks_once_with_a_cause_whatever_the_clock_does() {
    for db in TestDb::all().await {
        let office = Office::open_on(db).await;
        office.receive("2.000635", &[]).await;
        office.receive("2.000635", &[]).await;
        // The demo's clock is moved past closing in one step: nobody looked in between.
        office.clock.pass_minutes(9 * 60);
        assert!(office.app.clock.now() >= at("2024-02-02T17:00:00+07:00"));
        office.clock.pass_minutes(1);
        look_everywhere(&office.app).await.unwrap();
        let watched = look(&office.app, &unit()).await.unwrap();
        let causes: Vec<_> = watched.promises.iter().map(|p| (p.risk, p.cause)).collect();
        let slow = (Risk::Broken, Some(Cause::SlowStage(Duty::Appraise)));
        let queue = (Risk::Broken, Some(Cause::Queue(Duty::Appraise)));
        assert!(causes.contains(&slow) && causes.contains(&queue), "{causes:?}");
        assert!(watched.promises.iter().all(|p| p.steps == [Step::Apologise]));
        // One for the appraiser and one for the leader, for each dossier, however often one looks; the cause stays.
        duty::set(&office.app, &office.receiver, &unit(), Duty::Appraise, false).await.unwrap();
        let again = look(&office.app, &unit()).await.unwrap();
        assert_eq!(again.promises.iter().map(|p| (p.risk, p.cause)).collect::<Vec<_>>(), causes);
        assert_eq!(told(&office, notify::Kind::PromiseBroken).await, 4);
    }
}

#[tokio::test]
async fn the_record_counts_kept_and_broken_and_never_says_a_hundred_percent() {
    let office = Office::open().await;
    let receipt = office.receive("2.000635", &[]).await;
    office.appraise(&receipt.code, &[]).await;
    office.approve(&receipt.code).await;
    office.receive("2.000635", &[]).await;
    office.clock.pass_minutes(10 * 60);
    let record = crate::watch::record::four_weeks(&office.app, None).await.unwrap();
    assert_eq!((record.promised, record.kept), (2, 1));
    assert!(crate::watch::record::at_least(&record).unwrap() < 0.5);
    let found = crate::watch::record::reliability(&office.app, &office.leader).await.unwrap();
    assert_eq!(found.intervals.quoted, 2);
    assert_eq!(found.by_work.len(), 1);
    assert!(
        crate::watch::record::reliability(&office.app, &office.stranger).await.unwrap().by_work.is_empty()
    );
}

#[tokio::test]
async fn a_broken_promise_has_its_apology_drafted() {
    let office = Office::open().await;
    let receipt = office.receive("2.000635", &[]).await;
    let drawn = || crate::paper::apology(&office.app, &office.leader, &receipt.code);
    assert!(drawn().await.is_err());
    office.clock.pass_minutes(9 * 60 + 1);
    look(&office.app, &unit()).await.unwrap();
    assert!(drawn().await.unwrap().bytes.starts_with(b"%PDF"));
}

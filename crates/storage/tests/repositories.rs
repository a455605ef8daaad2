//! The repositories on every engine at hand: statements, the log and its chain, races between deciders.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on ends with the reason")]

use domain::channel::Channel;
use domain::dossier::*;
use domain::id::{AccountId, DossierId};
use domain::person::{AccessNeeds, Applicant, Citizen, FullName};
use domain::role::Role;
use jiff::Timestamp;
use std::collections::BTreeMap;
use storage::dossier::{Facts, Position, Work, WorkSide};
use storage::event_log::{self, DossierKey, LogError};
use storage::testing::{TestDb, refused_statements};
use storage::{StoreError, counter, dossier, values};

fn account(number: u128) -> AccountId {
    AccountId::from_parts(1, number)
}

fn at(minutes: i64) -> Timestamp {
    Timestamp::from_second(1_706_835_600 + minutes * 60).unwrap()
}

fn reception(serial: u64) -> Reception {
    Reception {
        code: DossierCode::new("H23.26.10", jiff::civil::date(2024, 2, 2), serial),
        procedure: ProcedureRef { code: "2.000635".parse().unwrap(), version: 1, case: None },
        applicant: Applicant::Citizen(Citizen {
            name: FullName::parse("Nguyễn Thị Đào").unwrap(),
            identity: None,
            born: None,
            address: "Thôn 3".into(),
            phone: None,
            email: None,
        }),
        proxy: None,
        needs: AccessNeeds::default(),
        channel: Channel::Counter,
        receiving_unit: "10852".parse().unwrap(),
        deciding_unit: "10852".parse().unwrap(),
        components: vec![],
        components_required: 0,
        answers: BTreeMap::from([("muc-dich".into(), "xin việc".into())]),
        copies: 1,
        asked: Some(Asked::nothing()),
        verification: VerificationAnswer::NotAsked,
        fee: FeeAssessment::default(),
        statutory_due_at: at(540),
        commitment_due_at: None,
        promise: RecordedPromise::default(),
        result_required: true,
        offered_online: false,
        synthetic: false,
        imported_from: None,
        note: String::new(),
    }
}

fn facts(serial: u8) -> Facts {
    Facts {
        token_hash: [serial; 32],
        level: "commune".into(),
        sector: "ho-tich".into(),
        applicant_mac: None,
        parent_code: None,
        result_digitised: false,
    }
}

const KEY: DossierKey = DossierKey([7; 32]);

fn recorded(id: DossierId, sequence: u32, actor: u128, event: Event) -> Recorded {
    let unit = "10852".parse().unwrap();
    Recorded {
        dossier: id,
        sequence,
        at: at(i64::from(sequence)),
        actor: account(actor),
        role: Role::Receiver,
        unit,
        event,
    }
}

async fn receive(db: &TestDb, serial: u8) -> DossierId {
    let id = DossierId::from_parts(1, u128::from(serial));
    let event = recorded(id, 1, 1, Event::Received(Box::new(reception(u64::from(serial)))));
    let state = apply(None, &event).unwrap();
    let write = db.store.write(move |tx| dossier::insert(tx, &state, &facts(serial), &KEY, &event));
    write.await.unwrap();
    id
}

fn appraise(tx: &mut storage::Tx<'_>, id: DossierId, actor: u128) -> Result<(), LogError> {
    let before = event_log::find(tx, id)?.expect("it was received");
    let proposal =
        Event::Appraised { proposal: Outcome::Granted, note: String::new(), answers: BTreeMap::new() };
    let event = recorded(id, before.version + 1, actor, proposal);
    let after = apply(Some(before), &event)?;
    Ok(dossier::update(tx, &after, &KEY, &event)?)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_statement_prepares_on_every_engine() {
    for db in TestDb::all().await {
        for statements in storage::STATEMENTS {
            assert_eq!(refused_statements(&db.store, statements).await, [], "{:?}", db.engine());
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_log_folds_back_to_what_was_decided() {
    for db in TestDb::all().await {
        let id = receive(&db, 1).await;
        db.store.write(move |tx| appraise(tx, id, 2)).await.unwrap();
        let state = db.store.read(move |tx| event_log::find(tx, id)).await.unwrap().unwrap();
        assert_eq!(state.stage, Stage::AwaitingApproval);
        assert_eq!(state.reception, reception(1));
        let code = reception(1).code;
        let row = db.store.read(move |tx| dossier::find_row(tx, &code)).await.unwrap().unwrap();
        assert_eq!((row.stage.as_str(), row.version), ("awaiting_approval", 2));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_deciders_one_wins() {
    for db in TestDb::all().await {
        let id = receive(&db, 1).await;
        let race = |actor| db.store.write(move |tx| appraise(tx, id, actor));
        let (first, second) = tokio::join!(race(2), race(3));
        let winners = [&first, &second].into_iter().filter(|result| result.is_ok()).count();
        assert_eq!(winners, 1, "{first:?} {second:?}");
        let log = db.store.read(move |tx| event_log::list_of(tx, id)).await.unwrap();
        assert_eq!(log.len(), 2);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_changed_payload_or_a_cut_chain_is_found() {
    for db in TestDb::all().await {
        receive(&db, 1).await;
        let id = receive(&db, 2).await;
        db.store.write(move |tx| appraise(tx, id, 2)).await.unwrap();
        assert_eq!(verify(&db).await, Ok(3));
        change(&db, "UPDATE event_payload SET payload = '{}' WHERE sequence = 2").await;
        assert_eq!(verify(&db).await, Err("a payload was changed"));
        change(&db, "DELETE FROM event WHERE position = 3").await;
        assert_eq!(verify(&db).await, Err("the end of the chain was cut off or replaced"));
        change(&db, "UPDATE event SET actor = 'acc_x' WHERE position = 1").await;
        assert_eq!(verify(&db).await, Err("an entry was changed"));
    }
}

async fn change(db: &TestDb, statement: &'static str) {
    let changed = db.store.write(move |tx| tx.execute(statement, &[])).await;
    assert_eq!(changed, Ok::<u64, StoreError>(1));
}

async fn verify(db: &TestDb) -> Result<u64, &'static str> {
    let check = db.store.read(|tx| {
        let (unit, length, head) = event_log::heads(tx)?.remove(0);
        event_log::verify_chain(tx, &unit, length, &head)
    });
    let answer: Result<_, StoreError> = check.await;
    answer.unwrap().map_err(|broken| broken.why)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn erasing_a_key_leaves_the_chain_whole() {
    for db in TestDb::all().await {
        receive(&db, 1).await;
        change(&db, "DELETE FROM dossier_key").await;
        change(&db, "DELETE FROM event_payload").await;
        assert_eq!(verify(&db).await, Ok(1));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lists_are_paged_without_gap_or_repeat() {
    for db in TestDb::all().await {
        for serial in 1..=25 {
            receive(&db, serial).await;
        }
        let work = Work { side: WorkSide::Deciding, unit: "10852".parse().unwrap(), stage: Stage::Received };
        let mut seen = Vec::new();
        let mut position = Some(Position::start());
        while let Some(after) = position {
            let work = work.clone();
            let page = db.store.read(move |tx| dossier::list_work(tx, &work, &after, 7)).await;
            let page: Result<_, StoreError> = page;
            let page = page.unwrap();
            seen.extend(page.rows.into_iter().map(|row| row.code));
            position = page.next;
        }
        let all: Vec<String> = (1..=25).map(|serial| reception(serial).code.to_string()).collect();
        assert_eq!(seen, all);
        let found = db
            .store
            .read(|tx| dossier::list_found(tx, &"10852".parse().unwrap(), "thi dao", &Position::end(), 50));
        let found: Result<_, StoreError> = found.await;
        assert_eq!(found.unwrap().rows.len(), 25, "found without marks");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_number_given_back_is_taken_again() {
    for db in TestDb::all().await {
        let failing = db.store.write(|tx| {
            counter::take(tx, counter::Series::Dossier, "H23-240202")?;
            Err::<u64, _>(StoreError::NoRow)
        });
        assert_eq!(failing.await, Err(StoreError::NoRow));
        let taken = db.store.write(|tx| counter::take(tx, counter::Series::Dossier, "H23-240202")).await;
        assert_eq!(taken, Ok(1));
        let rows: Result<_, StoreError> =
            db.store.read(|tx| tx.query("SELECT value FROM counter", &values![])).await;
        assert_eq!(rows.unwrap().len(), 1);
    }
}

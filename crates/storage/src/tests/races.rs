//! Many at once: no gap, no double, one winner.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::testing::TestDb;
use crate::{EngineKind, StoreError, values};

use super::{COUNT, COUNTER, MIGRATIONS, NEXT_PLAIN, Refusal, databases, file, int};

#[tokio::test(flavor = "multi_thread")]
async fn serials_have_no_gap_under_64_writers_of_whom_some_fail() {
    for db in databases().await {
        let writers = (0..64_i64).map(|writer| {
            let store = db.store.clone();
            tokio::spawn(async move {
                let mut kept = Vec::new();
                for step in 0..5_i64 {
                    match file(&store, "10813", (writer * 5 + step) % 10 < 3).await {
                        Ok(serial) => kept.push(serial),
                        Err(Refusal::Changed) => {}
                        Err(Refusal::Store(error)) => panic!("{error}"),
                    }
                }
                kept
            })
        });
        let mut serials = Vec::new();
        for writer in writers.collect::<Vec<_>>() {
            serials.extend(writer.await.unwrap());
        }
        serials.sort_unstable();
        assert_eq!(serials, (1..=224).collect::<Vec<i64>>(), "{}", db.engine());
        assert_eq!(int(&db.store, COUNT, &[]).await, 224);
        assert_eq!(int(&db.store, COUNTER, &values!["10813"]).await, 224);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_approvers_exactly_one_wins() {
    for db in databases().await {
        for serial in 1..=20_i64 {
            assert_eq!(file(&db.store, "10813", false).await, Ok(serial));
            let approve = |holder: &'static str| {
                db.store.write(move |tx| -> Result<(), StoreError> {
                    tx.execute_one(
                        "UPDATE dossier SET version = version + 1, holder = $3 \
                         WHERE serial = $1 AND version = $2",
                        &values![serial, 0, holder],
                    )
                })
            };
            let (one, other) = tokio::join!(approve("An"), approve("Bình"));
            let lost = Err(StoreError::Conflict { changed: 0 });
            assert!(one.is_ok() != other.is_ok(), "{}: {one:?} {other:?}", db.engine());
            assert!(one == lost || other == lost, "{}: {one:?} {other:?}", db.engine());
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_race_is_run_again() {
    for db in databases().await {
        if db.engine() == EngineKind::Sqlite {
            continue; // Its units run one after another, so there is no race to lose.
        }
        let runs = Arc::new(AtomicU32::new(0));
        // Opposite orders of locking: PostgreSQL ends one of the two as a deadlock.
        let swap = |first: &'static str, second: &'static str| {
            let (store, runs) = (db.store.clone(), Arc::clone(&runs));
            tokio::spawn(async move {
                store
                    .write(move |tx| -> Result<(), StoreError> {
                        runs.fetch_add(1, Ordering::SeqCst);
                        tx.execute_one(NEXT_PLAIN, &values![first])?;
                        std::thread::sleep(std::time::Duration::from_millis(300));
                        tx.execute_one(NEXT_PLAIN, &values![second])
                    })
                    .await
            })
        };
        let (one, other) = tokio::join!(swap("10813", "10816"), swap("10816", "10813"));
        assert_eq!((one.unwrap(), other.unwrap()), (Ok(()), Ok(())));
        assert!(runs.load(Ordering::SeqCst) > 2, "one of them ran again");
        assert_eq!(int(&db.store, "SELECT CAST(sum(n) AS BIGINT) FROM counter", &[]).await, 4);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn waiting_units_share_a_commit() {
    let db = TestDb::all_with(MIGRATIONS).await.remove(0);
    let before = db.store.stats();
    // The first unit holds the writer until all others wait behind it.
    let (release, released) = std::sync::mpsc::channel::<()>();
    let released = std::sync::Mutex::new(released);
    let store = db.store.clone();
    let holder = tokio::spawn(async move {
        store
            .write(move |_| -> Result<(), StoreError> {
                released.lock().unwrap().recv().unwrap();
                Ok(())
            })
            .await
    });
    let others: Vec<_> = (0..200)
        .map(|number| {
            let store = db.store.clone();
            tokio::spawn(async move { file(&store, "10813", number % 10 == 0).await })
        })
        .collect();
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    release.send(()).unwrap();
    holder.await.unwrap().unwrap();
    let mut kept = 0;
    for other in others {
        kept += u32::from(other.await.unwrap().is_ok());
    }
    let (units, commits) = {
        let after = db.store.stats();
        (after.units - before.units, after.commits - before.commits)
    };
    assert_eq!((kept, units), (180, 201));
    assert!(commits <= 4, "{units} units took {commits} commits");
    assert_eq!(int(&db.store, COUNTER, &values!["10813"]).await, 180);
}

//! Units of work: all or nothing, whatever goes wrong inside.

use crate::{StoreError, values};

use super::{COUNT, COUNTER, FILE, NEXT_PLAIN, Refusal, databases, file, int};

#[tokio::test(flavor = "multi_thread")]
async fn a_failed_unit_leaves_nothing() {
    for db in databases().await {
        assert_eq!(file(&db.store, "10813", true).await, Err(Refusal::Changed));
        assert_eq!(int(&db.store, COUNT, &[]).await, 0, "{}", db.engine());
        assert_eq!(int(&db.store, COUNTER, &values!["10813"]).await, 0);
        assert_eq!(file(&db.store, "10813", false).await, Ok(1));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_panic_undoes_its_unit_and_harms_no_other() {
    for db in databases().await {
        let panicking = db.store.write(|tx| -> Result<(), StoreError> {
            tx.execute(NEXT_PLAIN, &values!["10813"])?;
            panic!("a mistake in a use case")
        });
        assert_eq!(panicking.await, Err(StoreError::Panicked), "{}", db.engine());
        let reading = db.store.read(|_| -> Result<(), StoreError> { panic!("a mistake in a page") });
        assert_eq!(reading.await, Err(StoreError::Panicked), "{}", db.engine());
        assert_eq!(int(&db.store, COUNTER, &values!["10813"]).await, 0);
        assert_eq!(file(&db.store, "10813", false).await, Ok(1));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_swallowed_failure_still_undoes_the_unit() {
    for db in databases().await {
        let swallowing = db.store.write(|tx| -> Result<_, StoreError> {
            tx.execute_one(FILE, &values!["10813", 1, "An"])?;
            let clash = tx.execute_one(FILE, &values!["10813", 1, "Bình"]);
            let after = tx.execute(NEXT_PLAIN, &values!["10813"]);
            assert!(clash.is_err());
            assert_eq!(after, Err(StoreError::Aborted));
            Ok(())
        });
        assert!(swallowing.await.unwrap_err().is_unique("dossier(unit, serial)"), "{}", db.engine());
        assert_eq!(int(&db.store, COUNT, &[]).await, 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_runs_in_order_and_whole() {
    for db in databases().await {
        let many = db.store.write(|tx| {
            let mut batch = vec![(NEXT_PLAIN, values!["10813"].to_vec())];
            batch.extend((1..=300_i64).map(|serial| (FILE, values!["10813", serial, "An"].to_vec())));
            batch.push(("UPDATE dossier SET version = 1 WHERE serial <= $1", values![40].to_vec()));
            tx.batch(&batch)
        });
        let changed: Vec<u64> = Result::<_, StoreError>::unwrap(many.await);
        assert_eq!((changed.len(), changed[0], changed[301]), (302, 1, 40), "{}", db.engine());
        let clash = db.store.write(|tx| {
            let one = (FILE, values!["10813", 301, "An"].to_vec());
            tx.batch(&[one.clone(), one, (NEXT_PLAIN, values!["10813"].to_vec())])
        });
        assert!(Result::<_, StoreError>::unwrap_err(clash.await).is_unique("dossier(unit, serial)"));
        assert_eq!(int(&db.store, COUNT, &[]).await, 300);
        assert_eq!(int(&db.store, COUNTER, &values!["10813"]).await, 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_later_write_is_there_for_whoever_reads_next() {
    for db in databases().await {
        let counted = db.store.write(|tx| -> Result<i64, StoreError> {
            tx.later(FILE, &values!["10813", 1, "An"])?;
            tx.later(FILE, &values!["10813", 2, "An"])?;
            tx.query_one(COUNT, &[])?.int(0)
        });
        assert_eq!(counted.await, Ok(2), "{}", db.engine());
        let alone = db.store.write(|tx| tx.later(FILE, &values!["10813", 3, "An"]));
        assert_eq!(Result::<_, StoreError>::Ok(()), alone.await);
        assert_eq!(int(&db.store, COUNT, &[]).await, 3);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_later_write_that_fails_undoes_its_unit() {
    for db in databases().await {
        let clash = |read_after: bool| {
            db.store.write(move |tx| -> Result<(), StoreError> {
                tx.execute(NEXT_PLAIN, &values!["10813"])?;
                tx.later(FILE, &values!["10813", 1, "An"])?;
                tx.later(FILE, &values!["10813", 1, "Bình"])?;
                if read_after {
                    tx.query(COUNT, &[])?;
                }
                Ok(())
            })
        };
        for read_after in [false, true] {
            let failed = clash(read_after).await.unwrap_err();
            assert!(failed.is_unique("dossier(unit, serial)"), "{}: {failed:?}", db.engine());
            assert_eq!(int(&db.store, COUNT, &[]).await, 0);
            assert_eq!(int(&db.store, COUNTER, &values!["10813"]).await, 0);
        }
        // The connection that saw the failure serves the next unit.
        assert_eq!(file(&db.store, "10813", false).await, Ok(1));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_read_sees_one_snapshot_and_cannot_write() {
    for db in databases().await {
        let (started, starting) = std::sync::mpsc::channel();
        let (written, writing) = std::sync::mpsc::channel::<()>();
        let writing = std::sync::Mutex::new(writing);
        let store = db.store.clone();
        let reader = tokio::spawn(async move {
            let report = store.report(move |tx| -> Result<(i64, i64), StoreError> {
                let before = tx.query_one(COUNT, &[])?.int(0)?;
                started.send(()).unwrap();
                writing.lock().unwrap().recv().unwrap();
                Ok((before, tx.query_one(COUNT, &[])?.int(0)?))
            });
            report.await.unwrap()
        });
        starting.recv().unwrap();
        file(&db.store, "10813", false).await.unwrap();
        written.send(()).unwrap();
        assert_eq!(reader.await.unwrap(), (0, 0), "{}", db.engine());
        assert_eq!(int(&db.store, COUNT, &[]).await, 1);
        let write = db.store.read(|tx| tx.execute("UPDATE counter SET n = 9", &[])).await;
        assert_eq!(write, Err(StoreError::ReadOnly), "{}", db.engine());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_is_there_after_opening_again() {
    for db in databases().await {
        assert_eq!(file(&db.store, "10813", false).await, Ok(1));
        let again = db.open_again().await.unwrap();
        assert_eq!(int(&again, COUNT, &[]).await, 1, "{}", db.engine());
        assert_eq!(file(&again, "10813", false).await, Ok(2), "two processes may write in turn");
        assert_eq!(int(&db.store, COUNT, &[]).await, 2);
        assert_eq!(again.schema_version().await, Ok(2));
        assert_eq!(again.migrate(0).await, Ok(vec![]));
    }
}

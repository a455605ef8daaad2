//! A disk that is full or damaged: said clearly, nothing half done, nothing tried twice.

use super::{COUNT, FILE, MIGRATIONS, databases, file, int};
use crate::testing::TestDb;
use crate::{StoreError, values};

#[tokio::test(flavor = "multi_thread")]
async fn after_a_full_disk_work_goes_on() {
    let db = databases().await.remove(0);
    assert_eq!(file(&db.store, "10813", false).await, Ok(1));
    let pages = int(&db.store, "PRAGMA page_count", &[]).await;
    assert!(pages < 40, "the limit below is above what the file has");
    let limit = db.store.write(|tx| tx.query("PRAGMA max_page_count = 40", &[]).map(|_| ()));
    assert_eq!(limit.await, Ok::<(), StoreError>(()));
    let large = db.store.write(|tx| -> Result<(), StoreError> {
        tx.execute_one(FILE, &values!["10813", 2, "An"])?;
        let bytes = vec![1_u8; 1_000_000];
        tx.execute_one("INSERT INTO thing (id, b) VALUES (1, $1)", &values![bytes])
    });
    assert_eq!(large.await, Err(StoreError::Full));
    assert_eq!(int(&db.store, COUNT, &[]).await, 1);
    let limit = db.store.write(|tx| tx.query("PRAGMA max_page_count = 4000", &[]).map(|_| ()));
    assert_eq!(limit.await, Ok::<(), StoreError>(()));
    assert_eq!(file(&db.store, "10813", false).await, Ok(2));
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_damaged_file_the_writer_stops() {
    let db = TestDb::all_with(MIGRATIONS).await.remove(0);
    assert_eq!(file(&db.store, "10813", false).await, Ok(1));
    let again = db.open_again().await.unwrap();
    let crate::DatabaseUrl::Sqlite(path) = db.url() else { panic!("the first database is SQLite") };
    for suffix in ["", "-wal"] {
        let mut name = path.clone().into_os_string();
        name.push(suffix);
        let bytes = std::fs::metadata(&name).unwrap().len();
        std::fs::write(&name, vec![0x5a; usize::try_from(bytes).unwrap()]).unwrap();
    }
    assert_eq!(again.writer_stopped(), None);
    let first = file(&again, "10813", false).await;
    assert!(matches!(first, Err(super::Refusal::Store(StoreError::Io { .. }))), "{first:?}");
    let later = file(&again, "10813", false).await;
    assert!(matches!(later, Err(super::Refusal::Store(StoreError::WriterStopped { .. }))), "{later:?}");
    assert!(again.writer_stopped().is_some());
}

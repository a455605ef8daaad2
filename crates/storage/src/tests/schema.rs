//! Migrations and the statements that rest on them.

use crate::testing::{TestDb, refused_statements};
use crate::{Migration, Script, Store, StoreError};

use super::{COUNT, COUNTER, FILE, MIGRATIONS, NEXT, THING, databases, int};

const BROKEN: &[Migration] = &[
    Migration {
        version: 1,
        name: "good",
        script: Script::Shared("CREATE TABLE good (id @INT@ PRIMARY KEY);"),
    },
    Migration {
        version: 2,
        name: "bad",
        script: Script::Shared("CREATE TABLE half (id @INT@ PRIMARY KEY); CREATE TABLE good (id @INT@);"),
    },
];

#[tokio::test(flavor = "multi_thread")]
async fn a_database_of_a_newer_program_is_refused() {
    for db in databases().await {
        let options = crate::Options { migrations: &MIGRATIONS[..1], ..crate::Options::default() };
        let error = Store::open_with(&db.url(), options).await.map(|_| ()).unwrap_err();
        assert_eq!(error, StoreError::SchemaNewer { found: 2, known: 1 }, "{}", db.engine());
        assert!(error.to_string().contains("start the newer program"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_migration_is_kept_whole_or_not_at_all() {
    for db in TestDb::all_with(&BROKEN[..1]).await {
        let options = crate::Options { migrations: BROKEN, ..crate::Options::default() };
        let store = Store::open_with(&db.url(), options).await.unwrap();
        let error = store.migrate(0).await.unwrap_err();
        assert!(matches!(error, StoreError::Migration { version: 2, .. }), "{}: {error:?}", db.engine());
        assert_eq!(store.schema_version().await, Ok(1));
        let half = store.write(|tx| tx.execute("CREATE TABLE half (id BIGINT)", &[])).await;
        assert_eq!(half, Ok(0), "{}: nothing of the failed step is left", db.engine());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn programs_may_migrate_at_the_same_time() {
    for db in TestDb::all_with(&[]).await {
        let options = crate::Options { migrations: MIGRATIONS, ..crate::Options::default() };
        let mut tasks = Vec::new();
        for _ in 0..4 {
            let store = Store::open_with(&db.url(), options.clone()).await.unwrap();
            tasks.push(tokio::spawn(async move { store.migrate(1).await }));
        }
        let mut applied = 0;
        for task in tasks {
            applied += task.await.unwrap().unwrap().len();
        }
        assert_eq!(applied, 2, "{}", db.engine());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn statements_can_be_checked_without_running() {
    for db in databases().await {
        assert_eq!(refused_statements(&db.store, &[NEXT, FILE, COUNT, COUNTER, THING]).await, []);
        let refused = refused_statements(&db.store, &["SELECT nothing FROM dossier", COUNT]).await;
        assert_eq!(refused.len(), 1, "{}", db.engine());
        assert_eq!(int(&db.store, COUNT, &[]).await, 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_migrations_of_the_program_apply() {
    for db in TestDb::all().await {
        assert_eq!(db.store.schema_version().await, Ok(db.store.known_version()), "{}", db.engine());
    }
}

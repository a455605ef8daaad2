//! What every engine must do, written once and run against each.
//!
//! PostgreSQL takes part when `KHONGCHO_TEST_POSTGRES` is set; see `crate::testing`.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod disk;
mod races;
mod schema;
mod speed;
mod units;
mod values;

use crate::testing::TestDb;
use crate::{Migration, Script, Store, StoreError, V, values};

const MIGRATIONS: &[Migration] = &[
    Migration {
        version: 1,
        name: "tables",
        script: Script::Shared(
            "CREATE TABLE counter (unit @TEXT@ PRIMARY KEY, n @INT@ NOT NULL) @STRICT@;
             CREATE TABLE dossier (
                 unit @TEXT@ NOT NULL REFERENCES counter (unit),
                 serial @INT@ NOT NULL,
                 version @INT@ NOT NULL DEFAULT 0,
                 holder @TEXT@,
                 PRIMARY KEY (unit, serial)
             ) @STRICT@;
             CREATE TABLE thing (
                 id @INT@ PRIMARY KEY, n @INT@, r @REAL@, t @TEXT@ CHECK (t <> ''), b @BLOB@
             ) @STRICT@;
             CREATE UNIQUE INDEX thing_lower ON thing (lower(t));
             INSERT INTO counter (unit, n) VALUES ('10813', 0), ('10816', 0);",
        ),
    },
    Migration {
        version: 2,
        name: "search",
        script: Script::Split {
            sqlite: "CREATE VIRTUAL TABLE search USING fts5(folded);",
            postgres: "CREATE TABLE search (folded TEXT NOT NULL);",
        },
    },
];

const NEXT: &str = "UPDATE counter SET n = n + 1 WHERE unit = $1 RETURNING n";
const FILE: &str = "INSERT INTO dossier (unit, serial, holder) VALUES ($1, $2, $3)";
const COUNT: &str = "SELECT count(*) FROM dossier";
const COUNTER: &str = "SELECT n FROM counter WHERE unit = $1";
const NEXT_PLAIN: &str = "UPDATE counter SET n = n + 1 WHERE unit = $1";
const THING: &str = "INSERT INTO thing (id, n, r, t, b) VALUES ($1, $2, $3, $4, $5)";

/// The domain's own refusals, as a use case would have.
#[derive(Debug, PartialEq)]
enum Refusal {
    Changed,
    Store(StoreError),
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

async fn databases() -> Vec<TestDb> {
    TestDb::all_with(MIGRATIONS).await
}

async fn int(store: &Store, sql: &'static str, values: &[V]) -> i64 {
    let values = values.to_vec();
    store.read(move |tx| tx.query_one(sql, &values)?.int(0)).await.unwrap()
}

async fn file(store: &Store, unit: &'static str, fails: bool) -> Result<i64, Refusal> {
    store
        .write(move |tx| {
            let serial = tx.query_one(NEXT, &values![unit])?.int(0)?;
            tx.execute_one(FILE, &values![unit, serial, None::<&str>])?;
            if fails { Err(Refusal::Changed) } else { Ok(serial) }
        })
        .await
}

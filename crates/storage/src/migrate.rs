//! Migrations: ordered scripts, each applied once in one transaction, never changed afterwards.
//!
//! A script is written once for both engines with a few tokens (see [`render`]); where the engines
//! really differ, such as full-text search, it is written twice ([`Script::Split`]).

use sha2::{Digest, Sha256};

use crate::engine::{EngineKind, Store};
use crate::error::StoreError;
use crate::tx::Tx;
use crate::values;

/// One step of the schema.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// Number, counted from 1 without gaps.
    pub version: i64,
    /// Short name in snake case, as in `0001_foundation`.
    pub name: &'static str,
    /// What it runs.
    pub script: Script,
}

/// The text of a migration.
#[derive(Debug, Clone, Copy)]
pub enum Script {
    /// One text with tokens for both engines.
    Shared(&'static str),
    /// A text of its own for each engine; tokens work too.
    Split {
        /// For SQLite.
        sqlite: &'static str,
        /// For PostgreSQL.
        postgres: &'static str,
    },
}

/// A migration that was applied by this call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// Its number.
    pub version: i64,
    /// Its name.
    pub name: &'static str,
}

const CREATE: &str = "CREATE TABLE IF NOT EXISTS migration (
    version BIGINT PRIMARY KEY,
    name TEXT NOT NULL,
    checksum TEXT NOT NULL,
    applied_at BIGINT NOT NULL
)";
const LIST: &str = "SELECT version, checksum FROM migration ORDER BY version";
const RECORD: &str = "INSERT INTO migration (version, name, checksum, applied_at) VALUES ($1, $2, $3, $4)";
const HIGHEST: &str = "SELECT max(version) FROM migration";
const SQLITE_HAS_TABLE: &str = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migration'";
const POSTGRES_HAS_TABLE: &str = "SELECT 1 WHERE to_regclass('migration') IS NOT NULL";

/// Only one program migrates at a time, and it may take longer than an ordinary statement.
const POSTGRES_LOCK: &str = "SET LOCAL lock_timeout = 0; SET LOCAL statement_timeout = 0; \
                             SELECT pg_advisory_xact_lock(7526475320151210083)";

/// Tokens of scripts: name, text for SQLite, text for PostgreSQL.
const TOKENS: [(&str, &str, &str); 6] = [
    ("@BLOB@", "BLOB", "BYTEA"),
    ("@INT@", "INTEGER", "BIGINT"),
    ("@REAL@", "REAL", "DOUBLE PRECISION"),
    ("@TEXT@", "TEXT", "TEXT COLLATE \"C\""),
    ("@STRICT@", "STRICT", ""),
    ("@STRICT_WITHOUT_ROWID@", "STRICT, WITHOUT ROWID", ""),
];

impl Script {
    fn text(self, engine: EngineKind) -> &'static str {
        match (self, engine) {
            (Self::Shared(text), EngineKind::Sqlite | EngineKind::Postgres) => text,
            (Self::Split { sqlite, .. }, EngineKind::Sqlite) => sqlite,
            (Self::Split { postgres, .. }, EngineKind::Postgres) => postgres,
        }
    }
}

impl Migration {
    /// SHA-256 of the text before tokens are replaced, in hexadecimal.
    fn checksum(&self, engine: EngineKind) -> String {
        let digest = Sha256::digest(self.script.text(engine).as_bytes());
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    fn refused(&self, message: impl Into<String>) -> StoreError {
        StoreError::Migration { version: self.version, name: self.name.to_owned(), message: message.into() }
    }
}

impl Store {
    /// Brings the schema up to date and tells what it applied, oldest first. Several programs may
    /// call it at once. `now_ms` is recorded with each step, in milliseconds since 1970.
    ///
    /// # Errors
    /// [`StoreError::SchemaNewer`], [`StoreError::MigrationChanged`], or [`StoreError::Migration`] for a
    /// step that failed; the steps before it stay applied.
    pub async fn migrate(&self, now_ms: i64) -> Result<Vec<Applied>, StoreError> {
        let list = self.migrations();
        check_list(list)?;
        let mut applied = Vec::new();
        while let Some(step) = self.write(move |tx| apply_next(tx, list, now_ms)).await? {
            applied.push(step);
        }
        if !applied.is_empty() {
            self.forget_statements();
        }
        Ok(applied)
    }

    /// The highest migration recorded in the database, 0 for an empty one.
    ///
    /// # Errors
    /// Whatever the engine says.
    pub async fn schema_version(&self) -> Result<i64, StoreError> {
        self.read(|tx| {
            let has_table = match tx.engine() {
                EngineKind::Sqlite => SQLITE_HAS_TABLE,
                EngineKind::Postgres => POSTGRES_HAS_TABLE,
            };
            match tx.query_opt(has_table, &[])? {
                Some(_) => Ok(tx.query_one(HIGHEST, &[])?.opt_int(0)?.unwrap_or(0)),
                None => Ok(0),
            }
        })
        .await
    }

    /// The highest migration the program knows, 0 if it knows none.
    #[must_use]
    pub fn known_version(&self) -> i64 {
        self.migrations().last().map_or(0, |last| last.version)
    }
}

/// Applies the first step that is missing, in the caller's transaction.
fn apply_next(
    tx: &mut Tx<'_>,
    list: &'static [Migration],
    now_ms: i64,
) -> Result<Option<Applied>, StoreError> {
    let engine = tx.engine();
    match engine {
        EngineKind::Sqlite => {}
        EngineKind::Postgres => tx.script(POSTGRES_LOCK)?,
    }
    tx.execute(CREATE, &[])?;
    let done = recorded(tx)?;
    check_recorded(list, &done, engine)?;
    let Some(step) = list.get(done.len()) else { return Ok(None) };
    let sql = render(step, engine)?;
    tx.script(&sql).map_err(|error| step.refused(error.to_string()))?;
    tx.execute(RECORD, &values![step.version, step.name, step.checksum(engine), now_ms])?;
    Ok(Some(Applied { version: step.version, name: step.name }))
}

fn recorded(tx: &mut Tx<'_>) -> Result<Vec<(i64, String)>, StoreError> {
    tx.query(LIST, &[])?.iter().map(|row| Ok((row.int(0)?, row.text(1)?))).collect()
}

/// What is in the database must be the beginning of the list.
fn check_recorded(list: &[Migration], done: &[(i64, String)], engine: EngineKind) -> Result<(), StoreError> {
    let known = list.last().map_or(0, |last| last.version);
    if let Some((found, _)) = done.last().filter(|(found, _)| *found > known) {
        return Err(StoreError::SchemaNewer { found: *found, known });
    }
    for (step, (version, checksum)) in list.iter().zip(done) {
        if step.version != *version || step.checksum(engine) != *checksum {
            return Err(StoreError::MigrationChanged { version: step.version, name: step.name.to_owned() });
        }
    }
    Ok(())
}

/// Versions count from 1, and no script may contain what breaks the store.
fn check_list(list: &[Migration]) -> Result<(), StoreError> {
    for (step, version) in list.iter().zip(1..) {
        if step.version != version {
            return Err(step.refused(format!("it stands where version {version} belongs")));
        }
        for engine in [EngineKind::Sqlite, EngineKind::Postgres] {
            // A deferred check would fail the commit that other units share.
            if render(step, engine)?.to_ascii_uppercase().contains("DEFERRABLE") {
                return Err(step.refused("deferrable constraints are not allowed"));
            }
        }
    }
    Ok(())
}

/// Replaces the tokens of a script:
///
/// | token | SQLite | PostgreSQL |
/// |---|---|---|
/// | `@BLOB@` | `BLOB` | `BYTEA` |
/// | `@INT@` | `INTEGER` | `BIGINT` |
/// | `@REAL@` | `REAL` | `DOUBLE PRECISION` |
/// | `@TEXT@` | `TEXT` | `TEXT COLLATE "C"` |
/// | `@STRICT@` | `STRICT` | |
/// | `@STRICT_WITHOUT_ROWID@` | `STRICT, WITHOUT ROWID` | |
///
/// # Errors
/// [`StoreError::Migration`] for a token that is not in the table.
pub fn render(migration: &Migration, engine: EngineKind) -> Result<String, StoreError> {
    let mut sql = migration.script.text(engine).to_owned();
    for (token, sqlite, postgres) in TOKENS {
        sql = sql.replace(
            token,
            match engine {
                EngineKind::Sqlite => sqlite,
                EngineKind::Postgres => postgres,
            },
        );
    }
    match sql.split_once('@') {
        Some((_, rest)) => {
            let near: String = rest.chars().take(24).collect();
            Err(migration.refused(format!("unknown token near `@{near}`")))
        }
        None => Ok(sql),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(version: i64, sql: &'static str) -> Migration {
        Migration { version, name: "step", script: Script::Shared(sql) }
    }

    #[test]
    fn tokens_are_replaced_per_engine() {
        let table = step(1, "CREATE TABLE t (id @INT@ PRIMARY KEY, body @BLOB@, code @TEXT@) @STRICT@;");
        assert_eq!(
            render(&table, EngineKind::Sqlite),
            Ok("CREATE TABLE t (id INTEGER PRIMARY KEY, body BLOB, code TEXT) STRICT;".into())
        );
        assert_eq!(
            render(&table, EngineKind::Postgres),
            Ok("CREATE TABLE t (id BIGINT PRIMARY KEY, body BYTEA, code TEXT COLLATE \"C\") ;".into())
        );
        assert!(render(&step(1, "x @BLUB@"), EngineKind::Sqlite).is_err());
    }

    #[test]
    fn lists_are_checked() {
        assert!(check_list(&[step(1, "a"), step(2, "b")]).is_ok());
        assert!(check_list(&[step(1, "a"), step(3, "b")]).is_err());
        assert!(check_list(&[step(1, "x deferrable initially deferred")]).is_err());
        assert!(check_list(crate::MIGRATIONS).is_ok());
    }

    #[test]
    fn a_changed_or_newer_database_is_refused() {
        let list = [step(1, "a"), step(2, "b")];
        let record = |step: &Migration| (step.version, step.checksum(EngineKind::Sqlite));
        let both: Vec<_> = list.iter().map(record).collect();
        assert_eq!(check_recorded(&list, &both, EngineKind::Sqlite), Ok(()));
        assert_eq!(
            check_recorded(&list[..1], &both, EngineKind::Sqlite),
            Err(StoreError::SchemaNewer { found: 2, known: 1 })
        );
        let changed = [step(1, "other"), step(2, "b")];
        assert!(matches!(
            check_recorded(&changed, &both, EngineKind::Sqlite),
            Err(StoreError::MigrationChanged { version: 1, .. })
        ));
    }
}

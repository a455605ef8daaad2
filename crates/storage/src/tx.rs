//! The statements of one unit of work.

use crate::engine::EngineKind;
use crate::engine::postgres::Session as PostgresSession;
use crate::engine::sqlite::Session as SqliteSession;
use crate::error::StoreError;
use crate::value::{Row, V};

/// An open transaction. Every call blocks until the engine answers.
///
/// After a statement failed, the unit can only be rolled back: later calls give
/// [`StoreError::Aborted`], and the unit ends with the first failure even if the closure returns
/// `Ok`. PostgreSQL works like that by itself; SQLite is held to the same rule. Use `ON CONFLICT`
/// where a clash is expected. [`Conflict`](StoreError::Conflict), [`NoRow`](StoreError::NoRow) and
/// column errors are the caller's own findings and do not end the unit.
pub struct Tx<'a> {
    session: Session<'a>,
    fault: Option<StoreError>,
}

/// The engine behind a transaction.
pub(crate) enum Session<'a> {
    Sqlite(SqliteSession<'a>),
    Postgres(PostgresSession<'a>),
}

impl<'a> Tx<'a> {
    pub(crate) fn new(session: Session<'a>) -> Self {
        Self { session, fault: None }
    }

    /// Which engine runs the unit; only for the few statements that differ.
    #[must_use]
    pub fn engine(&self) -> EngineKind {
        match self.session {
            Session::Sqlite(_) => EngineKind::Sqlite,
            Session::Postgres(_) => EngineKind::Postgres,
        }
    }

    /// Runs a statement that returns rows (`SELECT`, or `… RETURNING`) and gives all of them.
    ///
    /// # Errors
    /// Whatever the engine says; see [`StoreError`].
    pub fn query(&mut self, sql: &'static str, values: &[V]) -> Result<Vec<Row>, StoreError> {
        self.guarded(|session| match session {
            Session::Sqlite(sqlite) => sqlite.query(sql, values),
            Session::Postgres(postgres) => postgres.query(sql, values),
        })
    }

    /// Runs a statement that returns at most one row.
    ///
    /// # Errors
    /// [`StoreError::ManyRows`] if there were several, else as [`query`](Self::query).
    pub fn query_opt(&mut self, sql: &'static str, values: &[V]) -> Result<Option<Row>, StoreError> {
        let mut rows = self.query(sql, values)?;
        match rows.len() {
            0 | 1 => Ok(rows.pop()),
            found => Err(StoreError::ManyRows { found }),
        }
    }

    /// Runs a statement that returns exactly one row, such as a count.
    ///
    /// # Errors
    /// [`StoreError::NoRow`] if there was none, else as [`query_opt`](Self::query_opt).
    pub fn query_one(&mut self, sql: &'static str, values: &[V]) -> Result<Row, StoreError> {
        self.query_opt(sql, values)?.ok_or(StoreError::NoRow)
    }

    /// Runs a statement without rows and gives the number of rows it changed.
    ///
    /// # Errors
    /// Whatever the engine says; see [`StoreError`].
    pub fn execute(&mut self, sql: &'static str, values: &[V]) -> Result<u64, StoreError> {
        self.guarded(|session| match session {
            Session::Sqlite(sqlite) => sqlite.execute(sql, values),
            Session::Postgres(postgres) => postgres.execute(sql, values),
        })
    }

    /// Runs a statement that must change exactly one row: optimistic locking by
    /// `UPDATE … WHERE id = $1 AND version = $2`.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if it changed none or several, else as [`execute`](Self::execute).
    pub fn execute_one(&mut self, sql: &'static str, values: &[V]) -> Result<(), StoreError> {
        match self.execute(sql, values)? {
            1 => Ok(()),
            changed => Err(StoreError::Conflict { changed }),
        }
    }

    /// Runs statements in order and gives the rows each changed. PostgreSQL gets them in one
    /// round trip, so this is the way to write several rows.
    ///
    /// # Errors
    /// That of the first statement that failed.
    pub fn batch(&mut self, statements: &[(&'static str, Vec<V>)]) -> Result<Vec<u64>, StoreError> {
        self.guarded(|session| match session {
            Session::Sqlite(sqlite) => {
                statements.iter().map(|(sql, values)| sqlite.execute(sql, values)).collect()
            }
            Session::Postgres(postgres) => postgres.batch(statements),
        })
    }

    /// Writes a row whose success is all the caller needs to know. PostgreSQL gets it together with the next
    /// statement or with the commit, which saves a round trip; SQLite gets it at once.
    ///
    /// # Errors
    /// As [`execute`](Self::execute); on PostgreSQL the failure comes with the statement that follows, or in place of
    /// the commit. Either way nothing of the unit is kept.
    pub fn later(&mut self, sql: &'static str, values: &[V]) -> Result<(), StoreError> {
        self.guarded(|session| match session {
            Session::Sqlite(sqlite) => sqlite.execute(sql, values).map(|_| ()),
            Session::Postgres(postgres) => {
                postgres.later(sql, values);
                Ok(())
            }
        })
    }

    /// Runs a migration: several statements without parameters, text made by the loader.
    pub(crate) fn script(&mut self, sql: &str) -> Result<(), StoreError> {
        self.guarded(|session| match session {
            Session::Sqlite(sqlite) => sqlite.script(sql),
            Session::Postgres(postgres) => postgres.script(sql),
        })
    }

    /// The failure that ended the unit, if one did.
    pub(crate) fn into_fault(self) -> Option<StoreError> {
        self.fault
    }

    fn guarded<T>(
        &mut self,
        run: impl FnOnce(&Session<'a>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        if self.fault.is_some() {
            return Err(StoreError::Aborted);
        }
        let result = run(&self.session);
        if let Err(fault) = &result {
            self.fault = Some(fault.clone());
        }
        result
    }
}

//! The store: one type over two engines.

pub(crate) mod postgres;
pub(crate) mod sqlite;
mod unit;
mod url;

use std::fmt;
use std::sync::Arc;

use crate::error::StoreError;
use crate::migrate::Migration;
use crate::migrations::MIGRATIONS;
use crate::tx::Tx;
pub use url::DatabaseUrl;

/// Which engine keeps the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EngineKind {
    /// The engine inside the program, one file.
    Sqlite,
    /// A PostgreSQL server.
    Postgres,
}

impl fmt::Display for EngineKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        })
    }
}

/// How to open a store.
#[derive(Debug, Clone)]
pub struct Options {
    /// Connections to PostgreSQL, at least 1.
    pub pool_size: usize,
    /// The migrations the program knows; a database beyond them is refused.
    pub migrations: &'static [Migration],
}

impl Default for Options {
    fn default() -> Self {
        Self { pool_size: 16, migrations: MIGRATIONS }
    }
}

/// What the writer of SQLite has done since the store was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stats {
    /// Units of work that were run, kept or not.
    pub units: u64,
    /// Commits that made them durable; fewer than units where work waited.
    pub commits: u64,
}

/// A database. Cheap to clone; clones share connections and the writer.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    engine: Engine,
    migrations: &'static [Migration],
}

enum Engine {
    Sqlite(sqlite::Database),
    Postgres(postgres::Database),
}

impl Store {
    /// Opens a database with the usual [`Options`].
    ///
    /// # Errors
    /// As [`open_with`](Self::open_with).
    pub async fn open(url: &DatabaseUrl) -> Result<Self, StoreError> {
        Self::open_with(url, Options::default()).await
    }

    /// Opens a database. Does not migrate it: see [`migrate`](Self::migrate).
    ///
    /// # Errors
    /// [`StoreError::TooOld`] for an engine that cannot be trusted, [`StoreError::SchemaNewer`] for a
    /// database of a newer program, [`StoreError::Open`] or [`StoreError::Unavailable`] otherwise.
    pub async fn open_with(url: &DatabaseUrl, options: Options) -> Result<Self, StoreError> {
        let engine = match url {
            DatabaseUrl::Sqlite(path) => Engine::Sqlite(sqlite::Database::open(path.clone()).await?),
            DatabaseUrl::Postgres(config) => {
                Engine::Postgres(postgres::Database::open(config, options.pool_size).await?)
            }
        };
        let store = Self { inner: Arc::new(Inner { engine, migrations: options.migrations }) };
        let (found, known) = (store.schema_version().await?, store.known_version());
        if found > known { Err(StoreError::SchemaNewer { found, known }) } else { Ok(store) }
    }

    /// Which engine keeps the data.
    #[must_use]
    pub fn engine(&self) -> EngineKind {
        match self.inner.engine {
            Engine::Sqlite(_) => EngineKind::Sqlite,
            Engine::Postgres(_) => EngineKind::Postgres,
        }
    }

    /// Runs one unit of work: everything in the closure is one transaction, durable before the
    /// answer. An `Err` undoes all of it.
    ///
    /// The closure may run several times (PostgreSQL retries lost races), so it must not keep
    /// anything from an earlier run. Dropping the future does not undo a unit that has begun.
    ///
    /// Isolation: on SQLite units run one after another. On PostgreSQL they run READ COMMITTED, so a
    /// decision on a row that was read needs `execute_one` with a version, or a locked row.
    ///
    /// # Errors
    /// The closure's own, or a [`StoreError`]; [`StoreError::Unknown`] if the commit's answer is lost.
    pub async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        match &self.inner.engine {
            Engine::Sqlite(sqlite) => sqlite.write(work).await,
            Engine::Postgres(postgres) => postgres.run(postgres::Mode::Write, work).await,
        }
    }

    /// Runs queries on one snapshot, without the right to write.
    ///
    /// On SQLite the closure runs on the calling thread: for point reads and pages. What takes longer
    /// than about a millisecond belongs into [`report`](Self::report).
    ///
    /// # Errors
    /// The closure's own, or a [`StoreError`]; [`StoreError::ReadOnly`] on an attempt to write.
    pub async fn read<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        match &self.inner.engine {
            Engine::Sqlite(sqlite) => sqlite.read(work),
            Engine::Postgres(postgres) => postgres.run(postgres::Mode::Read, work).await,
        }
    }

    /// As [`read`](Self::read), on a thread of its own: for reports and exports. On SQLite at most two
    /// run at a time, so that they leave processors to the counters.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub async fn report<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        match &self.inner.engine {
            Engine::Sqlite(sqlite) => sqlite.report(work).await,
            Engine::Postgres(postgres) => postgres.run(postgres::Mode::Read, work).await,
        }
    }

    /// Checks that the engine can prepare a statement, without running it.
    ///
    /// # Errors
    /// What the engine says about the text.
    pub async fn prepare_check(&self, sql: &'static str) -> Result<(), StoreError> {
        match &self.inner.engine {
            Engine::Sqlite(sqlite) => sqlite.prepare_check(sql),
            Engine::Postgres(postgres) => postgres.prepare_check(sql).await,
        }
    }

    /// Why the writer of SQLite takes no more work, if it stopped: for the health check.
    #[must_use]
    pub fn writer_stopped(&self) -> Option<&str> {
        match &self.inner.engine {
            Engine::Sqlite(sqlite) => sqlite.writer_stopped(),
            Engine::Postgres(_) => None,
        }
    }

    /// What the writer has done; zeros on PostgreSQL, which groups commits by itself.
    #[must_use]
    pub fn stats(&self) -> Stats {
        match &self.inner.engine {
            Engine::Sqlite(sqlite) => sqlite.stats(),
            Engine::Postgres(_) => Stats::default(),
        }
    }

    /// The migrations the program knows.
    pub(crate) fn migrations(&self) -> &'static [Migration] {
        self.inner.migrations
    }

    /// Forgets prepared statements whose meaning a migration may have changed.
    pub(crate) fn forget_statements(&self) {
        if let Engine::Postgres(postgres) = &self.inner.engine {
            postgres.forget_statements();
        }
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store").field("engine", &self.engine()).finish_non_exhaustive()
    }
}

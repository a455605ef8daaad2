//! Read-only connections, used on the thread that asks.
//!
//! Handing a point read to another thread costs ten times the read, so there is no reader thread.
//! The number of connections is bounded by the threads of the runtime plus the reports.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;
use tokio::sync::Semaphore;

use super::fault::fault;
use super::open;
use super::session::Session;
use crate::engine::unit;
use crate::error::StoreError;
use crate::tx::{self, Tx};

/// Connections kept open; more are opened when needed and closed afterwards.
const KEPT: usize = 8;

/// Reports that run at a time.
const REPORTS: usize = 2;

/// The pool.
#[derive(Clone)]
pub(super) struct Readers {
    shared: Arc<Shared>,
}

struct Shared {
    path: PathBuf,
    idle: Mutex<Vec<Connection>>,
    reports: Arc<Semaphore>,
}

impl Readers {
    pub(super) fn new(path: PathBuf) -> Self {
        let reports = Arc::new(Semaphore::new(REPORTS));
        Self { shared: Arc::new(Shared { path, idle: Mutex::new(Vec::new()), reports }) }
    }

    /// Runs a closure on one snapshot, here and now.
    pub(super) fn read<T, E, F>(&self, work: &mut F) -> Result<Result<T, E>, StoreError>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E>,
    {
        let connection = self.take()?;
        control(&connection, "BEGIN")?;
        let ended = unit::run(work, tx::Session::Sqlite(Session(&connection)));
        // A connection that cannot end its snapshot is closed instead of kept.
        if control(&connection, "ROLLBACK").is_ok() {
            self.give_back(connection);
        }
        ended.result
    }

    /// The same on a thread for blocking work.
    pub(super) async fn report<T, E, F>(&self, mut work: F) -> Result<Result<T, E>, StoreError>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: Send + 'static,
    {
        let gone = |_| StoreError::Busy { message: "the store is closing".into() };
        let permit = Arc::clone(&self.shared.reports).acquire_owned().await.map_err(gone)?;
        let readers = self.clone();
        let report = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            readers.read(&mut work)
        });
        report.await.unwrap_or(Err(StoreError::Panicked))
    }

    pub(super) fn prepare_check(&self, sql: &'static str) -> Result<(), StoreError> {
        let connection = self.take()?;
        let checked = connection.prepare(sql).map(|_| ()).map_err(|error| fault(&error));
        self.give_back(connection);
        checked
    }

    fn take(&self) -> Result<Connection, StoreError> {
        let idle = self.idle().pop();
        idle.map_or_else(|| open::reader(&self.shared.path), Ok)
    }

    fn give_back(&self, connection: Connection) {
        let mut idle = self.idle();
        if idle.len() < KEPT {
            idle.push(connection);
        }
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Connection>> {
        // The list is whole even if a holder of the lock panicked: push and pop do not.
        self.shared.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// `BEGIN` or `ROLLBACK`.
fn control(connection: &Connection, sql: &'static str) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(sql).map_err(|error| fault(&error))?;
    statement.raw_execute().map(|_| ()).map_err(|error| fault(&error))
}

//! The one thread that writes.
//!
//! Units of work that wait together share one outer transaction and so one wait for the disk
//! (group commit); each has a savepoint of its own, so one that fails undoes only itself. The thread
//! never waits for more work to come. Nobody is answered before the outer commit, and if that fails
//! everybody hears so: a unit may have read what another of the same group wrote.
//!
//! After a failure of the disk the thread stops for good. What a failed `fsync` left behind is not
//! known, and trying again would report success for pages the kernel has already dropped.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use rusqlite::Connection;
use tokio::sync::{mpsc, oneshot};

use super::fault::fault;
use super::session::Session;
use crate::engine::{Stats, unit};
use crate::error::StoreError;
use crate::tx::{self, Tx};

/// Units that share one commit at most.
const GROUP: usize = 256;

/// Units that may wait before callers have to.
const QUEUE: usize = 1024;

/// Sends units to the thread. The thread ends when this is dropped.
pub(super) struct Writer {
    queue: mpsc::Sender<Box<dyn Unit>>,
    counts: Arc<Counts>,
}

#[derive(Default)]
struct Counts {
    units: AtomicU64,
    commits: AtomicU64,
    stopped: OnceLock<String>,
}

/// What a unit answers with: the closure's result, or the failure in its place.
type Answer<T, E> = Result<Result<T, E>, StoreError>;

impl Writer {
    pub(super) fn start(connection: Connection) -> Result<Self, StoreError> {
        let (queue, waiting) = mpsc::channel(QUEUE);
        let counts = Arc::new(Counts::default());
        let thread = Thread { connection, waiting, counts: Arc::clone(&counts) };
        std::thread::Builder::new()
            .name("sqlite-writer".into())
            .spawn(move || thread.run())
            .map_err(|error| StoreError::Open { message: error.to_string() })?;
        Ok(Self { queue, counts })
    }

    pub(super) async fn write<T, E, F>(&self, work: F) -> Answer<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let unit = Box::new(Work { work, result: None, reply });
        if self.queue.send(unit).await.is_err() {
            let reason = self.stopped().unwrap_or("its thread is gone").to_owned();
            return Err(StoreError::WriterStopped { reason });
        }
        // The thread answers every unit it received; a lost answer means its code unwound.
        answer.await.unwrap_or(Err(StoreError::Unknown { message: "the writer gave no answer".into() }))
    }

    pub(super) fn stopped(&self) -> Option<&str> {
        self.counts.stopped.get().map(String::as_str)
    }

    pub(super) fn stats(&self) -> Stats {
        Stats {
            units: self.counts.units.load(Ordering::Relaxed),
            commits: self.counts.commits.load(Ordering::Relaxed),
        }
    }
}

/// A unit of work whose types the thread need not know.
trait Unit: Send {
    /// Nobody waits for the answer any more.
    fn is_abandoned(&self) -> bool;
    /// Runs the closure; says whether to keep what it wrote, and which statement failed if one did.
    fn run(&mut self, connection: &Connection) -> (bool, Option<StoreError>);
    /// Tells the caller, after the outer transaction ended.
    fn answer(self: Box<Self>, outer: Result<(), StoreError>);
}

struct Work<T, E, F> {
    work: F,
    result: Option<Answer<T, E>>,
    reply: oneshot::Sender<Answer<T, E>>,
}

impl<T, E, F> Unit for Work<T, E, F>
where
    F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send,
    T: Send,
    E: Send,
{
    fn is_abandoned(&self) -> bool {
        self.reply.is_closed()
    }

    fn run(&mut self, connection: &Connection) -> (bool, Option<StoreError>) {
        let ended = unit::run(&mut self.work, tx::Session::Sqlite(Session(connection)));
        let keep = ended.keep();
        self.result = Some(ended.result);
        (keep, ended.fault)
    }

    fn answer(self: Box<Self>, outer: Result<(), StoreError>) {
        let own = self.result.unwrap_or(Err(StoreError::Panicked));
        // The caller may have gone; then nobody needs to know.
        let _ = self.reply.send(outer.and(own));
    }
}

struct Thread {
    connection: Connection,
    waiting: mpsc::Receiver<Box<dyn Unit>>,
    counts: Arc<Counts>,
}

impl Thread {
    fn run(mut self) {
        while let Some(first) = self.waiting.blocking_recv() {
            if let Err(reason) = self.group(first) {
                tracing::error!(%reason, "the SQLite writer stops; restart the program after checking the disk");
                self.stop(&reason);
                return;
            }
        }
    }

    /// Runs the first unit and whatever waits behind it in one outer transaction.
    ///
    /// Gives an error only if the thread must stop.
    fn group(&mut self, first: Box<dyn Unit>) -> Result<(), StoreError> {
        let mut ran = Vec::new();
        let mut ended = self.control("BEGIN IMMEDIATE");
        let mut next = Some(first);
        while let Some(mut unit) = next.take() {
            if ended.is_ok() && !unit.is_abandoned() {
                ended = self.one(unit.as_mut());
            }
            ran.push(unit);
            if ended.is_ok() && ran.len() < GROUP {
                next = self.waiting.try_recv().ok();
            }
        }
        let committed = ended.and_then(|()| self.commit());
        let undone = match committed {
            Err(_) if !self.connection.is_autocommit() => self.control("ROLLBACK"),
            Ok(()) | Err(_) => Ok(()),
        };
        for unit in ran {
            unit.answer(committed.clone());
        }
        match committed {
            // Nothing is half done after these, so the next group may succeed.
            Ok(()) | Err(StoreError::Busy { .. } | StoreError::Full) => undone,
            Err(reason) => Err(reason),
        }
    }

    /// Runs one unit in its savepoint. An error means that the outer transaction cannot go on.
    fn one(&self, unit: &mut dyn Unit) -> Result<(), StoreError> {
        self.counts.units.fetch_add(1, Ordering::Relaxed);
        self.control("SAVEPOINT unit")?;
        let (keep, fault) = unit.run(&self.connection);
        if self.connection.is_autocommit() {
            // SQLite undid the outer transaction by itself, as it may when the disk is full.
            let closed = || StoreError::Unknown { message: "a statement ended the transaction".into() };
            return Err(fault.unwrap_or_else(closed));
        }
        if let Some(fault) = fault.filter(StoreError::distrusts_file) {
            return Err(fault);
        }
        if !keep {
            self.control("ROLLBACK TO unit")?;
        }
        self.control("RELEASE unit")
    }

    fn commit(&self) -> Result<(), StoreError> {
        match self.control("COMMIT") {
            Ok(()) => {
                self.counts.commits.fetch_add(1, Ordering::Relaxed);
                Ok(())
            }
            Err(StoreError::Io { message }) => Err(StoreError::Unknown { message }),
            Err(other) => Err(other),
        }
    }

    /// A statement without values that steers the transaction.
    fn control(&self, sql: &'static str) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(sql).map_err(|error| fault(&error))?;
        statement.raw_execute().map(|_| ()).map_err(|error| fault(&error))
    }

    /// Answers everything that waits and takes nothing more.
    fn stop(&mut self, reason: &StoreError) {
        // Only this thread sets it, and only once.
        let _ = self.counts.stopped.set(reason.to_string());
        self.waiting.close();
        while let Some(unit) = self.waiting.blocking_recv() {
            unit.answer(Err(StoreError::WriterStopped { reason: reason.to_string() }));
        }
    }
}

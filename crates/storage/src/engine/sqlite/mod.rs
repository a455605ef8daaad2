//! SQLite: one writer thread, readers on the calling thread.

mod fault;
mod open;
mod readers;
mod session;
mod writer;

use std::path::PathBuf;

use crate::engine::{Stats, unit};
use crate::error::StoreError;
use crate::tx::Tx;
use readers::Readers;
pub(crate) use session::Session;
use writer::Writer;

/// An open SQLite file.
pub(crate) struct Database {
    writer: Writer,
    readers: Readers,
}

impl Database {
    /// Opens or creates the file and starts the writer.
    pub(crate) async fn open(path: PathBuf) -> Result<Self, StoreError> {
        let opened = tokio::task::spawn_blocking(move || {
            let connection = open::writer(&path)?;
            let writer = Writer::start(connection)?;
            Ok(Self { writer, readers: Readers::new(path) })
        });
        opened.await.map_err(|error| StoreError::Open { message: error.to_string() })?
    }

    pub(crate) async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        unit::flatten(self.writer.write(work).await)
    }

    pub(crate) fn read<T, E, F>(&self, mut work: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E>,
        E: From<StoreError>,
    {
        unit::flatten(self.readers.read(&mut work))
    }

    pub(crate) async fn report<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        unit::flatten(self.readers.report(work).await)
    }

    pub(crate) fn prepare_check(&self, sql: &'static str) -> Result<(), StoreError> {
        self.readers.prepare_check(sql)
    }

    pub(crate) fn writer_stopped(&self) -> Option<&str> {
        self.writer.stopped()
    }

    pub(crate) fn stats(&self) -> Stats {
        self.writer.stats()
    }
}

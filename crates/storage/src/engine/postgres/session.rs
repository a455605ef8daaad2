//! Statements on one PostgreSQL connection, called from a thread that may block.

use std::cell::RefCell;
use std::future::Future;

use deadpool_postgres::ClientWrapper;
use tokio::runtime::Handle;
use tokio_postgres::Statement;
use tokio_postgres::types::ToSql;

use super::pipeline::{Call, in_order};
use super::{codec, fault};
use crate::error::StoreError;
use crate::value::{Row, V};

/// Statements sent before the first answer is awaited.
const PIPELINE: usize = 128;

/// What was not sent yet: it travels with the next statement that needs an answer.
pub(super) struct Unsent {
    begin: Option<&'static str>,
    writes: Vec<(&'static str, Vec<V>)>,
}

impl Unsent {
    /// A unit that has not begun.
    pub(super) fn new(begin: &'static str) -> RefCell<Self> {
        RefCell::new(Self { begin: Some(begin), writes: Vec::new() })
    }

    /// Whether no write waits.
    pub(super) fn is_empty(&self) -> bool {
        self.writes.is_empty()
    }

    /// Whether the server has heard nothing of the unit.
    pub(super) fn is_untouched(&self) -> bool {
        self.begin.is_some()
    }
}

/// A connection inside a transaction.
pub(crate) struct Session<'a> {
    handle: &'a Handle,
    client: &'a ClientWrapper,
    unsent: &'a RefCell<Unsent>,
}

impl<'a> Session<'a> {
    pub(super) fn new(handle: &'a Handle, client: &'a ClientWrapper, unsent: &'a RefCell<Unsent>) -> Self {
        Self { handle, client, unsent }
    }

    pub(crate) fn query(&self, sql: &'static str, values: &[V]) -> Result<Vec<Row>, StoreError> {
        self.handle.block_on(async {
            let statement = self.prepare(sql, values).await?;
            let rows = self.after_unsent(self.client.query(&statement, &params(values))).await?;
            rows.map_err(|error| fault::statement(&error))?.iter().map(codec::decode).collect()
        })
    }

    pub(crate) fn execute(&self, sql: &'static str, values: &[V]) -> Result<u64, StoreError> {
        self.handle.block_on(async {
            let statement = self.prepare(sql, values).await?;
            let changed = self.after_unsent(self.client.execute(&statement, &params(values))).await?;
            changed.map_err(|error| fault::statement(&error))
        })
    }

    /// Keeps a write for the next statement or the commit.
    pub(crate) fn later(&self, sql: &'static str, values: &[V]) {
        self.unsent.borrow_mut().writes.push((sql, values.to_vec()));
    }

    pub(crate) fn batch(&self, statements: &[(&'static str, Vec<V>)]) -> Result<Vec<u64>, StoreError> {
        self.handle.block_on(async {
            let mut changed = Vec::with_capacity(statements.len());
            for part in statements.chunks(PIPELINE) {
                let (answers, ()) = self.pipeline(part, std::future::ready(())).await?;
                changed.extend(answers);
            }
            Ok(changed)
        })
    }

    pub(crate) fn script(&self, sql: &str) -> Result<(), StoreError> {
        self.handle.block_on(async {
            let done = self.after_unsent(self.client.batch_execute(sql)).await?;
            done.map_err(|error| fault::statement(&error))
        })
    }

    /// Sends what is left and the commit in one round trip.
    pub(super) async fn commit(&self) -> Result<(), CommitFault> {
        let done = self.after_unsent(self.client.batch_execute("COMMIT")).await;
        // A server that refused a write answers the commit with a rollback.
        done.map_err(CommitFault::Refused)?.map_err(|error| CommitFault::InDoubt(fault::commit(&error)))
    }

    /// What was held back goes out with `last`; its failure is the failure of both.
    async fn after_unsent<T>(&self, last: impl Future<Output = T>) -> Result<T, StoreError> {
        Ok(self.pipeline(&[], last).await?.1)
    }

    /// Sends what was held back, then `part`, then `last`, and takes all answers before the first failure is
    /// returned, so that none is left on the wire. Gives the rows each statement of `part` changed.
    async fn pipeline<T>(
        &self,
        part: &[(&'static str, Vec<V>)],
        last: impl Future<Output = T>,
    ) -> Result<(Vec<u64>, T), StoreError> {
        let (begin, writes) = {
            let mut unsent = self.unsent.borrow_mut();
            (unsent.begin.take(), std::mem::take(&mut unsent.writes))
        };
        let mut prepared = Vec::with_capacity(writes.len() + part.len());
        for (sql, values) in writes.iter().chain(part) {
            prepared.push((self.prepare(sql, values).await?, params(values)));
        }
        let mut calls: Vec<Call<'_>> = Vec::with_capacity(writes.len() + part.len() + 1);
        if let Some(begin) = begin {
            calls.push(Box::pin(async move { self.client.batch_execute(begin).await.map(|()| 0) }));
        }
        for (statement, params) in &prepared {
            calls.push(Box::pin(self.client.execute(statement, params)));
        }
        let (answers, last) = in_order(calls, last).await;
        let answers: Result<Vec<u64>, StoreError> =
            answers.into_iter().map(|answer| answer.map_err(|error| fault::statement(&error))).collect();
        let changed = answers?.split_off(usize::from(begin.is_some()) + writes.len());
        Ok((changed, last))
    }

    async fn prepare(&self, sql: &'static str, values: &[V]) -> Result<Statement, StoreError> {
        let statement = self.client.prepare_cached(sql).await.map_err(|error| fault::statement(&error))?;
        codec::check(statement.params(), values)?;
        Ok(statement)
    }
}

/// Why a unit was not committed.
pub(super) enum CommitFault {
    /// A write that travelled with the commit was refused: nothing was kept, the connection is sound.
    Refused(StoreError),
    /// The commit itself failed.
    InDoubt(StoreError),
}

fn params(values: &[V]) -> Vec<&(dyn ToSql + Sync)> {
    values.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

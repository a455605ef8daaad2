//! Statements on one PostgreSQL connection, called from a thread that may block.

use std::future::Future;
use std::pin::Pin;
use std::task::Poll;

use deadpool_postgres::ClientWrapper;
use futures_util::future::poll_fn;
use tokio::runtime::Handle;
use tokio_postgres::types::ToSql;
use tokio_postgres::{Error, Statement};

use super::{codec, fault};
use crate::error::StoreError;
use crate::value::{Row, V};

/// Statements sent before the first answer is awaited.
const PIPELINE: usize = 128;

/// A connection inside a transaction.
pub(crate) struct Session<'a> {
    handle: &'a Handle,
    client: &'a ClientWrapper,
}

impl<'a> Session<'a> {
    pub(super) fn new(handle: &'a Handle, client: &'a ClientWrapper) -> Self {
        Self { handle, client }
    }

    pub(crate) fn query(&self, sql: &'static str, values: &[V]) -> Result<Vec<Row>, StoreError> {
        self.handle.block_on(async {
            let statement = self.prepare(sql, values).await?;
            let rows = self
                .client
                .query(&statement, &params(values))
                .await
                .map_err(|error| fault::statement(&error))?;
            rows.iter().map(codec::decode).collect()
        })
    }

    pub(crate) fn execute(&self, sql: &'static str, values: &[V]) -> Result<u64, StoreError> {
        self.handle.block_on(async {
            let statement = self.prepare(sql, values).await?;
            self.client.execute(&statement, &params(values)).await.map_err(|error| fault::statement(&error))
        })
    }

    pub(crate) fn batch(&self, statements: &[(&'static str, Vec<V>)]) -> Result<Vec<u64>, StoreError> {
        self.handle.block_on(async {
            let mut changed = Vec::with_capacity(statements.len());
            for part in statements.chunks(PIPELINE) {
                changed.extend(self.pipeline(part).await?);
            }
            Ok(changed)
        })
    }

    pub(crate) fn script(&self, sql: &str) -> Result<(), StoreError> {
        self.handle.block_on(self.client.batch_execute(sql)).map_err(|error| fault::statement(&error))
    }

    async fn pipeline(&self, part: &[(&'static str, Vec<V>)]) -> Result<Vec<u64>, StoreError> {
        let mut prepared = Vec::with_capacity(part.len());
        for (sql, values) in part {
            prepared.push((self.prepare(sql, values).await?, params(values)));
        }
        let calls = prepared.iter().map(|(statement, params)| {
            let call: Call<'_> = Box::pin(self.client.execute(statement, params));
            call
        });
        let answers = in_order(calls.collect()).await;
        // All answers are taken before the first failure is returned, so none is left on the wire.
        answers.into_iter().map(|answer| answer.map_err(|error| fault::statement(&error))).collect()
    }

    async fn prepare(&self, sql: &'static str, values: &[V]) -> Result<Statement, StoreError> {
        let statement = self.client.prepare_cached(sql).await.map_err(|error| fault::statement(&error))?;
        codec::check(statement.params(), values)?;
        Ok(statement)
    }
}

type Call<'c> = Pin<Box<dyn Future<Output = Result<u64, Error>> + Send + 'c>>;

/// Sends all calls in order, then takes the answers in order. A call is sent when first polled.
async fn in_order(mut calls: Vec<Call<'_>>) -> Vec<Result<u64, Error>> {
    let mut answers: Vec<Option<Result<u64, Error>>> = poll_fn(|context| {
        let first_polls = calls.iter_mut().map(|call| match call.as_mut().poll(context) {
            Poll::Ready(answer) => Some(answer),
            Poll::Pending => None,
        });
        Poll::Ready(first_polls.collect())
    })
    .await;
    let mut ordered = Vec::with_capacity(answers.len());
    for (call, answer) in calls.into_iter().zip(answers.drain(..)) {
        ordered.push(match answer {
            Some(answer) => answer,
            None => call.await,
        });
    }
    ordered
}

fn params(values: &[V]) -> Vec<&(dyn ToSql + Sync)> {
    values.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

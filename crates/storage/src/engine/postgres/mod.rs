//! PostgreSQL: a pool of connections, one unit of work on each.
//!
//! Connections are not encrypted (see [`DatabaseUrl`](crate::DatabaseUrl)). Settings are sent with the
//! start of the session, so a pooler between must be in session mode and let `options` through.

mod codec;
mod fault;
mod open;
mod pipeline;
mod session;
mod work;

use deadpool_postgres::{Object, Pool};
use tokio::runtime::Handle;

use crate::engine::unit;
use crate::error::StoreError;
use crate::tx::Tx;
pub(crate) use session::Session;
pub(crate) use work::Mode;

/// A pool of connections to one database.
pub(crate) struct Database {
    pool: Pool,
}

impl Database {
    /// Connects, and refuses servers the store does not know how to trust.
    pub(crate) async fn open(config: &tokio_postgres::Config, pool_size: usize) -> Result<Self, StoreError> {
        let pool = open::pool(config, pool_size)?;
        let client = pool.get().await.map_err(|error| fault::pool(&error))?;
        open::check(&client).await?;
        Ok(Self { pool })
    }

    /// Runs a unit on a thread for blocking work. Once it has begun it runs to its end, even if the
    /// caller goes away.
    pub(crate) async fn run<T, E, F>(&self, mode: Mode, mut work: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let client = self.client().await?;
        let handle = Handle::current();
        let unit = tokio::task::spawn_blocking(move || work::run(&handle, client, mode, &mut work));
        unit::flatten(unit.await.unwrap_or(Err(StoreError::Panicked)))
    }

    pub(crate) async fn prepare_check(&self, sql: &'static str) -> Result<(), StoreError> {
        let client = self.client().await?;
        client.prepare(sql).await.map(|_| ()).map_err(|error| fault::statement(&error))
    }

    pub(crate) fn forget_statements(&self) {
        self.pool.manager().statement_caches.clear();
    }

    async fn client(&self) -> Result<Object, StoreError> {
        self.pool.get().await.map_err(|error| fault::pool(&error))
    }
}

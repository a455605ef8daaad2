//! Connecting, with the settings durability rests on.

use std::time::Duration;

use deadpool_postgres::{ClientWrapper, Manager, ManagerConfig, Pool, RecyclingMethod, Runtime};
use tokio_postgres::{Config, NoTls};

use super::fault;
use crate::error::StoreError;

/// 15.0, the version of the oldest supported operating system.
const OLDEST: i64 = 150_000;

/// How long a caller waits for a free connection.
const WAIT: Duration = Duration::from_secs(10);

/// How long connecting may take.
const CONNECT: Duration = Duration::from_secs(5);

/// An unanswered packet this old means the server is gone.
const UNANSWERED: Duration = Duration::from_secs(30);

/// Sent with the start of every session.
const SETTINGS: &str = "-c synchronous_commit=on -c lock_timeout=5s -c statement_timeout=60s \
                        -c idle_in_transaction_session_timeout=30s -c client_min_messages=warning";

/// Prepares the pool; connects nothing yet.
pub(super) fn pool(config: &Config, size: usize) -> Result<Pool, StoreError> {
    let mut config = config.clone();
    // Settings of the address come first, so they cannot switch durability off.
    let options = config.get_options().map_or_else(|| SETTINGS.to_owned(), |own| format!("{own} {SETTINGS}"));
    config.options(options);
    if config.get_application_name().is_none() {
        config.application_name("khongcho");
    }
    if config.get_tcp_user_timeout().is_none() {
        config.tcp_user_timeout(UNANSWERED);
    }
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(CONNECT);
    }
    let recycling = ManagerConfig { recycling_method: RecyclingMethod::Fast };
    Pool::builder(Manager::from_config(config, NoTls, recycling))
        .max_size(size.max(1))
        .runtime(Runtime::Tokio1)
        .wait_timeout(Some(WAIT))
        .create_timeout(Some(WAIT))
        .build()
        .map_err(|error| StoreError::Open { message: error.to_string() })
}

/// Refuses old servers and databases that cannot hold Vietnamese text.
pub(super) async fn check(client: &ClientWrapper) -> Result<(), StoreError> {
    let found: i64 = setting(client, "SHOW server_version_num").await?.parse().unwrap_or(0);
    if found < OLDEST {
        let reason = "older ones are not tested";
        return Err(StoreError::TooOld { engine: "PostgreSQL", found, needed: OLDEST, reason });
    }
    let encoding = setting(client, "SHOW server_encoding").await?;
    if encoding != "UTF8" {
        return Err(StoreError::Open { message: format!("the database is encoded in {encoding}, not UTF8") });
    }
    let collation =
        setting(client, "SELECT datcollate FROM pg_database WHERE datname = current_database()").await?;
    if !matches!(collation.as_str(), "C" | "POSIX" | "C.UTF-8" | "C.utf8") {
        tracing::warn!(%collation, "text sorts otherwise than on SQLite; create the database with LC_COLLATE 'C'");
    }
    Ok(())
}

async fn setting(client: &ClientWrapper, sql: &'static str) -> Result<String, StoreError> {
    let row = client.query_one(sql, &[]).await.map_err(|error| fault::statement(&error))?;
    row.try_get(0).map_err(|error| fault::statement(&error))
}

//! One narrow store over SQLite and PostgreSQL.
//!
//! Everything is SQL text with `$1` parameters, the same on both engines, inside a unit of work:
//!
//! ```no_run
//! # async fn example() -> Result<(), storage::StoreError> {
//! use storage::{DatabaseUrl, Store, StoreError, values};
//!
//! let store = Store::open(&"sqlite:data/khongcho.db".parse::<DatabaseUrl>()?).await?;
//! let serial = store
//!     .write(|tx| {
//!         let row = tx.query_one("UPDATE counter SET n = n + 1 WHERE unit = $1 RETURNING n", &values!["10813"])?;
//!         row.int(0)
//!     })
//!     .await?;
//! # let _ = serial; Ok(()) }
//! ```
//!
//! Where to start: [`Store`] (open, read, write, migrate), [`Tx`] (statements), [`V`] and [`Row`]
//! (values), [`StoreError`] (what can go wrong, the same on both engines).

pub mod account;
pub mod booking;
pub mod counter;
pub mod desk;
pub mod dossier;
mod engine;
mod error;
pub mod event_log;
pub mod ledger;
pub mod migrate;
mod migrations;
pub mod queue;
pub mod roster;
pub mod session;
pub mod stored;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
#[cfg(test)]
mod tests;
mod tx;
mod value;
pub mod watch;

/// Every statement of every repository, for the test that prepares each on both engines.
pub const STATEMENTS: &[&[&str]] = &[
    account::sql::ALL,
    booking::sql::ALL,
    counter::sql::ALL,
    desk::sql::ALL,
    dossier::sql::ALL,
    event_log::sql::ALL,
    ledger::sql::ALL,
    queue::sql::ALL,
    roster::day::sql::ALL,
    roster::device::sql::ALL,
    roster::notice::sql::ALL,
    roster::presence::sql::ALL,
    roster::rights::sql::ALL,
    roster::swap::sql::ALL,
    session::sql::ALL,
    watch::sql::ALL,
];

pub use engine::{DatabaseUrl, EngineKind, Options, Stats, Store};
pub use error::{ColumnFault, StoreError};
pub use migrate::{Applied, Migration, Script};
pub use migrations::MIGRATIONS;
pub use tx::Tx;
pub use value::{Row, V};

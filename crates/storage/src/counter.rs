//! Gapless numbers, taken inside the transaction that uses them.

use crate::{StoreError, Tx, values};

/// The SQL of this module.
pub mod sql {
    /// Takes the next number; the row lock orders takers, a rollback gives the number back.
    pub const TAKE: &str = "INSERT INTO counter (kind, scope, value) VALUES ($1, $2, 1)
        ON CONFLICT (kind, scope) DO UPDATE SET value = counter.value + 1 RETURNING value";
    /// Reads without taking.
    pub const READ: &str = "SELECT value FROM counter WHERE kind = $1 AND scope = $2";
    /// All statements.
    pub const ALL: &[&str] = &[TAKE, READ];
}

/// What is numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Series {
    /// Dossiers of a receiving agency on a day.
    Dossier,
    /// Results of a unit's register in a year.
    Result,
    /// First administrators of an installation: whoever takes the second number comes too late.
    FirstAdministrator,
    /// Tickets of a unit's group on a day.
    Ticket,
}

impl Series {
    const fn name(self) -> &'static str {
        match self {
            Self::Dossier => "dossier",
            Self::Result => "result",
            Self::FirstAdministrator => "first_administrator",
            Self::Ticket => "ticket",
        }
    }
}

/// Takes the next number of a series, from 1.
///
/// # Errors
/// [`StoreError`].
pub fn take(tx: &mut Tx<'_>, series: Series, scope: &str) -> Result<u64, StoreError> {
    tx.query_one(sql::TAKE, &values![series.name(), scope])?.int_as(0)
}

/// The number taken last; 0 when none was.
///
/// # Errors
/// [`StoreError`].
pub fn last(tx: &mut Tx<'_>, series: Series, scope: &str) -> Result<u64, StoreError> {
    tx.query_opt(sql::READ, &values![series.name(), scope])?.map_or(Ok(0), |row| row.int_as(0))
}

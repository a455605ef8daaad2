//! Wishes to be replaced on the roster.

use crate::{Row, StoreError, Tx, values};

/// The SQL of this module.
pub mod sql {
    /// A wish.
    pub const ASK: &str =
        "INSERT INTO swap (id, unit, on_day, account_id, substitute, reason, state, asked_at)
        VALUES ($1, $2, $3, $4, $5, $6, 'asked', $7)";
    /// Settles one that is open.
    pub const SETTLE: &str = "UPDATE swap SET state = $2, settled_at = $3, settled_by = $4
        WHERE id = $1 AND state = 'asked'";
    /// Wishes of a unit's day.
    pub const LIST: &str = "SELECT id, unit, on_day, account_id, substitute, reason, state FROM swap
        WHERE unit = $1 AND on_day = $2 ORDER BY asked_at, id";
    /// One.
    pub const FIND: &str =
        "SELECT id, unit, on_day, account_id, substitute, reason, state FROM swap WHERE id = $1";
    /// All statements.
    pub const ALL: &[&str] = &[ASK, SETTLE, LIST, FIND];
}

/// A wish as kept; `state` is `asked`, `taken`, `refused` or `withdrawn`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as the columns")]
pub struct SwapRow {
    pub id: String,
    pub unit: String,
    pub on_day: i64,
    pub account_id: String,
    pub substitute: String,
    pub reason: String,
    pub state: String,
}

fn read(row: &Row) -> Result<SwapRow, StoreError> {
    Ok(SwapRow {
        id: row.text(0)?,
        unit: row.text(1)?,
        on_day: row.int(2)?,
        account_id: row.text(3)?,
        substitute: row.text(4)?,
        reason: row.text(5)?,
        state: row.text(6)?,
    })
}

/// Records a wish.
///
/// # Errors
/// [`StoreError`].
pub fn ask(tx: &mut Tx<'_>, row: &SwapRow, now_ms: i64) -> Result<(), StoreError> {
    tx.execute_one(
        sql::ASK,
        &values![&row.id, &row.unit, row.on_day, &row.account_id, &row.substitute, &row.reason, now_ms],
    )
}

/// Settles an open wish; says whether it was open.
///
/// # Errors
/// [`StoreError`].
pub fn settle(tx: &mut Tx<'_>, id: &str, state: &str, (now_ms, by): (i64, &str)) -> Result<bool, StoreError> {
    Ok(tx.execute(sql::SETTLE, &values![id, state, now_ms, by])? == 1)
}

/// The wishes of a unit's day.
///
/// # Errors
/// [`StoreError`].
pub fn list(tx: &mut Tx<'_>, unit: &str, on_day: i64) -> Result<Vec<SwapRow>, StoreError> {
    tx.query(sql::LIST, &values![unit, on_day])?.iter().map(read).collect()
}

/// One wish.
///
/// # Errors
/// [`StoreError`].
pub fn find(tx: &mut Tx<'_>, id: &str) -> Result<Option<SwapRow>, StoreError> {
    tx.query_opt(sql::FIND, &values![id])?.map(|row| read(&row)).transpose()
}

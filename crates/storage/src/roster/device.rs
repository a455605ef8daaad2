//! How somebody is known at a shared device: a short number, or the code on a badge.

use crate::{Row, StoreError, Tx, values};

/// The SQL of this module.
pub mod sql {
    /// Sets a number.
    pub const SET_PIN: &str = "INSERT INTO device_pin (account_id, mac, set_at) VALUES ($1, $2, $3)
        ON CONFLICT (account_id) DO UPDATE SET mac = EXCLUDED.mac, set_at = EXCLUDED.set_at";
    /// The keyed hash of somebody's number.
    pub const PIN: &str = "SELECT mac FROM device_pin WHERE account_id = $1";
    /// A new badge.
    pub const ISSUE: &str = "INSERT INTO badge (token_hash, account_id, issued_at, issued_by, revoked_at)
        VALUES ($1, $2, $3, $4, NULL)";
    /// Ends the badges of a person.
    pub const REVOKE: &str = "UPDATE badge SET revoked_at = $2 WHERE account_id = $1 AND revoked_at IS NULL";
    /// Whose badge.
    pub const BADGE: &str = "SELECT account_id FROM badge WHERE token_hash = $1 AND revoked_at IS NULL";
    /// The badge of a person that counts, since when.
    pub const BADGE_OF: &str =
        "SELECT MAX(issued_at) FROM badge WHERE account_id = $1 AND revoked_at IS NULL";
    /// All statements.
    pub const ALL: &[&str] = &[SET_PIN, PIN, ISSUE, REVOKE, BADGE, BADGE_OF];
}

/// Sets the keyed hash of somebody's number.
///
/// # Errors
/// [`StoreError`].
pub fn set_pin(tx: &mut Tx<'_>, account_id: &str, mac: &[u8; 32], now_ms: i64) -> Result<(), StoreError> {
    tx.execute_one(sql::SET_PIN, &values![account_id, mac, now_ms])
}

/// The keyed hash of somebody's number, if they have one.
///
/// # Errors
/// [`StoreError`].
pub fn find_pin(tx: &mut Tx<'_>, account_id: &str) -> Result<Option<Vec<u8>>, StoreError> {
    tx.query_opt(sql::PIN, &values![account_id])?.map(|row: Row| row.blob(0)).transpose()
}

/// Gives a new badge; earlier ones end.
///
/// # Errors
/// [`StoreError`].
pub fn issue_badge(
    tx: &mut Tx<'_>,
    token_hash: &[u8; 32],
    account_id: &str,
    (now_ms, by): (i64, &str),
) -> Result<(), StoreError> {
    tx.execute(sql::REVOKE, &values![account_id, now_ms])?;
    tx.execute_one(sql::ISSUE, &values![token_hash, account_id, now_ms, by])
}

/// Ends the badges of a person; says how many there were.
///
/// # Errors
/// [`StoreError`].
pub fn revoke_badges(tx: &mut Tx<'_>, account_id: &str, now_ms: i64) -> Result<u64, StoreError> {
    tx.execute(sql::REVOKE, &values![account_id, now_ms])
}

/// Whose badge this is.
///
/// # Errors
/// [`StoreError`].
pub fn find_badge(tx: &mut Tx<'_>, token_hash: &[u8; 32]) -> Result<Option<String>, StoreError> {
    tx.query_opt(sql::BADGE, &values![token_hash])?.map(|row: Row| row.text(0)).transpose()
}

/// Since when somebody has a badge that counts.
///
/// # Errors
/// [`StoreError`].
pub fn badge_since(tx: &mut Tx<'_>, account_id: &str) -> Result<Option<i64>, StoreError> {
    tx.query_one(sql::BADGE_OF, &values![account_id])?.opt_int(0)
}

//! Sessions, tokens for programs, and failed log-ins. Only hashes of secrets are kept.

use crate::{Row, StoreError, Tx, values};

/// The SQL of this module.
pub mod sql {
    /// A new session.
    pub const INSERT: &str =
        "INSERT INTO session (token_hash, id, account_id, csrf, created_at, last_seen_at,
        expires_at, confirmed_at, unit) VALUES ($1, $2, $3, $4, $5, $5, $6, $5, $7)";
    /// By hash of the token.
    pub const FIND: &str =
        "SELECT id, account_id, csrf, created_at, last_seen_at, expires_at, confirmed_at, unit
        FROM session WHERE token_hash = $1";
    /// Notes that it was used.
    pub const TOUCH: &str = "UPDATE session SET last_seen_at = $2 WHERE token_hash = $1";
    /// Notes that the password was asked again.
    pub const CONFIRM: &str = "UPDATE session SET confirmed_at = $2 WHERE token_hash = $1";
    /// Moves the desk to another unit.
    pub const SET_UNIT: &str = "UPDATE session SET unit = $2 WHERE token_hash = $1";
    /// Ends one.
    pub const DELETE: &str = "DELETE FROM session WHERE token_hash = $1";
    /// Ends all of an account.
    pub const DELETE_ALL: &str = "DELETE FROM session WHERE account_id = $1";
    /// Forgets what ended long ago.
    pub const PURGE: &str = "DELETE FROM session WHERE expires_at < $1";
    /// Failures under a key.
    pub const FAILURES: &str = "SELECT failures, last_at FROM login_failure WHERE key = $1";
    /// One more failure.
    pub const FAIL: &str = "INSERT INTO login_failure (key, failures, last_at) VALUES ($1, 1, $2)
        ON CONFLICT (key) DO UPDATE SET failures = login_failure.failures + 1, last_at = EXCLUDED.last_at";
    /// A success forgives.
    pub const FORGIVE: &str = "DELETE FROM login_failure WHERE key = $1";
    /// Forgets failures of long ago.
    pub const PURGE_FAILURES: &str = "DELETE FROM login_failure WHERE last_at < $1";
    /// A new token.
    pub const INSERT_TOKEN: &str =
        "INSERT INTO api_token (token_hash, id, account_id, label, role, unit, created_at,
        expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    /// By hash.
    pub const FIND_TOKEN: &str =
        "SELECT id, account_id, label, role, unit, created_at, expires_at, revoked_at
        FROM api_token WHERE token_hash = $1";
    /// All tokens.
    pub const LIST_TOKENS: &str =
        "SELECT id, account_id, label, role, unit, created_at, expires_at, revoked_at
        FROM api_token ORDER BY created_at DESC, id";
    /// Ends a token.
    pub const REVOKE_TOKEN: &str =
        "UPDATE api_token SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL";
    /// All statements.
    pub const ALL: &[&str] = &[
        INSERT,
        FIND,
        TOUCH,
        CONFIRM,
        SET_UNIT,
        DELETE,
        DELETE_ALL,
        PURGE,
        FAILURES,
        FAIL,
        FORGIVE,
        PURGE_FAILURES,
        INSERT_TOKEN,
        FIND_TOKEN,
        LIST_TOKENS,
        REVOKE_TOKEN,
    ];
}

/// A session as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "times in milliseconds, named as the columns")]
pub struct SessionRow {
    pub id: String,
    pub account_id: String,
    pub csrf: String,
    pub created_at: i64,
    pub last_seen_at: i64,
    pub expires_at: i64,
    pub confirmed_at: i64,
    pub unit: String,
}

/// Keeps a new session.
///
/// # Errors
/// [`StoreError`].
pub fn insert(tx: &mut Tx<'_>, token_hash: &[u8; 32], session: &SessionRow) -> Result<(), StoreError> {
    tx.execute_one(
        sql::INSERT,
        &values![
            token_hash,
            &session.id,
            &session.account_id,
            &session.csrf,
            session.created_at,
            session.expires_at,
            &session.unit
        ],
    )
}

/// Finds a session by the hash of its token.
///
/// # Errors
/// [`StoreError`].
pub fn find(tx: &mut Tx<'_>, token_hash: &[u8; 32]) -> Result<Option<SessionRow>, StoreError> {
    let Some(row) = tx.query_opt(sql::FIND, &values![token_hash])? else { return Ok(None) };
    Ok(Some(SessionRow {
        id: row.text(0)?,
        account_id: row.text(1)?,
        csrf: row.text(2)?,
        created_at: row.int(3)?,
        last_seen_at: row.int(4)?,
        expires_at: row.int(5)?,
        confirmed_at: row.int(6)?,
        unit: row.text(7)?,
    }))
}

/// Notes that a session was used now.
///
/// # Errors
/// [`StoreError`].
pub fn touch(tx: &mut Tx<'_>, token_hash: &[u8; 32], now_ms: i64) -> Result<(), StoreError> {
    tx.execute(sql::TOUCH, &values![token_hash, now_ms]).map(|_| ())
}

/// Notes that the password was asked again now.
///
/// # Errors
/// [`StoreError`].
pub fn confirm(tx: &mut Tx<'_>, token_hash: &[u8; 32], now_ms: i64) -> Result<(), StoreError> {
    tx.execute(sql::CONFIRM, &values![token_hash, now_ms]).map(|_| ())
}

/// Moves the desk of a session to another unit.
///
/// # Errors
/// [`StoreError`].
pub fn set_unit(tx: &mut Tx<'_>, token_hash: &[u8; 32], unit: &str) -> Result<(), StoreError> {
    tx.execute(sql::SET_UNIT, &values![token_hash, unit]).map(|_| ())
}

/// Ends one session.
///
/// # Errors
/// [`StoreError`].
pub fn delete(tx: &mut Tx<'_>, token_hash: &[u8; 32]) -> Result<(), StoreError> {
    tx.execute(sql::DELETE, &values![token_hash]).map(|_| ())
}

/// Ends all sessions of an account and says how many there were.
///
/// # Errors
/// [`StoreError`].
pub fn delete_all(tx: &mut Tx<'_>, account_id: &str) -> Result<u64, StoreError> {
    tx.execute(sql::DELETE_ALL, &values![account_id])
}

/// Forgets sessions that ended before a time.
///
/// # Errors
/// [`StoreError`].
pub fn purge(tx: &mut Tx<'_>, before_ms: i64) -> Result<u64, StoreError> {
    tx.execute(sql::PURGE, &values![before_ms])
}

/// How often a log-in failed under a key, and when last (milliseconds).
///
/// # Errors
/// [`StoreError`].
pub fn failures(tx: &mut Tx<'_>, key: &str) -> Result<(u32, i64), StoreError> {
    tx.query_opt(sql::FAILURES, &values![key])?.map_or(Ok((0, 0)), |row| Ok((row.int_as(0)?, row.int(1)?)))
}

/// Counts a failure.
///
/// # Errors
/// [`StoreError`].
pub fn fail(tx: &mut Tx<'_>, key: &str, now_ms: i64) -> Result<(), StoreError> {
    tx.execute(sql::FAIL, &values![key, now_ms]).map(|_| ())
}

/// Forgets the failures under a key.
///
/// # Errors
/// [`StoreError`].
pub fn forgive(tx: &mut Tx<'_>, key: &str) -> Result<(), StoreError> {
    tx.execute(sql::FORGIVE, &values![key]).map(|_| ())
}

/// Forgets failures whose last one was before a time.
///
/// # Errors
/// [`StoreError`].
pub fn purge_failures(tx: &mut Tx<'_>, before_ms: i64) -> Result<u64, StoreError> {
    tx.execute(sql::PURGE_FAILURES, &values![before_ms])
}

/// A token for a program as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "times in milliseconds, named as the columns")]
pub struct TokenRow {
    pub id: String,
    pub account_id: String,
    pub label: String,
    pub role: String,
    pub unit: String,
    pub created_at: i64,
    pub expires_at: Option<i64>,
    pub revoked_at: Option<i64>,
}

fn token(row: &Row) -> Result<TokenRow, StoreError> {
    Ok(TokenRow {
        id: row.text(0)?,
        account_id: row.text(1)?,
        label: row.text(2)?,
        role: row.text(3)?,
        unit: row.text(4)?,
        created_at: row.int(5)?,
        expires_at: row.opt_int(6)?,
        revoked_at: row.opt_int(7)?,
    })
}

/// Keeps a new token.
///
/// # Errors
/// [`StoreError`].
pub fn insert_token(tx: &mut Tx<'_>, token_hash: &[u8; 32], row: &TokenRow) -> Result<(), StoreError> {
    tx.execute_one(
        sql::INSERT_TOKEN,
        &values![
            token_hash,
            &row.id,
            &row.account_id,
            &row.label,
            &row.role,
            &row.unit,
            row.created_at,
            row.expires_at
        ],
    )
}

/// Finds a token by its hash, ended ones too.
///
/// # Errors
/// [`StoreError`].
pub fn find_token(tx: &mut Tx<'_>, token_hash: &[u8; 32]) -> Result<Option<TokenRow>, StoreError> {
    tx.query_opt(sql::FIND_TOKEN, &values![token_hash])?.map(|row| token(&row)).transpose()
}

/// All tokens, newest first.
///
/// # Errors
/// [`StoreError`].
pub fn list_tokens(tx: &mut Tx<'_>) -> Result<Vec<TokenRow>, StoreError> {
    tx.query(sql::LIST_TOKENS, &[])?.iter().map(token).collect()
}

/// Ends a token; says whether there was one to end.
///
/// # Errors
/// [`StoreError`].
pub fn revoke_token(tx: &mut Tx<'_>, id: &str, now_ms: i64) -> Result<bool, StoreError> {
    Ok(tx.execute(sql::REVOKE_TOKEN, &values![id, now_ms])? == 1)
}

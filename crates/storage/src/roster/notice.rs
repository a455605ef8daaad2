//! Messages to staff: to a person, or to whoever has a duty at a unit.

use crate::{Row, StoreError, Tx, values};

/// The SQL of this module.
pub mod sql {
    macro_rules! mine {
        () => {
            "FROM staff_notice n LEFT JOIN staff_notice_seen s ON s.notice_id = n.id AND s.account_id = $1
            WHERE (n.account_id = $1 OR (n.unit = $2 AND n.duty IN ($3, $4, $5, $6)))"
        };
    }
    /// A message, unless the same was said before.
    pub const INSERT: &str = "INSERT INTO staff_notice (id, unit, account_id, duty, kind, args, at)
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING";
    /// The newest messages of somebody.
    pub const LIST: &str = concat!(
        "SELECT n.id, n.unit, n.account_id, n.duty, n.kind, n.args, n.at, s.seen_at ",
        mine!(),
        " AND n.at >= $7 ORDER BY n.at DESC, n.id DESC LIMIT $8"
    );
    /// How many somebody has not seen.
    pub const UNSEEN: &str = concat!("SELECT COUNT(*) ", mine!(), " AND n.at >= $7 AND s.seen_at IS NULL");
    /// Somebody has seen everything up to an instant.
    pub const SEEN: &str = "INSERT INTO staff_notice_seen (notice_id, account_id, seen_at)
        SELECT n.id, CAST($1 AS TEXT), CAST($8 AS BIGINT) FROM staff_notice n
        WHERE (n.account_id = $1 OR (n.unit = $2 AND n.duty IN ($3, $4, $5, $6))) AND n.at >= $7 AND n.at <= $9
        ON CONFLICT (notice_id, account_id) DO NOTHING";
    /// All statements.
    pub const ALL: &[&str] = &[INSERT, LIST, UNSEEN, SEEN];
}

/// A message as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as the columns; `args` is JSON, `seen_at` is the reader's")]
pub struct NoticeRow {
    pub id: String,
    pub unit: String,
    pub account_id: Option<String>,
    pub duty: Option<String>,
    pub kind: String,
    pub args: String,
    pub at: i64,
    pub seen_at: Option<i64>,
}

/// Whose messages: a person, and the duties they have at a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    /// The account.
    pub account_id: String,
    /// The unit of their desk.
    pub unit: String,
    /// Names of their duties there; an unused place is empty.
    pub duties: [String; 4],
    /// Nothing older than this, in milliseconds.
    pub since: i64,
}

/// Writes a message; says whether it is a new one.
///
/// # Errors
/// [`StoreError`].
pub fn insert(tx: &mut Tx<'_>, row: &NoticeRow) -> Result<bool, StoreError> {
    let (person, duty) = (row.account_id.clone(), row.duty.clone());
    let written =
        tx.execute(sql::INSERT, &values![&row.id, &row.unit, person, duty, &row.kind, &row.args, row.at])?;
    Ok(written == 1)
}

/// The newest messages of a reader.
///
/// # Errors
/// [`StoreError`].
pub fn list(tx: &mut Tx<'_>, reader: &Reader, limit: i64) -> Result<Vec<NoticeRow>, StoreError> {
    let [a, b, c, d] = &reader.duties;
    let values = values![&reader.account_id, &reader.unit, a, b, c, d, reader.since, limit];
    tx.query(sql::LIST, &values)?.iter().map(read).collect()
}

fn read(row: &Row) -> Result<NoticeRow, StoreError> {
    Ok(NoticeRow {
        id: row.text(0)?,
        unit: row.text(1)?,
        account_id: row.opt_text(2)?,
        duty: row.opt_text(3)?,
        kind: row.text(4)?,
        args: row.text(5)?,
        at: row.int(6)?,
        seen_at: row.opt_int(7)?,
    })
}

/// How many messages a reader has not seen.
///
/// # Errors
/// [`StoreError`].
pub fn count_unseen(tx: &mut Tx<'_>, reader: &Reader) -> Result<u64, StoreError> {
    let [a, b, c, d] = &reader.duties;
    let values = values![&reader.account_id, &reader.unit, a, b, c, d, reader.since];
    tx.query_one(sql::UNSEEN, &values)?.int_as(0)
}

/// Notes that a reader has seen everything up to an instant.
///
/// # Errors
/// [`StoreError`].
pub fn see(tx: &mut Tx<'_>, reader: &Reader, upto_ms: i64, now_ms: i64) -> Result<u64, StoreError> {
    let [a, b, c, d] = &reader.duties;
    let values = values![&reader.account_id, &reader.unit, a, b, c, d, reader.since, now_ms, upto_ms];
    tx.execute(sql::SEEN, &values)
}

//! Who is here: stays, corrections, and being called away.

use crate::{Row, StoreError, Tx, values};

/// The SQL of this module.
pub mod sql {
    /// Checks in, unless an open stay of the day is there.
    pub const CHECK_IN: &str = "INSERT INTO presence (id, unit, on_day, account_id, duties, in_at, in_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING";
    /// Checks out of the open stay of the day.
    pub const CHECK_OUT: &str = "UPDATE presence SET out_at = $4, out_by = $5
        WHERE unit = $1 AND on_day = $2 AND account_id = $3 AND out_at IS NULL";
    /// Changes the duties of the open stay.
    pub const SET_DUTIES: &str = "UPDATE presence SET duties = $4
        WHERE unit = $1 AND on_day = $2 AND account_id = $3 AND out_at IS NULL";
    /// The stays of a unit's day.
    pub const STAYS: &str =
        "SELECT id, unit, on_day, account_id, duties, in_at, in_by, out_at, out_by FROM presence
        WHERE unit = $1 AND on_day = $2 ORDER BY in_at, id";
    /// One stay.
    pub const STAY: &str = "SELECT id, unit, on_day, account_id, duties, in_at, in_by, out_at, out_by
        FROM presence WHERE id = $1";
    /// Puts a stay right.
    pub const CORRECT: &str = "UPDATE presence SET in_at = $2, out_at = $3, out_by = $4 WHERE id = $1";
    /// Why.
    pub const NOTE: &str =
        "INSERT INTO presence_correction (id, presence_id, at, by_account, reason, was_in_at,
        was_out_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    /// Corrections of a unit's day.
    pub const NOTES: &str = "SELECT c.presence_id, c.at, c.by_account, c.reason FROM presence_correction c
        JOIN presence p ON p.id = c.presence_id WHERE p.unit = $1 AND p.on_day = $2 ORDER BY c.at, c.id";
    /// Called away.
    pub const LEAVE: &str = "INSERT INTO away (id, unit, on_day, account_id, from_at, until_at)
        VALUES ($1, $2, $3, $4, $5, $6)";
    /// Back before that.
    pub const RETURN: &str = "UPDATE away SET back_at = $4
        WHERE unit = $1 AND on_day = $2 AND account_id = $3 AND back_at IS NULL";
    /// Who was called away on a day.
    pub const AWAYS: &str = "SELECT account_id, from_at, until_at, back_at FROM away
        WHERE unit = $1 AND on_day = $2 ORDER BY from_at, id";
    /// All statements.
    pub const ALL: &[&str] =
        &[CHECK_IN, CHECK_OUT, SET_DUTIES, STAYS, STAY, CORRECT, NOTE, NOTES, LEAVE, RETURN, AWAYS];
}

/// A stay as kept; `duties` is a set of bits.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as the columns")]
pub struct StayRow {
    pub id: String,
    pub unit: String,
    pub on_day: i64,
    pub account_id: String,
    pub duties: i64,
    pub in_at: i64,
    pub in_by: String,
    pub out_at: Option<i64>,
    pub out_by: Option<String>,
}

fn stay(row: &Row) -> Result<StayRow, StoreError> {
    Ok(StayRow {
        id: row.text(0)?,
        unit: row.text(1)?,
        on_day: row.int(2)?,
        account_id: row.text(3)?,
        duties: row.int(4)?,
        in_at: row.int(5)?,
        in_by: row.text(6)?,
        out_at: row.opt_int(7)?,
        out_by: row.opt_text(8)?,
    })
}

/// Checks in; says whether this opened a stay. Whoever is in already stays in.
///
/// # Errors
/// [`StoreError`].
pub fn check_in(tx: &mut Tx<'_>, row: &StayRow) -> Result<bool, StoreError> {
    let values = values![&row.id, &row.unit, row.on_day, &row.account_id, row.duties, row.in_at, &row.in_by];
    Ok(tx.execute(sql::CHECK_IN, &values)? == 1)
}

/// Checks out; says whether there was an open stay.
///
/// # Errors
/// [`StoreError`].
pub fn check_out(
    tx: &mut Tx<'_>,
    (unit, on_day): (&str, i64),
    account_id: &str,
    (now_ms, by): (i64, &str),
) -> Result<bool, StoreError> {
    Ok(tx.execute(sql::CHECK_OUT, &values![unit, on_day, account_id, now_ms, by])? == 1)
}

/// Changes the duties of the open stay; says whether there was one.
///
/// # Errors
/// [`StoreError`].
pub fn set_duties(
    tx: &mut Tx<'_>,
    (unit, on_day): (&str, i64),
    account_id: &str,
    duties: i64,
) -> Result<bool, StoreError> {
    Ok(tx.execute(sql::SET_DUTIES, &values![unit, on_day, account_id, duties])? == 1)
}

/// The stays of a unit's day, in the order of arrival.
///
/// # Errors
/// [`StoreError`].
pub fn list_stays(tx: &mut Tx<'_>, unit: &str, on_day: i64) -> Result<Vec<StayRow>, StoreError> {
    tx.query(sql::STAYS, &values![unit, on_day])?.iter().map(stay).collect()
}

/// One stay.
///
/// # Errors
/// [`StoreError`].
pub fn find_stay(tx: &mut Tx<'_>, id: &str) -> Result<Option<StayRow>, StoreError> {
    tx.query_opt(sql::STAY, &values![id])?.map(|row| stay(&row)).transpose()
}

/// Why a stay was put right.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as the columns")]
pub struct CorrectionRow {
    pub id: String,
    pub at: i64,
    pub by_account: String,
    pub reason: String,
}

/// Puts a stay right, keeping what it was.
///
/// # Errors
/// [`StoreError`].
pub fn correct(
    tx: &mut Tx<'_>,
    was: &StayRow,
    (in_at, out_at): (i64, Option<i64>),
    note: &CorrectionRow,
) -> Result<(), StoreError> {
    let by = out_at.map(|_| "correction");
    tx.execute_one(sql::CORRECT, &values![&was.id, in_at, out_at, by])?;
    let row = values![&note.id, &was.id, note.at, &note.by_account, &note.reason, was.in_at, was.out_at];
    tx.execute_one(sql::NOTE, &row)
}

/// Corrections of a unit's day: stay, when, by whom, why.
///
/// # Errors
/// [`StoreError`].
pub fn list_corrections(tx: &mut Tx<'_>, unit: &str, on_day: i64) -> Result<Vec<CorrectionRow>, StoreError> {
    let rows = tx.query(sql::NOTES, &values![unit, on_day])?;
    let read = |row: &Row| {
        Ok(CorrectionRow {
            id: row.text(0)?,
            at: row.int(1)?,
            by_account: row.text(2)?,
            reason: row.text(3)?,
        })
    };
    rows.iter().map(read).collect()
}

/// Called away, as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as the columns")]
pub struct AwayRow {
    pub account_id: String,
    pub from_at: i64,
    pub until_at: Option<i64>,
    pub back_at: Option<i64>,
}

/// Records that somebody was called away.
///
/// # Errors
/// [`StoreError`].
pub fn leave(
    tx: &mut Tx<'_>,
    id: &str,
    (unit, on_day): (&str, i64),
    row: &AwayRow,
) -> Result<(), StoreError> {
    tx.execute_one(sql::LEAVE, &values![id, unit, on_day, &row.account_id, row.from_at, row.until_at])
}

/// Records that somebody is back; says how often they had been called away.
///
/// # Errors
/// [`StoreError`].
pub fn come_back(
    tx: &mut Tx<'_>,
    (unit, on_day): (&str, i64),
    account_id: &str,
    now_ms: i64,
) -> Result<u64, StoreError> {
    tx.execute(sql::RETURN, &values![unit, on_day, account_id, now_ms])
}

/// Who was called away on a unit's day.
///
/// # Errors
/// [`StoreError`].
pub fn list_aways(tx: &mut Tx<'_>, unit: &str, on_day: i64) -> Result<Vec<AwayRow>, StoreError> {
    let rows = tx.query(sql::AWAYS, &values![unit, on_day])?;
    let read = |row: &Row| {
        Ok(AwayRow {
            account_id: row.text(0)?,
            from_at: row.int(1)?,
            until_at: row.opt_int(2)?,
            back_at: row.opt_int(3)?,
        })
    };
    rows.iter().map(read).collect()
}

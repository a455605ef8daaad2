//! What a closed day held, line by line, as it stood when it was signed.

use crate::{StoreError, Tx, values};

/// A line of a closed day.
pub(super) const INSERT_LINE: &str =
    "INSERT INTO day_line (unit, on_day, dossier_id, stage, commitment_due_at,
    finished_at, returned_at, cause, duty, carried, remark)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
/// The lines of a closed day.
pub(super) const LINES: &str =
    "SELECT dossier_id, stage, commitment_due_at, finished_at, returned_at, cause, duty,
    carried, remark FROM day_line WHERE unit = $1 AND on_day = $2 ORDER BY dossier_id";
/// The figures of a closed day.
pub(super) const INSERT_RECORD: &str =
    "INSERT INTO day_record (unit, on_day, promised, kept, backlog, presence)
    VALUES ($1, $2, $3, $4, $5, $6)";
/// Reads them back.
pub(super) const RECORD: &str =
    "SELECT promised, kept, backlog, presence FROM day_record WHERE unit = $1 AND on_day = $2";

/// A dossier as it stood when the day was signed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as the columns; `carried`: goes on on another day")]
pub struct DayLine {
    pub dossier_id: String,
    pub stage: String,
    pub commitment_due_at: Option<i64>,
    pub finished_at: Option<i64>,
    pub returned_at: Option<i64>,
    pub cause: Option<String>,
    pub duty: Option<String>,
    pub carried: bool,
    pub remark: String,
}

/// The figures of a closed day; `presence` are the bits of the duties on site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as the columns")]
pub struct DayRecord {
    pub promised: u64,
    pub kept: u64,
    pub backlog: u64,
    pub presence: u8,
}

/// Writes a line.
///
/// # Errors
/// [`StoreError::Unique`] when the day was written before.
pub fn insert_day_line(tx: &mut Tx<'_>, unit: &str, on_day: i64, line: &DayLine) -> Result<(), StoreError> {
    let row = values![
        unit,
        on_day,
        &line.dossier_id,
        &line.stage,
        line.commitment_due_at,
        line.finished_at,
        line.returned_at,
        line.cause.clone(),
        line.duty.clone(),
        line.carried,
        &line.remark
    ];
    tx.execute_one(INSERT_LINE, &row)
}

/// The lines of a closed day.
///
/// # Errors
/// [`StoreError`].
pub fn list_day_lines(tx: &mut Tx<'_>, unit: &str, on_day: i64) -> Result<Vec<DayLine>, StoreError> {
    let rows = tx.query(LINES, &values![unit, on_day])?;
    rows.iter()
        .map(|row| {
            Ok(DayLine {
                dossier_id: row.text(0)?,
                stage: row.text(1)?,
                commitment_due_at: row.opt_int(2)?,
                finished_at: row.opt_int(3)?,
                returned_at: row.opt_int(4)?,
                cause: row.opt_text(5)?,
                duty: row.opt_text(6)?,
                carried: row.bool(7)?,
                remark: row.text(8)?,
            })
        })
        .collect()
}

/// Writes the figures.
///
/// # Errors
/// [`StoreError::Unique`] when the day was written before.
pub fn insert_day_record(
    tx: &mut Tx<'_>,
    unit: &str,
    on_day: i64,
    record: &DayRecord,
) -> Result<(), StoreError> {
    let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    let (promised, kept, backlog) = (count(record.promised), count(record.kept), count(record.backlog));
    tx.execute_one(INSERT_RECORD, &values![unit, on_day, promised, kept, backlog, record.presence])
}

/// The figures of a closed day.
///
/// # Errors
/// [`StoreError`].
pub fn find_day_record(tx: &mut Tx<'_>, unit: &str, on_day: i64) -> Result<Option<DayRecord>, StoreError> {
    let Some(row) = tx.query_opt(RECORD, &values![unit, on_day])? else { return Ok(None) };
    Ok(Some(DayRecord {
        promised: row.int_as(0)?,
        kept: row.int_as(1)?,
        backlog: row.int_as(2)?,
        presence: row.int_as(3)?,
    }))
}

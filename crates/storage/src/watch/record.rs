//! What became of promises: counts for the record, rows for the calibration.

use crate::{StoreError, Tx, values};

/// Same-day promises that came due in a span: how many, how many kept, how many kept in the last half hour. The printed
/// minute of closing is in time.
pub(super) const KEPT: &str = "SELECT CAST(COUNT(*) AS BIGINT),
    CAST(COALESCE(SUM(CASE WHEN finished_at < commitment_due_at + 60000 THEN 1 ELSE 0 END), 0) AS BIGINT),
    CAST(COALESCE(SUM(CASE WHEN finished_at < commitment_due_at + 60000 AND finished_at >= commitment_due_at - 1800000
        THEN 1 ELSE 0 END), 0) AS BIGINT)
    FROM dossier WHERE received_at >= $1 AND received_at < $2 AND same_day_promised = 1 AND commitment_due_at < $3
    AND stage NOT IN ('withdrawn', 'voided', 'stopped')";
/// The same for one unit.
pub(super) const KEPT_AT: &str = "SELECT CAST(COUNT(*) AS BIGINT),
    CAST(COALESCE(SUM(CASE WHEN finished_at < commitment_due_at + 60000 THEN 1 ELSE 0 END), 0) AS BIGINT),
    CAST(COALESCE(SUM(CASE WHEN finished_at < commitment_due_at + 60000 AND finished_at >= commitment_due_at - 1800000
        THEN 1 ELSE 0 END), 0) AS BIGINT)
    FROM dossier WHERE receiving_unit = $4 AND received_on >= $5 AND received_at >= $1 AND received_at < $2
    AND same_day_promised = 1 AND commitment_due_at < $3 AND stage NOT IN ('withdrawn', 'voided', 'stopped')";
/// The same by unit and procedure.
pub(super) const KEPT_BY: &str = "SELECT receiving_unit, procedure_code, CAST(COUNT(*) AS BIGINT),
    CAST(COALESCE(SUM(CASE WHEN finished_at < commitment_due_at + 60000 THEN 1 ELSE 0 END), 0) AS BIGINT),
    CAST(COALESCE(SUM(CASE WHEN finished_at < commitment_due_at + 60000 AND finished_at >= commitment_due_at - 1800000
        THEN 1 ELSE 0 END), 0) AS BIGINT)
    FROM dossier WHERE received_at >= $1 AND received_at < $2 AND same_day_promised = 1 AND commitment_due_at < $3
    AND stage NOT IN ('withdrawn', 'voided', 'stopped')
    GROUP BY receiving_unit, procedure_code ORDER BY receiving_unit, procedure_code";
/// Quotes of a span of days with what became of them.
pub(super) const QUOTED: &str =
    "SELECT q.unit, q.procedure_code, q.late_paths, q.paths, q.ready_from, q.ready_by,
    q.deadline_at, d.finished_at FROM quote q JOIN dossier d ON d.id = q.dossier_id
    WHERE q.on_day >= $1 AND q.on_day <= $2 AND q.deadline_at < $3 AND d.same_day_promised = 1
    AND d.stage NOT IN ('withdrawn', 'voided', 'stopped') ORDER BY q.on_day, q.at, q.dossier_id LIMIT $4";

/// Promises that came due and what became of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Record {
    /// Promises that came due.
    pub promised: u64,
    /// Of these, kept.
    pub kept: u64,
    /// Of these, finished in the last half hour before the deadline.
    pub last_half_hour: u64,
}

/// Same-day promises of a span of reception that came due before an instant; of one unit or of all.
///
/// # Errors
/// [`StoreError`].
pub fn count_kept(
    tx: &mut Tx<'_>,
    (from, to): (i64, i64),
    due_before: i64,
    unit: Option<&str>,
) -> Result<Record, StoreError> {
    let row = match unit {
        Some(unit) => {
            let first_day = from.div_euclid(86_400_000) - 1;
            tx.query_one(KEPT_AT, &values![from, to, due_before, unit, first_day])?
        }
        None => tx.query_one(KEPT, &values![from, to, due_before])?,
    };
    Ok(Record { promised: row.int_as(0)?, kept: row.int_as(1)?, last_half_hour: row.int_as(2)? })
}

/// [`count_kept`] of all units, by unit and procedure.
///
/// # Errors
/// [`StoreError`].
pub fn list_kept_by(
    tx: &mut Tx<'_>,
    (from, to): (i64, i64),
    due_before: i64,
) -> Result<Vec<(String, String, Record)>, StoreError> {
    let rows = tx.query(KEPT_BY, &values![from, to, due_before])?;
    rows.iter()
        .map(|row| {
            let record =
                Record { promised: row.int_as(2)?, kept: row.int_as(3)?, last_half_hour: row.int_as(4)? };
            Ok((row.text(0)?, row.text(1)?, record))
        })
        .collect()
}

/// A quote with what became of it. Times are milliseconds since 1970.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as the columns")]
pub struct QuotedRow {
    pub unit: String,
    pub procedure_code: String,
    pub late_paths: i64,
    pub paths: i64,
    pub ready_from: Option<i64>,
    pub ready_by: Option<i64>,
    pub deadline_at: i64,
    pub finished_at: Option<i64>,
}

/// Quotes given on a span of days that came due before an instant; at most `limit`.
///
/// # Errors
/// [`StoreError`].
pub fn list_quoted(
    tx: &mut Tx<'_>,
    (from_day, to_day): (i64, i64),
    due_before: i64,
    limit: i64,
) -> Result<Vec<QuotedRow>, StoreError> {
    let rows = tx.query(QUOTED, &values![from_day, to_day, due_before, limit])?;
    rows.iter()
        .map(|row| {
            Ok(QuotedRow {
                unit: row.text(0)?,
                procedure_code: row.text(1)?,
                late_paths: row.int(2)?,
                paths: row.int(3)?,
                ready_from: row.opt_int(4)?,
                ready_by: row.opt_int(5)?,
                deadline_at: row.int(6)?,
                finished_at: row.opt_int(7)?,
            })
        })
        .collect()
}

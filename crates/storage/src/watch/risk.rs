//! Open promises, the bands they entered, promises that broke, and spans in which the program did not run.

use crate::dossier::{DossierRow, sql::OPEN_PROMISES, sql::RUNNING_PROMISES};
use crate::{Row, StoreError, Tx, values};

/// A band was entered.
pub(super) const INSERT: &str = "INSERT INTO risk (dossier_id, band, unit, on_day, at, late_ppm, duty)
    VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (dossier_id, band) DO NOTHING";
/// Open promises of a unit.
pub(super) const OPEN: &str = OPEN_PROMISES;
/// Units with open promises.
pub(super) const RUNNING: &str = RUNNING_PROMISES;
/// A promise broke.
pub(super) const BREAK: &str =
    "INSERT INTO broken_promise (dossier_id, unit, on_day, due_at, noticed_at, cause, duty,
    evidence) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (dossier_id) DO NOTHING";
/// The broken promise of a dossier.
pub(super) const FIND_BROKEN: &str =
    "SELECT dossier_id, unit, on_day, due_at, noticed_at, cause, duty, evidence
    FROM broken_promise WHERE dossier_id = $1";
/// A sign of life; never back in time.
pub(super) const BEAT: &str = "INSERT INTO heartbeat (id, at) VALUES (1, $1)
    ON CONFLICT (id) DO UPDATE SET at = EXCLUDED.at WHERE heartbeat.at < EXCLUDED.at";
/// The last sign of life.
pub(super) const LAST_BEAT: &str = "SELECT at FROM heartbeat WHERE id = 1";
/// A span without one.
pub(super) const OUTAGE: &str =
    "INSERT INTO outage (from_at, to_at) VALUES ($1, $2) ON CONFLICT (from_at) DO NOTHING";
/// Spans that touch another span.
pub(super) const OUTAGES: &str =
    "SELECT from_at, to_at FROM outage WHERE from_at < $2 AND to_at > $1 LIMIT 1";

/// A band that a promise entered.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as the columns")]
pub struct RiskRow {
    pub dossier_id: String,
    pub band: String,
    pub unit: String,
    pub on_day: i64,
    pub at: i64,
    pub late_ppm: u32,
    pub duty: Option<String>,
}

/// Notes that a promise entered a band. Says whether it is the first time.
///
/// # Errors
/// [`StoreError`].
pub fn insert_risk(tx: &mut Tx<'_>, row: &RiskRow) -> Result<bool, StoreError> {
    let values =
        values![&row.dossier_id, &row.band, &row.unit, row.on_day, row.at, row.late_ppm, row.duty.clone()];
    Ok(tx.execute(INSERT, &values)? > 0)
}

/// Dossiers of a unit that are not finished and due by a time, most urgent first: open promises and what else is due.
///
/// # Errors
/// [`StoreError`].
pub fn open_promises(tx: &mut Tx<'_>, unit: &str, due_by: i64) -> Result<Vec<DossierRow>, StoreError> {
    tx.query(OPEN, &values![unit, due_by])?.iter().map(DossierRow::read).collect()
}

/// Units that have a promise of the programme open.
///
/// # Errors
/// [`StoreError`].
pub fn promises_running(tx: &mut Tx<'_>) -> Result<Vec<String>, StoreError> {
    tx.query(RUNNING, &[])?.iter().map(|row| row.text(0)).collect()
}

/// A broken promise. Times are milliseconds since 1970.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as the columns")]
pub struct BrokenRow {
    pub dossier_id: String,
    pub unit: String,
    pub on_day: i64,
    pub due_at: i64,
    pub noticed_at: i64,
    pub cause: String,
    pub duty: Option<String>,
    pub evidence: String,
}

/// Notes that a promise broke. Says whether it is the first time.
///
/// # Errors
/// [`StoreError`].
pub fn insert_broken(tx: &mut Tx<'_>, row: &BrokenRow) -> Result<bool, StoreError> {
    let values = values![
        &row.dossier_id,
        &row.unit,
        row.on_day,
        row.due_at,
        row.noticed_at,
        &row.cause,
        row.duty.clone(),
        &row.evidence
    ];
    Ok(tx.execute(BREAK, &values)? > 0)
}

fn broken(row: &Row) -> Result<BrokenRow, StoreError> {
    Ok(BrokenRow {
        dossier_id: row.text(0)?,
        unit: row.text(1)?,
        on_day: row.int(2)?,
        due_at: row.int(3)?,
        noticed_at: row.int(4)?,
        cause: row.text(5)?,
        duty: row.opt_text(6)?,
        evidence: row.text(7)?,
    })
}

/// The broken promise of a dossier.
///
/// # Errors
/// [`StoreError`].
pub fn find_broken(tx: &mut Tx<'_>, dossier_id: &str) -> Result<Option<BrokenRow>, StoreError> {
    tx.query_opt(FIND_BROKEN, &values![dossier_id])?.map(|row| broken(&row)).transpose()
}

/// A sign of life at an instant. Says when the one before was.
///
/// # Errors
/// [`StoreError`].
pub fn beat(tx: &mut Tx<'_>, at: i64) -> Result<Option<i64>, StoreError> {
    let before = tx.query_opt(LAST_BEAT, &[])?;
    tx.execute(BEAT, &values![at])?;
    before.map(|row| row.int(0)).transpose()
}

/// Notes a span in which the program did not run.
///
/// # Errors
/// [`StoreError`].
pub fn insert_outage(tx: &mut Tx<'_>, from: i64, to: i64) -> Result<(), StoreError> {
    tx.execute(OUTAGE, &values![from, to]).map(|_| ())
}

/// Whether the program did not run at some time between two instants.
///
/// # Errors
/// [`StoreError`].
pub fn is_outage(tx: &mut Tx<'_>, from: i64, to: i64) -> Result<bool, StoreError> {
    Ok(tx.query_opt(OUTAGES, &values![from, to])?.is_some())
}

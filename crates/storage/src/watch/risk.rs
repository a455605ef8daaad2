//! Open promises, the bands they entered, promises that broke, and spans in which the program did not run.

use crate::dossier::{DossierRow, day_number, sql::OPEN_PROMISES, sql::RUNNING_PROMISES};
use crate::{Row, StoreError, Tx, values};
use jiff::civil::Date;

/// A band was entered.
pub(super) const INSERT: &str = "INSERT INTO risk (dossier_id, band, unit, on_day, at, late_ppm, duty)
    VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (dossier_id, band) DO NOTHING";
/// The bands entered at a unit on a day.
pub(super) const LIST: &str = "SELECT dossier_id, band, unit, on_day, at, late_ppm, duty FROM risk
    WHERE unit = $1 AND on_day = $2 ORDER BY at, dossier_id, band";
/// Open promises of a unit.
pub(super) const OPEN: &str = OPEN_PROMISES;
/// Units with open promises.
pub(super) const RUNNING: &str = RUNNING_PROMISES;
/// A promise broke.
pub(super) const BREAK: &str =
    "INSERT INTO broken_promise (dossier_id, unit, on_day, due_at, noticed_at, cause, duty,
    evidence, new_due_at, apology, sent_at, sent_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL, NULL, NULL, NULL) ON CONFLICT (dossier_id) DO NOTHING";
/// Broken promises of a unit, by the day they were given for.
pub(super) const BROKEN: &str = "SELECT dossier_id, unit, on_day, due_at, noticed_at, cause, duty, evidence, new_due_at,
    apology, sent_at, sent_by FROM broken_promise WHERE unit = $1 AND on_day = $2 ORDER BY due_at, dossier_id";
/// The broken promise of a dossier.
pub(super) const FIND_BROKEN: &str =
    "SELECT dossier_id, unit, on_day, due_at, noticed_at, cause, duty, evidence,
    new_due_at, apology, sent_at, sent_by FROM broken_promise WHERE dossier_id = $1";
/// The apology went out; only once.
pub(super) const SEND: &str =
    "UPDATE broken_promise SET new_due_at = $2, apology = $3, sent_at = $4, sent_by = $5
    WHERE dossier_id = $1 AND sent_at IS NULL";
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

/// The bands entered at a unit on a day, in the order of time.
///
/// # Errors
/// [`StoreError`].
pub fn list_risks(tx: &mut Tx<'_>, unit: &str, on_day: i64) -> Result<Vec<RiskRow>, StoreError> {
    let read = |row: &Row| {
        Ok(RiskRow {
            dossier_id: row.text(0)?,
            band: row.text(1)?,
            unit: row.text(2)?,
            on_day: row.int(3)?,
            at: row.int(4)?,
            late_ppm: row.int_as(5)?,
            duty: row.opt_text(6)?,
        })
    };
    tx.query(LIST, &values![unit, on_day])?.iter().map(read).collect()
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
    pub new_due_at: Option<i64>,
    pub apology: Option<String>,
    pub sent_at: Option<i64>,
    pub sent_by: Option<String>,
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
        new_due_at: row.opt_int(8)?,
        apology: row.opt_text(9)?,
        sent_at: row.opt_int(10)?,
        sent_by: row.opt_text(11)?,
    })
}

/// Broken promises that a unit gave for a day.
///
/// # Errors
/// [`StoreError`].
pub fn list_broken(tx: &mut Tx<'_>, unit: &str, on: Date) -> Result<Vec<BrokenRow>, StoreError> {
    tx.query(BROKEN, &values![unit, day_number(on)])?.iter().map(broken).collect()
}

/// The broken promise of a dossier.
///
/// # Errors
/// [`StoreError`].
pub fn find_broken(tx: &mut Tx<'_>, dossier_id: &str) -> Result<Option<BrokenRow>, StoreError> {
    tx.query_opt(FIND_BROKEN, &values![dossier_id])?.map(|row| broken(&row)).transpose()
}

/// Notes that the apology went out. Says whether it was the first time.
///
/// # Errors
/// [`StoreError`].
pub fn send_apology(
    tx: &mut Tx<'_>,
    dossier_id: &str,
    new_due_at: i64,
    text: &str,
    (at, by): (i64, &str),
) -> Result<bool, StoreError> {
    Ok(tx.execute(SEND, &values![dossier_id, new_due_at, text, at, by])? > 0)
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

//! Learned service times: sums that every event adds to, and where the last piece of work ended.

use crate::{Row, StoreError, Tx, values};

/// Adds one observation.
pub(super) const ADD: &str =
    "INSERT INTO service_time (unit, procedure_code, duty, n, log_sum, log_square_sum)
    VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (unit, procedure_code, duty) DO UPDATE SET
    n = service_time.n + EXCLUDED.n, log_sum = service_time.log_sum + EXCLUDED.log_sum,
    log_square_sum = service_time.log_square_sum + EXCLUDED.log_square_sum";
/// What a unit has learned.
pub(super) const OF_UNIT: &str =
    "SELECT unit, procedure_code, duty, n, log_sum, log_square_sum FROM service_time
    WHERE unit = $1 ORDER BY procedure_code, duty";
/// What all units have learned.
pub(super) const EVERY: &str =
    "SELECT unit, procedure_code, duty, n, log_sum, log_square_sum FROM service_time
    ORDER BY unit, procedure_code, duty";
/// Forgets everything, to learn it anew from the log.
pub(super) const CLEAR: &str = "DELETE FROM service_time";
/// Forgets where work ended.
pub(super) const CLEAR_ENDS: &str = "DELETE FROM work_end";
/// Where the last pieces of work of a unit ended, from an instant on.
pub(super) const ENDS: &str =
    "SELECT duty, at FROM work_end WHERE unit = $1 AND at >= $2 ORDER BY at, duty, account_id";
/// Where somebody's last piece of work of a duty ended.
pub(super) const END: &str = "SELECT at FROM work_end WHERE unit = $1 AND duty = $2 AND account_id = $3";
/// Sets it.
pub(super) const SET_END: &str = "INSERT INTO work_end (unit, duty, account_id, at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (unit, duty, account_id) DO UPDATE SET at = EXCLUDED.at";

/// Sums over the logarithms of the minutes of one duty, in millionths.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "named as the columns")]
pub struct ServiceTime {
    pub unit: String,
    pub procedure_code: String,
    pub duty: String,
    pub n: i64,
    pub log_sum: i64,
    pub log_square_sum: i64,
}

fn read(row: &Row) -> Result<ServiceTime, StoreError> {
    Ok(ServiceTime {
        unit: row.text(0)?,
        procedure_code: row.text(1)?,
        duty: row.text(2)?,
        n: row.int(3)?,
        log_sum: row.int(4)?,
        log_square_sum: row.int(5)?,
    })
}

/// Adds observations to what is known.
///
/// # Errors
/// [`StoreError`].
pub fn add_service_time(tx: &mut Tx<'_>, more: &ServiceTime) -> Result<(), StoreError> {
    let row =
        values![&more.unit, &more.procedure_code, &more.duty, more.n, more.log_sum, more.log_square_sum];
    tx.execute(ADD, &row).map(|_| ())
}

/// What a unit has learned.
///
/// # Errors
/// [`StoreError`].
pub fn list_service_times(tx: &mut Tx<'_>, unit: &str) -> Result<Vec<ServiceTime>, StoreError> {
    tx.query(OF_UNIT, &values![unit])?.iter().map(read).collect()
}

/// What all units have learned, in the order of units.
///
/// # Errors
/// [`StoreError`].
pub fn list_all_service_times(tx: &mut Tx<'_>) -> Result<Vec<ServiceTime>, StoreError> {
    tx.query(EVERY, &[])?.iter().map(read).collect()
}

/// Forgets all that was learned, before it is learned anew from the log.
///
/// # Errors
/// [`StoreError`].
pub fn clear_service_times(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    tx.execute(CLEAR, &[])?;
    tx.execute(CLEAR_ENDS, &[]).map(|_| ())
}

/// When the officers of a unit last ended a piece of work, from an instant on: duty and time, oldest first.
///
/// # Errors
/// [`StoreError`].
pub fn list_work_ends(tx: &mut Tx<'_>, unit: &str, since: i64) -> Result<Vec<(String, i64)>, StoreError> {
    let rows = tx.query(ENDS, &values![unit, since])?;
    rows.iter().map(|row| Ok((row.text(0)?, row.int(1)?))).collect()
}

/// Notes that somebody ended a piece of work of a duty, and says when the one before ended.
///
/// # Errors
/// [`StoreError`].
pub fn work_end(
    tx: &mut Tx<'_>,
    unit: &str,
    duty: &str,
    account_id: &str,
    at: i64,
) -> Result<Option<i64>, StoreError> {
    let before = tx.query_opt(END, &values![unit, duty, account_id])?;
    tx.execute(SET_END, &values![unit, duty, account_id, at])?;
    before.map(|row| row.int(0)).transpose()
}

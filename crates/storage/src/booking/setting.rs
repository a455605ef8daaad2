//! What units decided about their appointments, and the hours they closed.

use super::sql;
use crate::{Row, StoreError, Tx, values};

/// What a unit decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as the columns")]
pub struct SettingRow {
    pub is_open: bool,
    pub slot_minutes: u16,
    pub service_minutes: u16,
    pub counters: u16,
    pub share_percent: u16,
    pub show_percent: u16,
    pub days_ahead: u16,
    pub version: i64,
}

/// What a unit decided; nothing where the usual settings hold.
///
/// # Errors
/// [`StoreError`].
pub fn find(tx: &mut Tx<'_>, unit: &str) -> Result<Option<SettingRow>, StoreError> {
    tx.query_opt(sql::SETTING, &values![unit])?.map(|row| setting(&row)).transpose()
}

/// What all units decided, with their codes.
///
/// # Errors
/// [`StoreError`].
pub fn list(tx: &mut Tx<'_>) -> Result<Vec<(String, SettingRow)>, StoreError> {
    tx.query(sql::SETTINGS, &[])?.iter().map(|row| Ok((row.text(8)?, setting(row)?))).collect()
}

/// Writes what a unit decides; version 0 is the first decision.
///
/// # Errors
/// [`StoreError::Conflict`], or [`StoreError::Unique`] on `slot_setting(unit)`, when somebody was faster.
pub fn put(tx: &mut Tx<'_>, unit: &str, row: &SettingRow, actor: &str, now: i64) -> Result<(), StoreError> {
    let mut values = values![
        unit,
        row.is_open,
        row.slot_minutes,
        row.service_minutes,
        row.counters,
        row.share_percent,
        row.show_percent,
        row.days_ahead,
        actor,
        now
    ]
    .to_vec();
    if row.version == 0 {
        return tx.execute_one(sql::NEW_SETTING, &values);
    }
    values.push(row.version.into());
    tx.execute_one(sql::CHANGE_SETTING, &values)
}

/// Hours that are closed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as the columns; the last minute does not belong to it")]
pub struct ClosureRow {
    pub id: String,
    pub on_day: i64,
    pub from_minute: i64,
    pub to_minute: i64,
    pub reason: String,
}

/// Closed hours of a unit between two days.
///
/// # Errors
/// [`StoreError`].
pub fn list_closures(
    tx: &mut Tx<'_>,
    unit: &str,
    from_day: i64,
    to_day: i64,
) -> Result<Vec<ClosureRow>, StoreError> {
    tx.query(sql::CLOSURES, &values![unit, from_day, to_day])?.iter().map(|row| closure(row, 0)).collect()
}

/// Closed hours of a day in all units.
///
/// # Errors
/// [`StoreError`].
pub fn list_closed_anywhere(tx: &mut Tx<'_>, on_day: i64) -> Result<Vec<(String, ClosureRow)>, StoreError> {
    let rows = tx.query(sql::CLOSED_ANYWHERE, &values![on_day])?;
    rows.iter().map(|row| Ok((row.text(0)?, closure(row, 1)?))).collect()
}

/// Closes hours of a unit.
///
/// # Errors
/// [`StoreError`].
pub fn close(tx: &mut Tx<'_>, unit: &str, row: &ClosureRow, actor: &str, now: i64) -> Result<(), StoreError> {
    let values = values![&row.id, unit, row.on_day, row.from_minute, row.to_minute, &row.reason, actor, now];
    tx.execute_one(sql::CLOSE, &values)
}

/// Opens closed hours again; says whether there were any.
///
/// # Errors
/// [`StoreError`].
pub fn reopen(tx: &mut Tx<'_>, unit: &str, id: &str) -> Result<bool, StoreError> {
    Ok(tx.execute(sql::REOPEN, &values![id, unit])? == 1)
}

fn setting(row: &Row) -> Result<SettingRow, StoreError> {
    Ok(SettingRow {
        is_open: row.bool(0)?,
        slot_minutes: row.int_as(1)?,
        service_minutes: row.int_as(2)?,
        counters: row.int_as(3)?,
        share_percent: row.int_as(4)?,
        show_percent: row.int_as(5)?,
        days_ahead: row.int_as(6)?,
        version: row.int(7)?,
    })
}

fn closure(row: &Row, first: usize) -> Result<ClosureRow, StoreError> {
    Ok(ClosureRow {
        id: row.text(first)?,
        on_day: row.int(first + 1)?,
        from_minute: row.int(first + 2)?,
        to_minute: row.int(first + 3)?,
        reason: row.text(first + 4)?,
    })
}

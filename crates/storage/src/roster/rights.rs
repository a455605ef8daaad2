//! What decides whether somebody can be on the roster: qualifications, absences, delegations of approval.

use crate::{Row, StoreError, Tx, values};

/// The SQL of this module.
pub mod sql {
    /// Qualifications at a unit.
    pub const QUALIFICATIONS: &str = "SELECT account_id, duty, sector FROM qualification WHERE unit = $1
        ORDER BY sector, duty, account_id";
    /// Takes all qualifications of a person at a unit away.
    pub const CLEAR_QUALIFIED: &str = "DELETE FROM qualification WHERE unit = $1 AND account_id = $2";
    /// Gives one.
    pub const QUALIFY: &str = "INSERT INTO qualification (unit, account_id, duty, sector, given_at, given_by)
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (unit, account_id, duty, sector) DO NOTHING";
    /// An absence.
    pub const ADD_ABSENCE: &str =
        "INSERT INTO absence (id, account_id, from_day, to_day, kind, note, recorded_at,
        recorded_by, ended_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL)";
    /// Takes an absence back.
    pub const END_ABSENCE: &str = "UPDATE absence SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL";
    /// One absence.
    pub const ABSENCE: &str = "SELECT id, account_id, from_day, to_day, kind, note FROM absence
        WHERE id = $1 AND ended_at IS NULL";
    /// Absences of whoever holds a role at a unit, that touch some days.
    pub const ABSENCES: &str = "SELECT DISTINCT b.id, b.account_id, b.from_day, b.to_day, b.kind, b.note
        FROM absence b JOIN role_grant g ON g.account_id = b.account_id
        WHERE g.unit = $1 AND b.ended_at IS NULL AND b.from_day <= $3 AND b.to_day >= $2
        ORDER BY b.from_day, b.id";
    /// A delegation.
    pub const DELEGATE: &str = "INSERT INTO delegation (id, unit, leader, deputy, from_day, to_day, reason,
        given_at, given_by, revoked_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL)";
    /// Ends one.
    pub const REVOKE: &str = "UPDATE delegation SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL";
    /// Delegations of a unit that touch some days.
    pub const DELEGATIONS: &str = "SELECT id, unit, leader, deputy, from_day, to_day, reason FROM delegation
        WHERE unit = $1 AND revoked_at IS NULL AND from_day <= $3 AND to_day >= $2 ORDER BY from_day, id";
    /// Delegations to a person on a day.
    pub const DELEGATED: &str = "SELECT id, unit, leader, deputy, from_day, to_day, reason FROM delegation
        WHERE deputy = $1 AND revoked_at IS NULL AND from_day <= $2 AND to_day >= $2 ORDER BY given_at, id";
    /// One delegation.
    pub const DELEGATION: &str = "SELECT id, unit, leader, deputy, from_day, to_day, reason FROM delegation
        WHERE id = $1 AND revoked_at IS NULL";
    /// All statements.
    pub const ALL: &[&str] = &[
        QUALIFICATIONS,
        CLEAR_QUALIFIED,
        QUALIFY,
        ADD_ABSENCE,
        END_ABSENCE,
        ABSENCE,
        ABSENCES,
        DELEGATE,
        REVOKE,
        DELEGATIONS,
        DELEGATED,
        DELEGATION,
    ];
}

/// Qualifications of a unit: account, duty, sector.
///
/// # Errors
/// [`StoreError`].
pub fn list_qualifications(tx: &mut Tx<'_>, unit: &str) -> Result<Vec<(String, String, String)>, StoreError> {
    let rows = tx.query(sql::QUALIFICATIONS, &values![unit])?;
    rows.iter().map(|row| Ok((row.text(0)?, row.text(1)?, row.text(2)?))).collect()
}

/// Replaces what somebody is qualified for at a unit: duty and sector.
///
/// # Errors
/// [`StoreError`].
pub fn qualify(
    tx: &mut Tx<'_>,
    (unit, account_id): (&str, &str),
    rows: &[(String, String)],
    (now_ms, by): (i64, &str),
) -> Result<(), StoreError> {
    let mut statements = vec![(sql::CLEAR_QUALIFIED, values![unit, account_id].to_vec())];
    statements.extend(
        rows.iter().map(|(duty, sector)| {
            (sql::QUALIFY, values![unit, account_id, duty, sector, now_ms, by].to_vec())
        }),
    );
    tx.batch(&statements).map(|_| ())
}

/// An absence as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as the columns")]
pub struct AbsenceRow {
    pub id: String,
    pub account_id: String,
    pub from_day: i64,
    pub to_day: i64,
    pub kind: String,
    pub note: String,
}

fn absence(row: &Row) -> Result<AbsenceRow, StoreError> {
    Ok(AbsenceRow {
        id: row.text(0)?,
        account_id: row.text(1)?,
        from_day: row.int(2)?,
        to_day: row.int(3)?,
        kind: row.text(4)?,
        note: row.text(5)?,
    })
}

/// Records an absence.
///
/// # Errors
/// [`StoreError`].
pub fn add_absence(tx: &mut Tx<'_>, row: &AbsenceRow, (now_ms, by): (i64, &str)) -> Result<(), StoreError> {
    tx.execute_one(
        sql::ADD_ABSENCE,
        &values![&row.id, &row.account_id, row.from_day, row.to_day, &row.kind, &row.note, now_ms, by],
    )
}

/// Takes an absence back; says whether there was one.
///
/// # Errors
/// [`StoreError`].
pub fn end_absence(tx: &mut Tx<'_>, id: &str, now_ms: i64) -> Result<bool, StoreError> {
    Ok(tx.execute(sql::END_ABSENCE, &values![id, now_ms])? == 1)
}

/// One absence that was not taken back.
///
/// # Errors
/// [`StoreError`].
pub fn find_absence(tx: &mut Tx<'_>, id: &str) -> Result<Option<AbsenceRow>, StoreError> {
    tx.query_opt(sql::ABSENCE, &values![id])?.map(|row| absence(&row)).transpose()
}

/// Absences of a unit's people that touch some days.
///
/// # Errors
/// [`StoreError`].
pub fn list_absences(
    tx: &mut Tx<'_>,
    unit: &str,
    (first, last): (i64, i64),
) -> Result<Vec<AbsenceRow>, StoreError> {
    tx.query(sql::ABSENCES, &values![unit, first, last])?.iter().map(absence).collect()
}

/// A delegation as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as the columns")]
pub struct DelegationRow {
    pub id: String,
    pub unit: String,
    pub leader: String,
    pub deputy: String,
    pub from_day: i64,
    pub to_day: i64,
    pub reason: String,
}

fn delegation(row: &Row) -> Result<DelegationRow, StoreError> {
    Ok(DelegationRow {
        id: row.text(0)?,
        unit: row.text(1)?,
        leader: row.text(2)?,
        deputy: row.text(3)?,
        from_day: row.int(4)?,
        to_day: row.int(5)?,
        reason: row.text(6)?,
    })
}

/// Records a delegation.
///
/// # Errors
/// [`StoreError`].
pub fn delegate(tx: &mut Tx<'_>, row: &DelegationRow, (now_ms, by): (i64, &str)) -> Result<(), StoreError> {
    tx.execute_one(
        sql::DELEGATE,
        &values![
            &row.id,
            &row.unit,
            &row.leader,
            &row.deputy,
            row.from_day,
            row.to_day,
            &row.reason,
            now_ms,
            by
        ],
    )
}

/// Ends a delegation; says whether there was one.
///
/// # Errors
/// [`StoreError`].
pub fn revoke(tx: &mut Tx<'_>, id: &str, now_ms: i64) -> Result<bool, StoreError> {
    Ok(tx.execute(sql::REVOKE, &values![id, now_ms])? == 1)
}

/// Delegations of a unit, not revoked, that touch some days.
///
/// # Errors
/// [`StoreError`].
pub fn list_delegations(
    tx: &mut Tx<'_>,
    unit: &str,
    (first, last): (i64, i64),
) -> Result<Vec<DelegationRow>, StoreError> {
    tx.query(sql::DELEGATIONS, &values![unit, first, last])?.iter().map(delegation).collect()
}

/// Delegations in force to a person on a day.
///
/// # Errors
/// [`StoreError`].
pub fn list_delegated(tx: &mut Tx<'_>, deputy: &str, on_day: i64) -> Result<Vec<DelegationRow>, StoreError> {
    tx.query(sql::DELEGATED, &values![deputy, on_day])?.iter().map(delegation).collect()
}

/// One delegation that was not revoked.
///
/// # Errors
/// [`StoreError`].
pub fn find_delegation(tx: &mut Tx<'_>, id: &str) -> Result<Option<DelegationRow>, StoreError> {
    tx.query_opt(sql::DELEGATION, &values![id])?.map(|row| delegation(&row)).transpose()
}

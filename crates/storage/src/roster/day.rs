//! A unit's day on the roster: its version, its shifts, and everybody who can be on it.

use crate::{Row, StoreError, Tx, values};
use domain::id::AccountId;
use domain::role::Role;

/// The SQL of this module.
pub mod sql {
    /// The head of a day.
    pub const HEAD: &str = "SELECT r.version, r.changed_at, COALESCE(a.name, r.changed_by), r.published_at
        FROM roster r LEFT JOIN account a ON a.id = r.changed_by WHERE r.unit = $1 AND r.on_day = $2";
    /// The first version of a day, unless somebody else was faster.
    pub const NEW_HEAD: &str =
        "INSERT INTO roster (unit, on_day, version, changed_at, changed_by, published_at)
        VALUES ($1, $2, 1, $3, $4, NULL) ON CONFLICT (unit, on_day) DO NOTHING";
    /// The next version of a day; what was published has changed and must be published again.
    pub const NEXT_HEAD: &str = "UPDATE roster SET version = version + 1, changed_at = $4, changed_by = $5,
        published_at = NULL WHERE unit = $1 AND on_day = $2 AND version = $3";
    /// Publishes the version that was looked at.
    pub const PUBLISH: &str =
        "UPDATE roster SET published_at = $4 WHERE unit = $1 AND on_day = $2 AND version = $3";
    /// Days with a roster.
    pub const HEADS: &str = "SELECT on_day, version, published_at FROM roster
        WHERE unit = $1 AND on_day BETWEEN $2 AND $3 ORDER BY on_day";
    /// The shifts of some days, in the order of the list.
    pub const SHIFTS: &str =
        "SELECT unit, on_day, account_id, post, from_minute, to_minute, stands_for FROM shift
        WHERE unit = $1 AND on_day BETWEEN $2 AND $3 ORDER BY on_day, position";
    /// The shifts of a person at other units on a day.
    pub const ELSEWHERE: &str = "SELECT unit, on_day, account_id, post, from_minute, to_minute, stands_for
        FROM shift WHERE account_id = $1 AND on_day = $2 AND unit <> $3 ORDER BY unit, position";
    /// The shifts of a person from a day on.
    pub const OF_PERSON: &str = "SELECT unit, on_day, account_id, post, from_minute, to_minute, stands_for
        FROM shift WHERE account_id = $1 AND on_day BETWEEN $2 AND $3 ORDER BY on_day, from_minute, unit";
    /// Empties a day.
    pub const CLEAR: &str = "DELETE FROM shift WHERE unit = $1 AND on_day = $2";
    /// One shift.
    pub const ADD: &str =
        "INSERT INTO shift (unit, on_day, position, account_id, post, from_minute, to_minute,
        stands_for) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    /// Everybody with a role at a unit on a day.
    pub const MEMBERS: &str = "SELECT a.id, a.name, a.title, g.role FROM role_grant g
        JOIN account a ON a.id = g.account_id
        WHERE g.unit = $1 AND g.valid_from <= $2 AND (g.valid_to IS NULL OR g.valid_to >= $2)
        AND a.disabled_at IS NULL ORDER BY a.name, a.id, g.role";
    /// All statements.
    pub const ALL: &[&str] =
        &[HEAD, NEW_HEAD, NEXT_HEAD, PUBLISH, HEADS, SHIFTS, ELSEWHERE, OF_PERSON, CLEAR, ADD, MEMBERS];
}

/// The head of a day's roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// For optimistic locking.
    pub version: i64,
    /// When it changed last, in milliseconds.
    pub changed_at: i64,
    /// The name of who changed it.
    pub changed_by: String,
    /// When this version was published.
    pub published_at: Option<i64>,
}

/// A shift as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as the columns; minutes since midnight")]
pub struct ShiftRow {
    pub unit: String,
    pub on_day: i64,
    pub account_id: String,
    pub post: String,
    pub from_minute: i64,
    pub to_minute: i64,
    pub stands_for: Option<String>,
}

/// Somebody with a role at a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberRow {
    /// The account.
    pub id: AccountId,
    /// Their name.
    pub name: String,
    /// Their title.
    pub title: String,
    /// Their roles at the unit.
    pub roles: Vec<Role>,
}

/// The head of a day; nothing when nobody made a roster.
///
/// # Errors
/// [`StoreError`].
pub fn find_head(tx: &mut Tx<'_>, unit: &str, on_day: i64) -> Result<Option<Head>, StoreError> {
    let row = tx.query_opt(sql::HEAD, &values![unit, on_day])?;
    let head = |row: Row| {
        Ok(Head {
            version: row.int(0)?,
            changed_at: row.int(1)?,
            changed_by: row.text(2)?,
            published_at: row.opt_int(3)?,
        })
    };
    row.map(head).transpose()
}

/// Days of a unit that have a roster: day, version, when published.
///
/// # Errors
/// [`StoreError`].
pub fn list_heads(
    tx: &mut Tx<'_>,
    unit: &str,
    (first, last): (i64, i64),
) -> Result<Vec<(i64, i64, Option<i64>)>, StoreError> {
    let rows = tx.query(sql::HEADS, &values![unit, first, last])?;
    rows.iter().map(|row| Ok((row.int(0)?, row.int(1)?, row.opt_int(2)?))).collect()
}

/// Replaces the shifts of a day. `seen` is the version that was looked at, 0 when there was none.
///
/// # Errors
/// [`StoreError::Conflict`] when somebody else changed the day meanwhile.
pub fn replace(
    tx: &mut Tx<'_>,
    (unit, on_day): (&str, i64),
    seen: i64,
    shifts: &[ShiftRow],
    (now_ms, by): (i64, &str),
) -> Result<(), StoreError> {
    if seen == 0 {
        tx.execute_one(sql::NEW_HEAD, &values![unit, on_day, now_ms, by])?;
    } else {
        tx.execute_one(sql::NEXT_HEAD, &values![unit, on_day, seen, now_ms, by])?;
    }
    let mut statements = vec![(sql::CLEAR, values![unit, on_day].to_vec())];
    for (position, shift) in (0_i64..).zip(shifts) {
        let row = values![
            unit,
            on_day,
            position,
            &shift.account_id,
            &shift.post,
            shift.from_minute,
            shift.to_minute,
            shift.stands_for.clone()
        ];
        statements.push((sql::ADD, row.to_vec()));
    }
    tx.batch(&statements).map(|_| ())
}

/// Publishes a version of a day.
///
/// # Errors
/// [`StoreError::Conflict`] when it is not the one that is there.
pub fn publish(
    tx: &mut Tx<'_>,
    (unit, on_day): (&str, i64),
    seen: i64,
    now_ms: i64,
) -> Result<(), StoreError> {
    tx.execute_one(sql::PUBLISH, &values![unit, on_day, seen, now_ms])
}

fn shift(row: &Row) -> Result<ShiftRow, StoreError> {
    Ok(ShiftRow {
        unit: row.text(0)?,
        on_day: row.int(1)?,
        account_id: row.text(2)?,
        post: row.text(3)?,
        from_minute: row.int(4)?,
        to_minute: row.int(5)?,
        stands_for: row.opt_text(6)?,
    })
}

/// The shifts of a unit from one day to another.
///
/// # Errors
/// [`StoreError`].
pub fn list_shifts(
    tx: &mut Tx<'_>,
    unit: &str,
    (first, last): (i64, i64),
) -> Result<Vec<ShiftRow>, StoreError> {
    tx.query(sql::SHIFTS, &values![unit, first, last])?.iter().map(shift).collect()
}

/// The shifts of a person at other units on a day.
///
/// # Errors
/// [`StoreError`].
pub fn list_elsewhere(
    tx: &mut Tx<'_>,
    account_id: &str,
    on_day: i64,
    unit: &str,
) -> Result<Vec<ShiftRow>, StoreError> {
    tx.query(sql::ELSEWHERE, &values![account_id, on_day, unit])?.iter().map(shift).collect()
}

/// The shifts of a person at all units from one day to another.
///
/// # Errors
/// [`StoreError`].
pub fn list_of_person(
    tx: &mut Tx<'_>,
    account_id: &str,
    (first, last): (i64, i64),
) -> Result<Vec<ShiftRow>, StoreError> {
    tx.query(sql::OF_PERSON, &values![account_id, first, last])?.iter().map(shift).collect()
}

/// Everybody with a role at a unit on a day, by name.
///
/// # Errors
/// [`StoreError`].
pub fn list_members(tx: &mut Tx<'_>, unit: &str, on_day: i64) -> Result<Vec<MemberRow>, StoreError> {
    let mut members: Vec<MemberRow> = Vec::new();
    for row in tx.query(sql::MEMBERS, &values![unit, on_day])? {
        let id: AccountId = row.text(0)?.parse().map_err(|_| StoreError::NoRow)?;
        let role = Role::from_name(&row.text(3)?);
        if members.last().is_none_or(|last| last.id != id) {
            members.push(MemberRow { id, name: row.text(1)?, title: row.text(2)?, roles: Vec::new() });
        }
        if let Some(last) = members.last_mut() {
            last.roles.extend(role);
        }
    }
    Ok(members)
}

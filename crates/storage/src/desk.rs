//! Small records of the counter: duties, turned-away visitors, drafts, closed days.

use crate::{StoreError, Tx, values};

/// The SQL of this module.
pub mod sql {
    /// Duties of a unit.
    pub const DUTIES: &str =
        "SELECT duty, present, account_id, since FROM duty WHERE unit = $1 ORDER BY duty";
    /// Switches a duty.
    pub const SET_DUTY: &str =
        "INSERT INTO duty (unit, duty, present, account_id, since) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (unit, duty) DO UPDATE SET present = EXCLUDED.present, account_id = EXCLUDED.account_id,
        since = EXCLUDED.since";
    /// Somebody was turned away.
    pub const TURN_AWAY: &str =
        "INSERT INTO turned_away (id, unit, on_day, at, actor, procedure_code, kind, slip)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    /// Who was turned away on a day.
    pub const TURNED_AWAY: &str = "SELECT id, at, actor, procedure_code, kind, slip FROM turned_away
        WHERE unit = $1 AND on_day = $2 ORDER BY at, id";
    /// One slip.
    pub const SLIP: &str =
        "SELECT id, at, actor, procedure_code, kind, slip, unit FROM turned_away WHERE id = $1";
    /// Keeps a draft.
    pub const SAVE_DRAFT: &str = "INSERT INTO draft (id, account_id, form, content, changed_at)
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO UPDATE SET content = EXCLUDED.content,
        changed_at = EXCLUDED.changed_at WHERE draft.account_id = EXCLUDED.account_id";
    /// The newest draft of a form.
    pub const DRAFT: &str = "SELECT id, content, changed_at FROM draft
        WHERE account_id = $1 AND form = $2 ORDER BY changed_at DESC LIMIT 1";
    /// A draft was sent or thrown away.
    pub const DROP_DRAFTS: &str = "DELETE FROM draft WHERE account_id = $1 AND form = $2";
    /// Whether a day is closed.
    pub const DAY_CLOSE: &str =
        "SELECT at, account_id, remark FROM day_close WHERE unit = $1 AND on_day = $2";
    /// Closes a day.
    pub const CLOSE_DAY: &str = "INSERT INTO day_close (unit, on_day, at, account_id, remark)
        VALUES ($1, $2, $3, $4, $5)";
    /// All statements.
    pub const ALL: &[&str] = &[
        DUTIES,
        SET_DUTY,
        TURN_AWAY,
        TURNED_AWAY,
        SLIP,
        SAVE_DRAFT,
        DRAFT,
        DROP_DRAFTS,
        DAY_CLOSE,
        CLOSE_DAY,
    ];
}

/// One duty of a unit as last set.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as the columns")]
pub struct DutyRow {
    pub duty: String,
    pub present: bool,
    pub account_id: String,
    pub since: i64,
}

/// The duties of a unit that were ever set.
///
/// # Errors
/// [`StoreError`].
pub fn list_duties(tx: &mut Tx<'_>, unit: &str) -> Result<Vec<DutyRow>, StoreError> {
    let rows = tx.query(sql::DUTIES, &values![unit])?;
    rows.iter()
        .map(|row| {
            Ok(DutyRow {
                duty: row.text(0)?,
                present: row.bool(1)?,
                account_id: row.text(2)?,
                since: row.int(3)?,
            })
        })
        .collect()
}

/// Switches a duty on or off.
///
/// # Errors
/// [`StoreError`].
pub fn set_duty(tx: &mut Tx<'_>, unit: &str, duty: &DutyRow) -> Result<(), StoreError> {
    tx.execute(sql::SET_DUTY, &values![unit, &duty.duty, duty.present, &duty.account_id, duty.since])
        .map(|_| ())
}

/// A visitor turned away with a slip.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(
    missing_docs,
    reason = "named as the columns; `kind` is `supplement` or `refusal`, `slip` its content as JSON"
)]
pub struct TurnedAwayRow {
    pub id: String,
    pub unit: String,
    pub on_day: i64,
    pub at: i64,
    pub actor: String,
    pub procedure_code: String,
    pub kind: String,
    pub slip: String,
}

/// Records a visitor turned away.
///
/// # Errors
/// [`StoreError`].
pub fn turn_away(tx: &mut Tx<'_>, row: &TurnedAwayRow) -> Result<(), StoreError> {
    tx.execute_one(
        sql::TURN_AWAY,
        &values![
            &row.id,
            &row.unit,
            row.on_day,
            row.at,
            &row.actor,
            &row.procedure_code,
            &row.kind,
            &row.slip
        ],
    )
}

/// Everybody turned away by a unit on a day.
///
/// # Errors
/// [`StoreError`].
pub fn list_turned_away(tx: &mut Tx<'_>, unit: &str, on_day: i64) -> Result<Vec<TurnedAwayRow>, StoreError> {
    let rows = tx.query(sql::TURNED_AWAY, &values![unit, on_day])?;
    rows.iter()
        .map(|row| {
            Ok(TurnedAwayRow {
                id: row.text(0)?,
                unit: unit.to_owned(),
                on_day,
                at: row.int(1)?,
                actor: row.text(2)?,
                procedure_code: row.text(3)?,
                kind: row.text(4)?,
                slip: row.text(5)?,
            })
        })
        .collect()
}

/// One slip by its identifier.
///
/// # Errors
/// [`StoreError`].
pub fn find_slip(tx: &mut Tx<'_>, id: &str) -> Result<Option<TurnedAwayRow>, StoreError> {
    let Some(row) = tx.query_opt(sql::SLIP, &values![id])? else { return Ok(None) };
    Ok(Some(TurnedAwayRow {
        id: row.text(0)?,
        at: row.int(1)?,
        actor: row.text(2)?,
        procedure_code: row.text(3)?,
        kind: row.text(4)?,
        slip: row.text(5)?,
        unit: row.text(6)?,
        on_day: 0,
    }))
}

/// Keeps a draft of a form.
///
/// # Errors
/// [`StoreError`].
pub fn save_draft(
    tx: &mut Tx<'_>,
    id: &str,
    account_id: &str,
    form: &str,
    content: &str,
    now_ms: i64,
) -> Result<(), StoreError> {
    tx.execute(sql::SAVE_DRAFT, &values![id, account_id, form, content, now_ms]).map(|_| ())
}

/// The newest draft of a form: identifier, content, time of the last change.
///
/// # Errors
/// [`StoreError`].
pub fn find_draft(
    tx: &mut Tx<'_>,
    account_id: &str,
    form: &str,
) -> Result<Option<(String, String, i64)>, StoreError> {
    let row = tx.query_opt(sql::DRAFT, &values![account_id, form])?;
    row.map(|row| Ok((row.text(0)?, row.text(1)?, row.int(2)?))).transpose()
}

/// Throws the drafts of a form away.
///
/// # Errors
/// [`StoreError`].
pub fn drop_drafts(tx: &mut Tx<'_>, account_id: &str, form: &str) -> Result<(), StoreError> {
    tx.later(sql::DROP_DRAFTS, &values![account_id, form])
}

/// Who closed a day, when, with which remark.
///
/// # Errors
/// [`StoreError`].
pub fn find_day_close(
    tx: &mut Tx<'_>,
    unit: &str,
    on_day: i64,
) -> Result<Option<(i64, String, String)>, StoreError> {
    let row = tx.query_opt(sql::DAY_CLOSE, &values![unit, on_day])?;
    row.map(|row| Ok((row.int(0)?, row.text(1)?, row.text(2)?))).transpose()
}

/// Closes a day.
///
/// # Errors
/// [`StoreError::Unique`] on `day_close(unit, on_day)` when it is closed already.
pub fn close_day(
    tx: &mut Tx<'_>,
    unit: &str,
    on_day: i64,
    at: i64,
    account_id: &str,
    remark: &str,
) -> Result<(), StoreError> {
    tx.execute_one(sql::CLOSE_DAY, &values![unit, on_day, at, account_id, remark])
}

//! Help by volunteers: sessions, the forms prepared in them, notes of shifts.

use crate::{Row, StoreError, Tx, values};

/// The SQL of this module.
pub mod sql {
    /// A code from an officer.
    pub const INVITE: &str = "INSERT INTO assist_invite (code, unit, name, officer, created_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6)";
    /// Uses it, once.
    pub const USE_INVITE: &str = "UPDATE assist_invite SET used_by = $3
        WHERE code = $1 AND unit = $2 AND used_by IS NULL AND created_at <= $4 AND expires_at > $4 RETURNING name";
    /// Opens a session.
    pub const OPEN: &str =
        "INSERT INTO assist_session (id, unit, volunteer, volunteer_name, open_for, opening, reference,
        name, consent, heard_by, opened_at, last_seen_at, end_reason, code, claim_mac, content, not_online)
        VALUES ($1, $2, $3, $4, $3, $5, $6, $7, $8, $9, $10, $10, '', $11, $12, '', 'not_asked')";
    /// The one a volunteer has open.
    pub const OPEN_OF: &str = "SELECT id, unit, volunteer, volunteer_name, opening, reference, name, consent, heard_by,
        opened_at, last_seen_at, ended_at, end_reason, code, procedure_code, content, submitted_at, dossier_code,
        received_at, not_online FROM assist_session WHERE open_for = $1";
    /// By code.
    pub const BY_CODE: &str = "SELECT id, unit, volunteer, volunteer_name, opening, reference, name, consent, heard_by,
        opened_at, last_seen_at, ended_at, end_reason, code, procedure_code, content, submitted_at, dossier_code,
        received_at, not_online FROM assist_session WHERE code = $1";
    /// By the dossier it led to.
    pub const BY_DOSSIER: &str = "SELECT id, unit, volunteer, volunteer_name, opening, reference, name, consent, heard_by,
        opened_at, last_seen_at, ended_at, end_reason, code, procedure_code, content, submitted_at, dossier_code,
        received_at, not_online FROM assist_session WHERE dossier_code = $1";
    /// Forms that wait for an officer.
    pub const PREPARED: &str = "SELECT id, unit, volunteer, volunteer_name, opening, reference, name, consent, heard_by,
        opened_at, last_seen_at, ended_at, end_reason, code, procedure_code, content, submitted_at, dossier_code,
        received_at, not_online FROM assist_session
        WHERE unit = $1 AND submitted_at >= $2 AND dossier_code IS NULL AND content <> '' ORDER BY submitted_at, id LIMIT $3";
    /// Notes a press.
    pub const TOUCH: &str =
        "UPDATE assist_session SET last_seen_at = $2 WHERE id = $1 AND open_for IS NOT NULL";
    /// Keeps what was typed; not once an officer received it.
    pub const KEEP: &str =
        "UPDATE assist_session SET procedure_code = $2, content = $3, submitted_at = $4, not_online = $5
        WHERE id = $1 AND dossier_code IS NULL";
    /// Ends a session.
    pub const END: &str = "UPDATE assist_session SET open_for = NULL, ended_at = $2, end_reason = $3
        WHERE id = $1 AND open_for IS NOT NULL";
    /// An officer received it: what was typed stands in the dossier now.
    pub const RECEIVED: &str = "UPDATE assist_session SET dossier_code = $3, received_at = $4, content = ''
        WHERE code = $1 AND unit = $2 AND dossier_code IS NULL AND submitted_at IS NOT NULL";
    /// How many somebody helped.
    pub const HELPED: &str = "SELECT COUNT(*) FROM assist_session
        WHERE unit = $1 AND volunteer = $2 AND opened_at >= $3 AND opened_at < $4";
    /// Why things could not be filed online.
    pub const REASONS: &str = "SELECT not_online, COUNT(*) FROM assist_session
        WHERE unit = $1 AND opened_at >= $2 AND opened_at < $3 GROUP BY not_online ORDER BY not_online";
    /// A note at the end of a shift.
    pub const SHIFT: &str =
        "INSERT INTO assist_shift (unit, volunteer, on_day, stumbled, at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (unit, on_day, volunteer) DO UPDATE SET stumbled = EXCLUDED.stumbled, at = EXCLUDED.at";
    /// The notes of a unit, newest first.
    pub const SHIFTS: &str = "SELECT volunteer, on_day, stumbled FROM assist_shift
        WHERE unit = $1 AND on_day >= $2 ORDER BY on_day DESC, volunteer";
    /// Erases what was typed and never received, and names, after their time.
    pub const ERASE: &str = "UPDATE assist_session SET content = '', name = ''
        WHERE opened_at < $1 AND (content <> '' OR name <> '')";
    /// Forgets codes of officers.
    pub const FORGET_INVITES: &str = "DELETE FROM assist_invite WHERE created_at < $1";
    /// All statements.
    pub const ALL: &[&str] = &[
        INVITE,
        USE_INVITE,
        OPEN,
        OPEN_OF,
        BY_CODE,
        BY_DOSSIER,
        PREPARED,
        TOUCH,
        KEEP,
        END,
        RECEIVED,
        HELPED,
        REASONS,
        SHIFT,
        SHIFTS,
        ERASE,
        FORGET_INVITES,
    ];
}

/// A session as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "times in milliseconds; named as the columns")]
pub struct SessionRow {
    pub id: String,
    pub unit: String,
    pub volunteer: String,
    pub volunteer_name: String,
    pub opening: String,
    pub reference: String,
    pub name: String,
    pub consent: String,
    pub heard_by: String,
    pub opened_at: i64,
    pub last_seen_at: i64,
    pub ended_at: Option<i64>,
    pub end_reason: String,
    pub code: String,
    pub procedure_code: Option<String>,
    pub content: String,
    pub submitted_at: Option<i64>,
    pub dossier_code: Option<String>,
    pub received_at: Option<i64>,
    pub not_online: String,
}

/// A code an officer gave.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as the columns")]
pub struct InviteRow {
    pub code: String,
    pub unit: String,
    pub name: String,
    pub officer: String,
    pub created_at: i64,
    pub expires_at: i64,
}

/// Keeps a code from an officer.
///
/// # Errors
/// [`StoreError::Unique`] on `assist_invite(code)` when the code is taken.
pub fn invite(tx: &mut Tx<'_>, row: &InviteRow) -> Result<(), StoreError> {
    let values = values![&row.code, &row.unit, &row.name, &row.officer, row.created_at, row.expires_at];
    tx.execute_one(sql::INVITE, &values)
}

/// Uses a code from an officer, once, and gives the person's name.
///
/// # Errors
/// [`StoreError`].
pub fn use_invite(
    tx: &mut Tx<'_>,
    code: &str,
    unit: &str,
    session: &str,
    now: i64,
) -> Result<Option<String>, StoreError> {
    tx.query_opt(sql::USE_INVITE, &values![code, unit, session, now])?.map(|row| row.text(0)).transpose()
}

/// Opens a session.
///
/// # Errors
/// [`StoreError::Unique`] on `assist_session(open_for)` when the volunteer helps somebody already.
pub fn open(tx: &mut Tx<'_>, row: &SessionRow, claim_mac: &[u8; 32]) -> Result<(), StoreError> {
    tx.execute_one(
        sql::OPEN,
        &values![
            &row.id,
            &row.unit,
            &row.volunteer,
            &row.volunteer_name,
            &row.opening,
            &row.reference,
            &row.name,
            &row.consent,
            &row.heard_by,
            row.opened_at,
            &row.code,
            claim_mac
        ],
    )
}

/// The session a volunteer has open.
///
/// # Errors
/// [`StoreError`].
pub fn find_open(tx: &mut Tx<'_>, volunteer: &str) -> Result<Option<SessionRow>, StoreError> {
    tx.query_opt(sql::OPEN_OF, &values![volunteer])?.map(|row| session(&row)).transpose()
}

/// A session by its code.
///
/// # Errors
/// [`StoreError`].
pub fn find_by_code(tx: &mut Tx<'_>, code: &str) -> Result<Option<SessionRow>, StoreError> {
    tx.query_opt(sql::BY_CODE, &values![code])?.map(|row| session(&row)).transpose()
}

/// The session that led to a dossier.
///
/// # Errors
/// [`StoreError`].
pub fn find_by_dossier(tx: &mut Tx<'_>, dossier: &str) -> Result<Option<SessionRow>, StoreError> {
    tx.query_opt(sql::BY_DOSSIER, &values![dossier])?.map(|row| session(&row)).transpose()
}

/// Forms of a unit that wait for an officer since an instant, oldest first.
///
/// # Errors
/// [`StoreError`].
pub fn list_prepared(
    tx: &mut Tx<'_>,
    unit: &str,
    since: i64,
    limit: usize,
) -> Result<Vec<SessionRow>, StoreError> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    tx.query(sql::PREPARED, &values![unit, since, limit])?.iter().map(session).collect()
}

/// Notes a press.
///
/// # Errors
/// [`StoreError`].
pub fn touch(tx: &mut Tx<'_>, id: &str, now: i64) -> Result<(), StoreError> {
    tx.execute(sql::TOUCH, &values![id, now]).map(|_| ())
}

/// Keeps what was typed; says whether it still could be.
///
/// # Errors
/// [`StoreError`].
pub fn keep(tx: &mut Tx<'_>, row: &SessionRow) -> Result<bool, StoreError> {
    let values =
        values![&row.id, row.procedure_code.as_deref(), &row.content, row.submitted_at, &row.not_online];
    Ok(tx.execute(sql::KEEP, &values)? == 1)
}

/// Ends a session; says whether it was open.
///
/// # Errors
/// [`StoreError`].
pub fn end(tx: &mut Tx<'_>, id: &str, now: i64, reason: &str) -> Result<bool, StoreError> {
    Ok(tx.execute(sql::END, &values![id, now, reason])? == 1)
}

/// Notes the dossier a prepared form became; says whether it was still waiting.
///
/// # Errors
/// [`StoreError`].
pub fn received(
    tx: &mut Tx<'_>,
    code: &str,
    unit: &str,
    dossier: &str,
    now: i64,
) -> Result<bool, StoreError> {
    Ok(tx.execute(sql::RECEIVED, &values![code, unit, dossier, now])? == 1)
}

/// How many a volunteer helped at a unit between two instants.
///
/// # Errors
/// [`StoreError`].
pub fn count_helped(
    tx: &mut Tx<'_>,
    unit: &str,
    volunteer: &str,
    from: i64,
    to: i64,
) -> Result<u64, StoreError> {
    tx.query_one(sql::HELPED, &values![unit, volunteer, from, to])?.int_as(0)
}

/// Why things could not be filed online at a unit between two instants: reason and number.
///
/// # Errors
/// [`StoreError`].
pub fn count_reasons(
    tx: &mut Tx<'_>,
    unit: &str,
    from: i64,
    to: i64,
) -> Result<Vec<(String, u32)>, StoreError> {
    tx.query(sql::REASONS, &values![unit, from, to])?
        .iter()
        .map(|row| Ok((row.text(0)?, row.int_as(1)?)))
        .collect()
}

/// Keeps a volunteer's note of a day.
///
/// # Errors
/// [`StoreError`].
pub fn note_shift(
    tx: &mut Tx<'_>,
    unit: &str,
    volunteer: &str,
    on_day: i64,
    stumbled: &str,
    now: i64,
) -> Result<(), StoreError> {
    tx.execute(sql::SHIFT, &values![unit, volunteer, on_day, stumbled, now]).map(|_| ())
}

/// Notes of a unit from a day on, newest first: volunteer, day, text.
///
/// # Errors
/// [`StoreError`].
pub fn list_shifts(
    tx: &mut Tx<'_>,
    unit: &str,
    from_day: i64,
) -> Result<Vec<(String, i64, String)>, StoreError> {
    tx.query(sql::SHIFTS, &values![unit, from_day])?
        .iter()
        .map(|row| Ok((row.text(0)?, row.int(1)?, row.text(2)?)))
        .collect()
}

/// Erases names and forms of sessions opened before an instant, and says of how many.
///
/// # Errors
/// [`StoreError`].
pub fn erase_before(tx: &mut Tx<'_>, before: i64) -> Result<u64, StoreError> {
    tx.execute(sql::FORGET_INVITES, &values![before])?;
    tx.execute(sql::ERASE, &values![before])
}

fn session(row: &Row) -> Result<SessionRow, StoreError> {
    Ok(SessionRow {
        id: row.text(0)?,
        unit: row.text(1)?,
        volunteer: row.text(2)?,
        volunteer_name: row.text(3)?,
        opening: row.text(4)?,
        reference: row.text(5)?,
        name: row.text(6)?,
        consent: row.text(7)?,
        heard_by: row.text(8)?,
        opened_at: row.int(9)?,
        last_seen_at: row.int(10)?,
        ended_at: row.opt_int(11)?,
        end_reason: row.text(12)?,
        code: row.text(13)?,
        procedure_code: row.opt_text(14)?,
        content: row.text(15)?,
        submitted_at: row.opt_int(16)?,
        dossier_code: row.opt_text(17)?,
        received_at: row.opt_int(18)?,
        not_online: row.text(19)?,
    })
}

//! What was quoted at reception, with what it was worked out from.

use crate::{StoreError, Tx, values};

/// Keeps a state once.
pub(super) const KEEP_STATE: &str =
    "INSERT INTO quote_state (sha256, content) VALUES ($1, $2) ON CONFLICT (sha256) DO NOTHING";
/// Reads it back.
pub(super) const STATE: &str = "SELECT content FROM quote_state WHERE sha256 = $1";
/// A quote.
pub(super) const INSERT: &str =
    "INSERT INTO quote (dossier_id, unit, procedure_code, on_day, at, state_sha256, seed,
    paths, percent, late_paths, allowed_ppm, ahead, officers, binding, ready_from, ready_by, deadline_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";
/// The quote of a dossier.
pub(super) const FIND: &str =
    "SELECT dossier_id, unit, procedure_code, on_day, at, state_sha256, seed, paths, percent,
    late_paths, allowed_ppm, ahead, officers, binding, ready_from, ready_by, deadline_at
    FROM quote WHERE dossier_id = $1";

/// Quotes after a dossier, in the order of identifiers.
pub(super) const LIST: &str =
    "SELECT dossier_id FROM quote WHERE dossier_id > $1 ORDER BY dossier_id LIMIT $2";

/// A quote as kept. Times are milliseconds since 1970.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as the columns")]
pub struct QuoteRow {
    pub dossier_id: String,
    pub unit: String,
    pub procedure_code: String,
    pub on_day: i64,
    pub at: i64,
    pub state_sha256: String,
    pub seed: i64,
    pub paths: i64,
    pub percent: u8,
    pub late_paths: i64,
    pub allowed_ppm: u32,
    pub ahead: u32,
    pub officers: u32,
    pub binding: Option<String>,
    pub ready_from: Option<i64>,
    pub ready_by: Option<i64>,
    pub deadline_at: i64,
}

/// Keeps the state a quote was worked out from, under its hash; keeping it twice is harmless.
///
/// # Errors
/// [`StoreError`].
pub fn keep_state(tx: &mut Tx<'_>, sha256: &str, content: &str) -> Result<(), StoreError> {
    tx.execute(KEEP_STATE, &values![sha256, content]).map(|_| ())
}

/// The state of a hash.
///
/// # Errors
/// [`StoreError`].
pub fn find_state(tx: &mut Tx<'_>, sha256: &str) -> Result<Option<String>, StoreError> {
    tx.query_opt(STATE, &values![sha256])?.map(|row| row.text(0)).transpose()
}

/// Keeps a quote.
///
/// # Errors
/// [`StoreError`].
pub fn insert_quote(tx: &mut Tx<'_>, row: &QuoteRow) -> Result<(), StoreError> {
    tx.execute_one(
        INSERT,
        &values![
            &row.dossier_id,
            &row.unit,
            &row.procedure_code,
            row.on_day,
            row.at,
            &row.state_sha256,
            row.seed,
            row.paths,
            row.percent,
            row.late_paths,
            row.allowed_ppm,
            row.ahead,
            row.officers,
            row.binding.clone(),
            row.ready_from,
            row.ready_by,
            row.deadline_at
        ],
    )
}

/// Dossiers with a quote after a dossier, in the order of identifiers.
///
/// # Errors
/// [`StoreError`].
pub fn list_quoted_ids(tx: &mut Tx<'_>, after: &str, limit: i64) -> Result<Vec<String>, StoreError> {
    tx.query(LIST, &values![after, limit])?.iter().map(|row| row.text(0)).collect()
}

/// The quote of a dossier, if one was given.
///
/// # Errors
/// [`StoreError`].
pub fn find_quote(tx: &mut Tx<'_>, dossier_id: &str) -> Result<Option<QuoteRow>, StoreError> {
    let Some(row) = tx.query_opt(FIND, &values![dossier_id])? else { return Ok(None) };
    Ok(Some(QuoteRow {
        dossier_id: row.text(0)?,
        unit: row.text(1)?,
        procedure_code: row.text(2)?,
        on_day: row.int(3)?,
        at: row.int(4)?,
        state_sha256: row.text(5)?,
        seed: row.int(6)?,
        paths: row.int(7)?,
        percent: row.int_as(8)?,
        late_paths: row.int(9)?,
        allowed_ppm: row.int_as(10)?,
        ahead: row.int_as(11)?,
        officers: row.int_as(12)?,
        binding: row.opt_text(13)?,
        ready_from: row.opt_int(14)?,
        ready_by: row.opt_int(15)?,
        deadline_at: row.int(16)?,
    }))
}

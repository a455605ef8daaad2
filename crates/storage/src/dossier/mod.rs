//! Dossiers: the read model beside the event log, written in the same transaction.

mod list;
mod row;
pub mod sql;

pub use list::{
    Counted, Listed, Position, Work, WorkSide, count_at, count_backlog, count_day, list_day, list_export,
    list_found, list_paused, list_work,
};
pub use row::{DossierRow, Facts, day_number};

use crate::event_log::{self, DossierKey, LogError};
use crate::{StoreError, Tx, values};
use domain::dossier::{Dossier, DossierCode, Recorded};
use domain::id::{DossierId, IdError};

/// Writes a new dossier: its key, its first event and its row.
///
/// # Errors
/// [`StoreError::Unique`] when the code or import key exists.
pub fn insert(
    tx: &mut Tx<'_>,
    dossier: &Dossier,
    facts: &Facts,
    key: &DossierKey,
    recorded: &Recorded,
) -> Result<(), StoreError> {
    event_log::new_key(tx, dossier.id, key)?;
    event_log::append(tx, dossier.receiving_unit(), key, recorded)?;
    tx.later(sql::INSERT, &row::insert_values(dossier, facts))
}

/// Writes what an event made of a dossier: the event and the row, held against the version that was read.
///
/// # Errors
/// [`StoreError::Conflict`] when somebody else was faster.
pub fn update(
    tx: &mut Tx<'_>,
    dossier: &Dossier,
    key: &DossierKey,
    recorded: &Recorded,
) -> Result<(), StoreError> {
    let before = dossier.version.saturating_sub(1);
    tx.execute_one(sql::UPDATE, &row::update_values(dossier, before))?;
    event_log::append(tx, dossier.receiving_unit(), key, recorded)
}

/// The identifier behind a printed code.
///
/// # Errors
/// [`LogError`].
pub fn find_id(tx: &mut Tx<'_>, code: &DossierCode) -> Result<Option<DossierId>, LogError> {
    id_of(tx, sql::ID_BY_CODE, crate::V::from(code.as_str()))
}

/// The identifier behind the token of a receipt's QR.
///
/// # Errors
/// [`LogError`].
pub fn find_id_by_token(tx: &mut Tx<'_>, token_hash: &[u8; 32]) -> Result<Option<DossierId>, LogError> {
    id_of(tx, sql::ID_BY_TOKEN, crate::V::from(token_hash))
}

/// The dossier that an imported row became.
///
/// # Errors
/// [`LogError`].
pub fn find_id_by_import(tx: &mut Tx<'_>, import_key: &str) -> Result<Option<DossierId>, LogError> {
    id_of(tx, sql::ID_BY_IMPORT, crate::V::from(import_key))
}

fn id_of(tx: &mut Tx<'_>, statement: &'static str, key: crate::V) -> Result<Option<DossierId>, LogError> {
    let row = tx.query_opt(statement, &[key])?;
    row.map(|row| row.text(0))
        .transpose()?
        .map(|text| text.parse())
        .transpose()
        .map_err(|e: IdError| e.into())
}

/// The row of a dossier by its printed code.
///
/// # Errors
/// [`StoreError`].
pub fn find_row(tx: &mut Tx<'_>, code: &DossierCode) -> Result<Option<DossierRow>, StoreError> {
    tx.query_opt(sql::ROW_BY_CODE, &values![code.as_str()])?.map(|row| DossierRow::read(&row)).transpose()
}

/// Whether a dossier is made up, by its identifier; an unknown one is not.
///
/// # Errors
/// [`StoreError`].
pub fn is_synthetic(tx: &mut Tx<'_>, dossier: &str) -> Result<bool, StoreError> {
    let row = tx.query_opt(sql::SYNTHETIC_BY_ID, &values![dossier])?;
    row.map_or(Ok(false), |row| Ok(row.int(0)? != 0))
}

/// The row of a dossier by the token of its receipt.
///
/// # Errors
/// [`StoreError`].
pub fn find_row_by_token(tx: &mut Tx<'_>, token_hash: &[u8; 32]) -> Result<Option<DossierRow>, StoreError> {
    tx.query_opt(sql::ROW_BY_TOKEN, &values![token_hash])?.map(|row| DossierRow::read(&row)).transpose()
}

/// Codes of dossiers that the same person handed in for the same procedure on that day.
///
/// # Errors
/// [`StoreError`].
pub fn list_same_person(
    tx: &mut Tx<'_>,
    applicant_mac: &[u8; 32],
    procedure: &str,
    received_on: i64,
) -> Result<Vec<String>, StoreError> {
    let rows = tx.query(sql::SAME_PERSON, &values![applicant_mac, procedure, received_on])?;
    rows.iter().map(|row| row.text(0)).collect()
}

/// Notes that the paper of the result is drawn and kept.
///
/// # Errors
/// [`StoreError`].
pub fn set_result_digitised(tx: &mut Tx<'_>, dossier: DossierId) -> Result<(), StoreError> {
    tx.execute(sql::RESULT_DIGITISED, &values![dossier.to_string()]).map(|_| ())
}

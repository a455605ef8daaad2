//! What the public may see of a dossier: stage, due time, counter. Nothing personal, and the same answer for an
//! unknown code as for a wrong PIN.

use crate::error::AppError;
use crate::{App, secret};
use domain::dossier::{DossierCode, Stage};
use domain::place::UnitCode;
use domain::promise::ReadyBetween;
use domain::time::from_ms;
use jiff::Timestamp;
use storage::dossier::DossierRow;
use storage::event_log::LogError;
use storage::{dossier, event_log, ledger};

/// The public view of a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// Its code.
    pub code: String,
    /// Where it stands.
    pub stage: Stage,
    /// The unit whose counter has it.
    pub unit: UnitCode,
    /// The promised hour, or the due time under the law.
    pub due_at: Timestamp,
    /// When the result is expected, where that was told.
    pub ready: Option<ReadyBetween>,
    /// Whether that is a promise of the programme.
    pub promised: bool,
    /// When it was received.
    pub received_at: Timestamp,
    /// When the result was ready.
    pub finished_at: Option<Timestamp>,
    /// Whether a fee is still to be paid.
    pub fee_due: bool,
    /// Made from a seed.
    pub synthetic: bool,
}

/// The public view of a result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifiedResult {
    /// Its number.
    pub number: String,
    /// The unit that issued it.
    pub unit: UnitCode,
    /// The procedure's code.
    pub procedure: String,
    /// When it was approved.
    pub approved_at: Timestamp,
    /// Who signed.
    pub signer: String,
    /// Hash of what was decided.
    pub content_sha256: String,
    /// Hash of the paper, once it was drawn.
    pub paper_sha256: Option<String>,
    /// When it was revoked.
    pub revoked_at: Option<Timestamp>,
    /// Made up: issued by a demo.
    pub synthetic: bool,
}

/// Looks a dossier up by its code and PIN.
///
/// # Errors
/// [`AppError::NotFound`] for an unknown code, a text that is no code, and a wrong PIN alike.
pub async fn by_code(app: &App, typed_code: &str, typed_pin: &str) -> Result<Status, AppError> {
    let missing = AppError::NotFound { what: "dossier" };
    let code = DossierCode::parse(typed_code);
    let typed_pin = typed_pin.to_owned();
    let keys = app.keys.clone();
    // The work is the same whether the code exists or not: a made-up one is looked up, a made-up key compared.
    let code = code.unwrap_or_else(|_| DossierCode::recorded(String::from("-")));
    let found = app
        .store
        .read(move |tx| {
            let row = dossier::find_row(tx, &code)?;
            let key = match row.as_ref().and_then(|row| row.id.parse().ok()) {
                Some(id) => event_log::find_key(tx, id)?,
                None => None,
            };
            let key = key.unwrap_or_else(|| event_log::DossierKey(keys.person("nobody")));
            let matches = secret::pin_matches(&secret::pin(&key), &typed_pin);
            let row = row.filter(|_| matches);
            let ready = row.as_ref().map(|row| ready(tx, row)).transpose()?.flatten();
            Ok::<_, LogError>(row.zip(Some(ready)))
        })
        .await?;
    found.and_then(|(row, ready)| status(&row, ready)).ok_or(missing)
}

/// Looks a dossier up by the token of its receipt's QR.
///
/// # Errors
/// [`AppError::NotFound`].
pub async fn by_token(app: &App, token: &str) -> Result<Status, AppError> {
    let hash = secret::token_hash(&secret::normal(token));
    let found = app.store.read(move |tx| {
        let row = dossier::find_row_by_token(tx, &hash)?;
        let ready = row.as_ref().map(|row| ready(tx, row)).transpose()?.flatten();
        Ok::<_, storage::StoreError>(row.zip(Some(ready)))
    });
    let found = found.await.map_err(AppError::Store)?;
    found.and_then(|(row, ready)| status(&row, ready)).ok_or(AppError::NotFound { what: "dossier" })
}

/// What was issued, by whom, and whether it stands.
///
/// # Errors
/// [`AppError::NotFound`].
pub async fn verify_result(app: &App, token: &str) -> Result<VerifiedResult, AppError> {
    let missing = || AppError::NotFound { what: "result" };
    let hash = secret::token_hash(&secret::normal(token));
    let found = app.store.read(move |tx| {
        let row = ledger::find_result_by_token(tx, &hash)?;
        row.map(|row| Ok((dossier::is_synthetic(tx, &row.dossier_id)?, row))).transpose()
    });
    let (synthetic, row) = found.await.map_err(AppError::Store)?.ok_or_else(missing)?;
    Ok(VerifiedResult {
        number: row.number,
        unit: row.unit.parse().map_err(|_| missing())?,
        procedure: row.procedure_code,
        approved_at: from_ms(row.approved_at),
        signer: row.signer,
        content_sha256: row.content_sha256,
        paper_sha256: row.paper_sha256,
        revoked_at: row.revoked_at.map(from_ms),
        synthetic,
    })
}

/// The hour told at reception, while its promise stands.
fn ready(tx: &mut storage::Tx<'_>, row: &DossierRow) -> Result<Option<ReadyBetween>, storage::StoreError> {
    if !row.same_day_promised {
        return Ok(None);
    }
    let quoted = storage::watch::find_quote(tx, &row.id)?;
    Ok(quoted.and_then(|row| crate::watch::quote::told(&row).ready))
}

fn status(row: &DossierRow, ready: Option<ReadyBetween>) -> Option<Status> {
    Some(Status {
        code: row.code.clone(),
        stage: Stage::from_name(&row.stage)?,
        unit: row.receiving_unit.parse().ok()?,
        due_at: from_ms(row.commitment_due_at.unwrap_or(row.statutory_due_at)),
        ready,
        promised: row.commitment_due_at.is_some(),
        received_at: from_ms(row.received_at),
        finished_at: row.finished_at.map(from_ms),
        fee_due: row.fee_due > 0,
        synthetic: row.synthetic,
    })
}

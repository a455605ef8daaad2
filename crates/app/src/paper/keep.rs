//! Results as files: drawn once, kept by hash, read for ever.
//!
//! The first drawing to reach the ledger wins; a second one that raced it gives back the first one's bytes.

use super::frame::Office;
use super::result::{Decided, document};
use super::{Pdf, draw, file_name};
use crate::error::AppError;
use crate::handle::load;
use crate::{Actor, App, read, secret};
use documents::Document;
use domain::dossier::{Dossier, DossierCode, Event, Outcome, Recorded, Refusal, Standing};
use domain::id::DossierId;
use domain::time::to_ms;
use jiff::Timestamp;
use std::io;
use storage::ledger::{self, ResultRow};
use storage::{dossier, event_log};

/// Who reads a result.
#[derive(Debug, Clone, Copy)]
pub enum ResultReader<'a> {
    /// Staff with a right to the dossier.
    Staff(&'a Actor, &'a DossierCode),
    /// Whoever has the token of the QR on the paper.
    Token(&'a str),
}

/// A result's paper as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// SHA-256 of the bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

const MISSING: AppError = AppError::NotFound { what: "result" };

/// The result of a dossier as PDF, the same bytes at every reading.
///
/// Staff may read a revoked result, under a name that says so; the public may not.
///
/// # Errors
/// [`AppError::NotFound`] before approval, for an unknown token, and where staff has no right to the dossier;
/// [`AppError::Refused`] with [`Refusal::RevokedBefore`] for a token of a revoked result.
pub async fn result(app: &App, reader: ResultReader<'_>) -> Result<Pdf, AppError> {
    let (id, code) = match reader {
        ResultReader::Staff(actor, code) => {
            let page = read::dossier(app, actor, code).await?;
            (page.dossier.id, code.as_str().to_owned())
        }
        ResultReader::Token(token) => by_token(app, token).await?,
    };
    let found = find(app, id).await?;
    let revoked = found.is_revoked();
    let paper = kept(app, found).await?;
    let kind = if revoked { "DA-THU-HOI-ket-qua" } else { "ket-qua" };
    Ok(Pdf { bytes: paper.bytes, file_name: file_name(kind, &code) })
}

/// Draws and keeps the paper of a dossier's result unless that was done before.
///
/// # Errors
/// [`AppError::NotFound`] before approval.
pub async fn ensure_paper(app: &App, id: DossierId) -> Result<Paper, AppError> {
    let found = find(app, id).await?;
    kept(app, found).await
}

async fn by_token(app: &App, token: &str) -> Result<(DossierId, String), AppError> {
    let hash = secret::token_hash(&secret::normal(token));
    let row = app.store.read(move |tx| ledger::find_result_by_token(tx, &hash)).await;
    let row = row.map_err(AppError::Store)?.ok_or(MISSING)?;
    if row.revoked_at.is_some() {
        return Err(Refusal::RevokedBefore.into());
    }
    let id: DossierId = row.dossier_id.parse().map_err(|_| MISSING)?;
    let found = find(app, id).await?;
    // A result that another one replaced does not stand either.
    if found.row.number != row.number || found.is_revoked() {
        return Err(Refusal::RevokedBefore.into());
    }
    Ok((id, found.state.code().as_str().to_owned()))
}

/// A dossier with its result.
struct Found {
    state: Dossier,
    story: Vec<Recorded>,
    row: ResultRow,
}

impl Found {
    fn is_revoked(&self) -> bool {
        let standing = self.state.result.as_ref().map(|result| &result.standing);
        self.row.revoked_at.is_some() || matches!(standing, Some(Standing::Revoked { .. }))
    }

    /// The decision that the result came from.
    fn decision(&self) -> Option<(Timestamp, Outcome, &str)> {
        self.story.iter().rev().find_map(|recorded| {
            let Event::Approved { outcome, reason, result: _ } = &recorded.event else { return None };
            Some((recorded.at, *outcome, reason.as_str()))
        })
    }
}

async fn find(app: &App, id: DossierId) -> Result<Found, AppError> {
    app.store
        .read(move |tx| {
            let state = load(tx, id)?.state;
            let number = state.result.as_ref().map(|result| result.number.to_string()).ok_or(MISSING)?;
            let row = ledger::find_result(tx, &id.to_string(), &number)?.ok_or(MISSING)?;
            Ok(Found { story: event_log::list_of(tx, id)?, state, row })
        })
        .await
}

/// The bytes that are kept, or drawn and kept now.
async fn kept(app: &App, found: Found) -> Result<Paper, AppError> {
    if let Some(sha256) = found.row.paper_sha256.clone() {
        return match get(app, sha256.clone()).await {
            Err(AppError::Io(error)) if error.kind() == io::ErrorKind::NotFound => {
                redraw(app, &found, sha256).await
            }
            other => other,
        };
    }
    let drawn = draw(drawing(app, &found)?).await?;
    let (bytes, pages) = (drawn.pdf, u32::try_from(drawn.pages).unwrap_or(u32::MAX));
    let sha256 = put(app, bytes.clone()).await?;
    let (id, number) = (found.state.id, found.row.number.clone());
    let (noted, size, now) = (sha256.clone(), bytes.len() as u64, to_ms(app.clock.now()));
    let first = app
        .store
        .write(move |tx| {
            ledger::note_blob(tx, &noted, "application/pdf", size, pages, now)?;
            let first = ledger::set_paper(tx, &id.to_string(), &number, &noted)?;
            if first {
                dossier::set_result_digitised(tx, id)?;
            }
            let row = ledger::find_result(tx, &id.to_string(), &number)?.ok_or(MISSING)?;
            Ok::<_, AppError>(row.paper_sha256.filter(|_| !first))
        })
        .await?;
    match first {
        Some(earlier) if earlier != sha256 => get(app, earlier).await,
        Some(_) | None => Ok(Paper { sha256, bytes }),
    }
}

/// A paper whose bytes were lost is drawn again, and given out only if it is the same to the bit.
async fn redraw(app: &App, found: &Found, sha256: String) -> Result<Paper, AppError> {
    let bytes = draw(drawing(app, found)?).await?.pdf;
    if secret::sha256_hex(&bytes) != sha256 {
        let lost = "the kept paper is lost and a new drawing differs from it";
        return Err(AppError::Io(io::Error::new(io::ErrorKind::NotFound, lost)));
    }
    put(app, bytes.clone()).await?;
    Ok(Paper { sha256, bytes })
}

fn drawing(app: &App, found: &Found) -> Result<Document, AppError> {
    let policy = app.policy();
    let (at, outcome, reason) = found.decision().ok_or(MISSING)?;
    let result = found.state.result.as_ref().ok_or(MISSING)?;
    let procedure = &found.state.reception.procedure;
    let version = policy
        .version(&procedure.code, procedure.version)
        .ok_or(AppError::NotFound { what: "procedure version" })?;
    let token = app.keys.result_token(found.state.id, &found.row.number);
    document(&Decided {
        dossier: &found.state,
        result,
        version,
        office: Office::at(&policy, found.state.deciding_unit(), at)?,
        at,
        outcome,
        reason,
        check_url: format!("{}/kiem-chung/{token}", app.config.public_url),
    })
}

async fn get(app: &App, sha256: String) -> Result<Paper, AppError> {
    let (files, wanted) = (app.files.clone(), sha256.clone());
    let reading = tokio::task::spawn_blocking(move || files.get(&wanted)).await;
    let bytes = reading.map_err(io::Error::other)??;
    Ok(Paper { sha256, bytes })
}

async fn put(app: &App, bytes: Vec<u8>) -> Result<String, AppError> {
    let files = app.files.clone();
    let writing = tokio::task::spawn_blocking(move || {
        let sha256 = secret::sha256_hex(&bytes);
        files.put(&sha256, &bytes).map(|()| sha256)
    });
    Ok(writing.await.map_err(io::Error::other)??)
}

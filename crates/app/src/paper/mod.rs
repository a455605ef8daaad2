//! Papers of the office: from dossiers to PDF.
//!
//! Receipts, slips and lists are drawn when somebody asks, from what is recorded. A result is drawn once: its bytes are
//! kept by their hash, the ledger names the hash, and every later reading gives the same bytes. Official papers are in
//! Vietnamese, and names of units and signers are those of the day on the paper.
//!
//! | paper | use case |
//! |---|---|
//! | form 01 | [`receipt`] |
//! | forms 02, 03 without reception | [`slip`] |
//! | form 02 of a dossier | [`supplement_slip`] |
//! | form 04 | [`apology`] |
//! | form 05 | [`control_slip`] |
//! | the result | [`result`], [`ensure_paper`], [`hand_back`] |
//! | the list on the wall | [`no_wait_notice`] |
//! | the day's report | [`day_close`] |

mod apology;
mod control;
mod day_close;
mod frame;
mod hand_back;
mod keep;
mod layout;
mod notice;
mod promise;
mod receipt;
mod result;
mod slip;
mod supplement;
#[cfg(test)]
mod tests;
mod wording;

pub use apology::apology;
pub use control::control_slip;
pub use day_close::day_close;
pub use documents::PaperSize;
pub use hand_back::hand_back;
pub use keep::{Paper, ResultReader, ensure_paper, result};
pub use notice::no_wait_notice;
pub use promise::{Explained, Told, explain};
pub use receipt::receipt;
pub use slip::slip;
pub use supplement::supplement_slip;

use crate::error::AppError;
use documents::{Document, Rendered};
use tokio::sync::Semaphore;

/// A finished paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// A name to save it under, without a path: letters, digits, dots and hyphens.
    pub file_name: String,
}

/// How many papers are drawn at once: each holds a core and some megabytes.
static DRAWING: Semaphore = Semaphore::const_new(2);

/// Draws beside the asynchronous tasks, two at a time; whoever gives up waiting leaves no work behind in the queue.
async fn draw(document: Document) -> Result<Rendered, AppError> {
    let permit = DRAWING.acquire().await.map_err(|error| AppError::Document(error.to_string()))?;
    let drawing = tokio::task::spawn_blocking(move || {
        let _held_while_drawing = permit;
        documents::render(&document)
    });
    let drawn = drawing.await.map_err(|error| AppError::Document(error.to_string()))?;
    drawn.map_err(|error| AppError::Document(error.to_string()))
}

/// Draws and names a paper.
async fn pdf(document: Document, kind: &str, code: &str) -> Result<Pdf, AppError> {
    Ok(Pdf { bytes: draw(document).await?.pdf, file_name: file_name(kind, code) })
}

fn file_name(kind: &str, code: &str) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-') { c } else { '-' };
    format!("{kind}-{}.pdf", code.chars().map(safe).collect::<String>())
}

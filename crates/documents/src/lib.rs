//! Every paper the one-stop shop hands out, drawn as tagged, archivable PDF.
//!
//! The crate knows nothing of dossiers, offices or law: it takes plain values with the text already
//! formatted and returns bytes. Layout lives in `templates/`, embedded into the binary; the data reaches a
//! template only as values, never as source, so nothing a citizen types can become markup.
//!
//! The same input gives the same bytes: the time comes from the caller and identifiers are derived from the
//! document, so a SHA-256 taken once is true for every later drawing by the same release. A new release may
//! compress or set differently: whoever must prove a paper for years keeps the bytes, not only the hash.

mod engine;
mod error;
mod model;
mod qr;
pub mod samples;
pub mod wording;

pub use error::{DocumentError, MissingPlaceholder};
pub use model::*;
pub use qr::qr_svg;
pub use wording::fill;

/// Names the templates; stored beside a document's hash to say what drew it. Raise it with every change of
/// layout or wording.
pub const TEMPLATE_VERSION: &str = "1";

/// A finished document.
#[derive(Debug, Clone)]
pub struct Rendered {
    /// The file: PDF/A-2a and PDF/UA-1 at once.
    pub pdf: Vec<u8>,
    /// Pages in the file.
    pub pages: usize,
    /// Characters the fonts cannot show, printed as a hollow square instead.
    pub replaced_characters: usize,
    /// [`TEMPLATE_VERSION`] at the time of drawing.
    pub template_version: &'static str,
}

/// Draws `document` as PDF/A-2a and PDF/UA-1.
///
/// Costs milliseconds of one core and some megabytes while it runs: call it from a bounded pool, not from an
/// asynchronous task.
///
/// # Errors
/// [`DocumentError::TooLarge`] or [`DocumentError::TooManyPages`] when the input is out of proportion,
/// [`DocumentError::Untitled`] for a result or notice without a title,
/// [`DocumentError::Qr`] when an address does not fit a QR code, [`DocumentError::Time`] for a time that does
/// not exist; the remaining variants mean a fault in a template of this crate.
pub fn render(document: &Document) -> Result<Rendered, DocumentError> {
    engine::render(document)
}

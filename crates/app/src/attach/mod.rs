//! Papers brought by people, kept as files: PDF and JPEG only, by hash, served as attachments.
//!
//! What a file is, its content says, never its name. A PDF is opened only in a child process with little memory and
//! little time ([`worker`]): a file made to break its reader breaks a child and no server. A JPEG is walked here, segment
//! by segment, without decoding; where and with what it was taken is cut out, which way up it is stays.
//!
//! | step | where |
//! |---|---|
//! | kind by content | `sniff` |
//! | JPEG: size, and cutting out EXIF | `jpeg` |
//! | PDF: pages, in the child | [`worker`], [`Inspector`] |
//! | keeping, adding to a dossier, reading back | [`keep`], [`attach`], [`open`] |

mod files;
mod inspector;
mod jpeg;
mod name;
mod sniff;
#[cfg(test)]
mod tests;
pub mod worker;

pub use files::{Opened, attach, keep, kept, open};
pub use inspector::{InProcess, Inspect, Inspector};

use crate::error::FileProblem;
use crate::secret::sha256_hex;
use sniff::Kind;

/// A file that may be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspected {
    /// `application/pdf` or `image/jpeg`, by content.
    pub media_type: &'static str,
    /// Pages of a PDF; 1 for a picture.
    pub pages: u32,
    /// The bytes to keep: of a PDF as they came, of a picture without EXIF.
    pub bytes: Vec<u8>,
    /// SHA-256 of the bytes to keep, in lower-case hexadecimal.
    pub sha256: String,
    /// A name that is safe in any folder and header.
    pub safe_name: String,
}

/// Looks at a file. Blocks while a PDF is counted: call it beside the asynchronous tasks.
///
/// # Errors
/// [`FileProblem`] says why the file is not taken.
pub fn inspect(
    inspector: &dyn Inspect,
    bytes: Vec<u8>,
    name: &str,
    limit_bytes: usize,
) -> Result<Inspected, FileProblem> {
    if bytes.len() > limit_bytes {
        return Err(FileProblem::TooLarge { limit_bytes });
    }
    let kind = sniff::kind(&bytes)?;
    let (bytes, pages) = match kind {
        Kind::Pdf => {
            let pages = inspector.pdf_pages(&bytes)?;
            (bytes, pages)
        }
        Kind::Jpeg => (jpeg::clean(&bytes)?, 1),
    };
    Ok(Inspected {
        media_type: kind.media_type(),
        pages,
        sha256: sha256_hex(&bytes),
        safe_name: name::safe(name, kind.extension()),
        bytes,
    })
}

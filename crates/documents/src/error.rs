//! What can go wrong while drawing a document.

/// Why a document was not drawn.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// The input holds more text than any such paper can need.
    #[error("document has {bytes} bytes of text; at most {limit} are drawn")]
    TooLarge {
        /// Bytes of text in the input.
        bytes: usize,
        /// The most this crate draws.
        limit: usize,
    },
    /// The drawn document is longer than any such paper can need.
    #[error("document has {pages} pages; at most {limit} are drawn")]
    TooManyPages {
        /// Pages it came to.
        pages: usize,
        /// The most this crate draws.
        limit: usize,
    },
    /// A result or notice without a title: nobody could tell what it is, and the standard forbids it.
    #[error("document has no title")]
    Untitled,
    /// The address of the QR code does not fit.
    #[error("address for the QR code cannot be encoded: {0}")]
    Qr(String),
    /// The time of drawing is not a real date and time.
    #[error("time of drawing is not a real time: {0}")]
    Time(String),
    /// The input could not be turned into values for the template.
    #[error("document values cannot be prepared: {0}")]
    Values(#[from] serde_json::Error),
    /// A font or template shipped with this crate is unusable.
    #[error("embedded resource is unusable: {0}")]
    Resource(&'static str),
    /// The template was refused by the typesetter.
    #[error("template {template} cannot be laid out: {message}")]
    Layout {
        /// Name of the template.
        template: &'static str,
        /// Messages of the typesetter.
        message: String,
    },
    /// The laid out document breaks the archive or accessibility standard.
    #[error("template {template} cannot be exported: {message}")]
    Export {
        /// Name of the template.
        template: &'static str,
        /// Messages of the exporter.
        message: String,
    },
}

/// A wording names a placeholder nobody gave a value for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("wording needs a value for {{{name}}}")]
pub struct MissingPlaceholder {
    /// Name between the braces; the rest of the text when a brace is never closed.
    pub name: String,
}

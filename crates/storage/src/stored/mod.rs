//! Stored formats of event payloads: versioned types of their own, never the domain's.
//!
//! A payload is JSON beside the event; its format number stands in the row. Format 1 is written today; a new format
//! gets new types here, and the old ones stay readable for ever. Unknown fields are refused, so that a log written
//! by a newer program is noticed and not half understood.

mod event;
mod names;
mod part;
mod person;
mod reception;
mod ticket;

pub use event::{FORMAT, decode, encode};
pub use ticket::{FORMAT as TICKET_FORMAT, decode_ticket, encode_ticket};

/// Why a stored payload cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum Undecodable {
    /// A format this program does not know.
    #[error("payload format {0} is newer than this program")]
    Format(i64),
    /// Not the JSON it should be.
    #[error("a payload of kind `{kind}` cannot be read")]
    Json {
        /// The event's kind.
        kind: String,
        /// What the parser says.
        #[source]
        source: serde_json::Error,
    },
    /// A name that stands for nothing we know.
    #[error("`{value}` is not a {what}")]
    Name {
        /// What it should name.
        what: &'static str,
        /// What was found.
        value: String,
    },
}

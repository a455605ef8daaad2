//! Typed identifiers: one type per concept, printed with a prefix, never interchangeable.
//!
//! Random identifiers are 128 bits whose first 48 hold the millisecond of creation, so that they sort by age.
//! The caller supplies both parts: this crate reads neither a clock nor a random source.

use std::fmt;
use std::str::FromStr;

/// Why a text is not an identifier of the expected kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not an identifier that starts with `{prefix}_`")]
pub struct IdError {
    /// What was read.
    pub text: String,
    /// The prefix that was expected.
    pub prefix: &'static str,
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident $prefix:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(ulid::Ulid);

        impl $name {
            /// The prefix of the printed form.
            pub const PREFIX: &'static str = $prefix;

            /// Builds an identifier from the millisecond of creation (Unix time) and 80 random bits.
            pub const fn from_parts(unix_ms: u64, random: u128) -> Self {
                Self(ulid::Ulid::from_parts(unix_ms, random))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "_{}"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                text.strip_prefix(concat!($prefix, "_"))
                    .and_then(|rest| ulid::Ulid::from_string(rest).ok())
                    .map(Self)
                    .ok_or_else(|| IdError { text: text.chars().take(64).collect(), prefix: $prefix })
            }
        }
    )*};
}

ids! {
    /// One dossier (hồ sơ), for ever; the printed number is [`crate::dossier::DossierCode`].
    DossierId "dos";
    /// One ticket of the queue; the printed number is [`crate::queue::TicketNumber`].
    TicketId "tkt";
    /// A staff account.
    AccountId "acc";
    /// One log-in of one account.
    SessionId "ses";
    /// A token for a program.
    TokenId "tok";
    /// A form kept before it was sent.
    DraftId "drf";
    /// A message waiting for the outside world.
    OutboxId "out";
    /// A file kept for a component.
    FileId "fil";
    /// An appointment, or a place on the waiting list for one.
    BookingId "bok";
    /// Closed hours of appointments.
    ClosureId "clo";
    /// A visit during which a volunteer helps one person.
    AssistId "hlp";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_with_prefix_and_reads_back() {
        let id = DossierId::from_parts(1_706_832_000_000, 7);
        assert!(id.to_string().starts_with("dos_"));
        assert_eq!(id.to_string().parse(), Ok(id));
    }

    #[test]
    fn another_kind_is_refused() {
        let account = AccountId::from_parts(1, 1).to_string();
        assert!(account.parse::<DossierId>().is_err());
    }
}

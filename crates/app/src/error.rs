//! What a use case can answer instead of doing what was asked.

use domain::dossier::Refusal;
use domain::permit::Denied;
use domain::promise::PromiseError;
use jiff::Timestamp;
use storage::StoreError;
use storage::event_log::LogError;

/// A use case did not do what was asked; nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// No right to it. Shown like [`AppError::NotFound`] where existence itself would tell something.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// A rule said no.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// There is no such thing.
    #[error("there is no such {what}")]
    NotFound {
        /// What was looked for.
        what: &'static str,
    },
    /// Somebody changed it meanwhile.
    #[error("it was changed meanwhile")]
    Stale {
        /// By whom, as pages show it.
        by: String,
        /// When.
        at: Timestamp,
    },
    /// The same person handed in the same thing today.
    #[error("the same person handed in the same procedure today")]
    Duplicate {
        /// Codes of the earlier dossiers.
        codes: Vec<String>,
    },
    /// The promise could not be computed.
    #[error(transparent)]
    Promise(#[from] PromiseError),
    /// A request key was used before for something else.
    #[error("the request key was used before for another request")]
    KeyReused,
    /// The policy has no answer: the procedure is not offered at this unit, or nowhere.
    #[error("this procedure is not offered here")]
    NotOffered,
    /// A pack has errors or contradicts another.
    #[error(transparent)]
    Policy(Box<crate::policy::PolicyError>),
    /// The file cannot be taken.
    #[error(transparent)]
    File(#[from] FileProblem),
    /// The password must be entered again first.
    #[error("the password must be entered again")]
    ConfirmFirst,
    /// The promise is later now than the one that was told to the applicant.
    #[error("the promise is later now than the one that was told")]
    PromiseChanged,
    /// The database failed.
    #[error(transparent)]
    Store(StoreError),
    /// The log cannot be read.
    #[error(transparent)]
    Log(LogError),
    /// The file store failed.
    #[error("a file could not be read or kept")]
    Io(#[from] std::io::Error),
    /// A document could not be drawn.
    #[error("a document could not be drawn: {0}")]
    Document(String),
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FileProblem {
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// Larger than the limit.
    #[error("the file is larger than {limit_bytes} bytes")]
    TooLarge {
        /// The limit.
        limit_bytes: usize,
    },
    /// Neither PDF nor JPEG, whatever its name says.
    #[error("the file is neither PDF nor JPEG")]
    Kind,
    /// A HEIC picture of a phone.
    #[error("the file is a HEIC picture")]
    Heic,
    /// Locked with a password.
    #[error("the PDF is locked")]
    Locked,
    /// Broken, or too much for the inspector.
    #[error("the file cannot be read")]
    Unreadable,
}

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<LogError> for AppError {
    fn from(error: LogError) -> Self {
        match error {
            LogError::Store(error) => Self::Store(error),
            other @ (LogError::Undecodable(_)
            | LogError::Corrupt(_)
            | LogError::Ticket(_)
            | LogError::Id(_)
            | LogError::Unknown { .. }) => Self::Log(other),
        }
    }
}

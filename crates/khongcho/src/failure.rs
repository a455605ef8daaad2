//! How a command ends when it does not succeed: refused with a reason (1) or used wrongly (2).

use std::fmt;

/// Why a command stops. Its text was written for the person who called it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// What was asked cannot be done; exit code 1.
    Refused(String),
    /// The command was called wrongly; exit code 2, as clap uses it.
    Usage(String),
}

impl Failure {
    /// A refusal with its reason.
    pub fn refused(reason: impl Into<String>) -> Self {
        Self::Refused(reason.into())
    }

    /// A wrong call and what would be right.
    pub fn usage(reason: impl Into<String>) -> Self {
        Self::Usage(reason.into())
    }

    /// The exit code of the process.
    pub const fn code(&self) -> u8 {
        match self {
            Self::Refused(_) => 1,
            Self::Usage(_) => 2,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::Refused(reason) | Self::Usage(reason)) = self;
        f.write_str(reason)
    }
}

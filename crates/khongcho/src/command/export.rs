//! `khongcho export`: everything needed to recompute every figure from outside.

use clap::{Args, Subcommand, ValueEnum};

use crate::context::Context;
use crate::failure::Failure;

/// Arguments of `export`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// What to give out.
    #[command(subcommand)]
    pub action: Action,
}

/// What can be given out.
#[derive(Debug, Subcommand)]
pub enum Action {
    /// One line for each dossier
    Dossiers {
        /// Form of the lines
        #[arg(long, default_value = "ndjson")]
        format: Lines,
    },
    /// One line for each event, in the order of the chains
    Events {
        /// Form of the lines
        #[arg(long, default_value = "ndjson")]
        format: Lines,
    },
}

/// Form of the lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Lines {
    /// A JSON object a line
    Ndjson,
    /// Comma-separated values with a head
    Csv,
}

/// Gives out dossiers or events on standard output.
///
/// # Errors
/// [`Failure::Refused`] when the database cannot be read.
pub async fn run(_context: &Context, arguments: Arguments) -> Result<(), Failure> {
    let (Action::Dossiers { format } | Action::Events { format }) = arguments.action;
    Err(Failure::refused(format!("{format:?} cannot be written yet")))
}

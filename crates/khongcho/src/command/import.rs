//! `khongcho import`: registers of earlier dossiers.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::context::Context;
use crate::failure::Failure;

/// Arguments of `import`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// What to take over.
    #[command(subcommand)]
    pub action: Action,
}

/// What can be taken over.
#[derive(Debug, Subcommand)]
pub enum Action {
    /// A register of earlier dossiers: all of it or nothing, with every problem by row and column
    Dossiers {
        /// The register (CSV or XLSX)
        file: PathBuf,
        /// Only say what would be taken over, and every problem
        #[arg(long)]
        preview: bool,
    },
}

/// Takes a register over.
///
/// # Errors
/// [`Failure::Refused`] with every problem of the register.
pub async fn run(_context: &Context, arguments: Arguments) -> Result<(), Failure> {
    let Action::Dossiers { file, .. } = arguments.action;
    Err(Failure::refused(format!("{}: registers cannot be read yet", file.display())))
}

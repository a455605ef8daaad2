//! `khongcho man`: manual pages.

use std::path::PathBuf;

use clap::{Args, CommandFactory};
use clap_mangen::Man;

use crate::cli::Cli;
use crate::failure::Failure;
use crate::output;

/// Arguments of `man`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Write a page for each command into this folder instead of printing the first one
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
}

/// Prints the manual page, or writes all of them.
///
/// # Errors
/// [`Failure::Refused`] when the folder cannot be written.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let refused = |error: std::io::Error| Failure::refused(error.to_string());
    match &arguments.folder {
        Some(folder) => {
            std::fs::create_dir_all(folder).map_err(refused)?;
            clap_mangen::generate_to(Cli::command(), folder).map_err(refused)
        }
        None => {
            let mut page = Vec::new();
            Man::new(Cli::command()).render(&mut page).map_err(refused)?;
            output::raw(&page);
            Ok(())
        }
    }
}

//! `khongcho completions`: what a shell needs to complete the command line.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use crate::cli::Cli;
use crate::failure::Failure;
use crate::output;

/// Arguments of `completions`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Which shell
    pub shell: Shell,
}

/// Prints the completions.
///
/// # Errors
/// None; the signature is that of every command.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Cli::command(), "khongcho", &mut script);
    output::raw(&script);
    Ok(())
}

//! The binary: commands, configuration and wiring.
//!
//! | module | concept |
//! |---|---|
//! | [`cli`] | the command line as clap reads it |
//! | [`config`] | flags, environment and file as typed settings |
//! | [`context`] | what a command stands on: settings, language, database, policy, product |
//! | [`command`] | one file a command |
//! | [`server`] | listening, serving, stopping, hourly work |
//! | [`demo_clock`] | the clock of the demo |
//! | [`failure`] | how a command ends when it does not succeed |
//! | [`output`] | printing texts, JSON and progress |

mod cli;
mod command;
mod config;
mod context;
mod demo_clock;
mod failure;
mod logging;
mod output;
mod server;

use std::process::ExitCode;

use clap::Parser;

use crate::cli::Cli;
use crate::context::Context;
use crate::failure::Failure;

fn main() -> ExitCode {
    // An untrusted file is counted in a child of its own, which knows nothing but the file.
    if std::env::args_os().nth(1).is_some_and(|argument| argument == app::attach::worker::COMMAND) {
        let done = app::attach::worker::run(std::io::stdin().lock(), std::io::stdout());
        return if done.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    match run(Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            output::complain(&failure.to_string());
            ExitCode::from(failure.code())
        }
    }
}

fn run(cli: Cli) -> Result<(), Failure> {
    let settings = config::read(&cli.shared, cli.command.overrides())?;
    logging::start(&settings)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::refused(format!("cannot start: {error}")))?;
    runtime.block_on(command::run(cli.command, Context::new(settings)))
}

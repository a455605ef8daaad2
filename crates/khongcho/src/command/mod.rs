//! One file a command: its arguments and what it does.

pub mod catalogue;
pub mod completions;
pub mod deadline;
pub mod demo;
pub mod doctor;
pub mod export;
mod format;
pub mod import;
pub mod man;
pub mod migrate;
pub mod openapi;
pub mod promise;
pub mod serve;
pub mod simulate;
pub mod user;
pub mod verify;

use crate::cli::Command;
use crate::context::Context;
use crate::failure::Failure;

/// Runs a command.
///
/// # Errors
/// [`Failure`]: refused with a reason, or wrongly used.
pub async fn run(command: Command, context: Context) -> Result<(), Failure> {
    match command {
        Command::Demo(arguments) => demo::run(&context, &arguments).await,
        Command::Serve(arguments) => serve::run(&context, &arguments).await,
        Command::Migrate(arguments) => migrate::run(&context, &arguments).await,
        Command::Doctor(arguments) => doctor::run(&context, &arguments).await,
        Command::User(arguments) => user::run(&context, arguments).await,
        Command::Catalogue(arguments) => catalogue::run(&context, arguments).await,
        Command::Import(arguments) => import::run(&context, arguments).await,
        Command::Export(arguments) => export::run(&context, arguments).await,
        Command::Deadline(arguments) => deadline::run(&context, &arguments).await,
        Command::Promise(arguments) => promise::run(&context, &arguments).await,
        Command::Simulate(arguments) => simulate::run(&context, arguments).await,
        Command::Verify(arguments) => verify::run(&context, &arguments).await,
        Command::Openapi(arguments) => openapi::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments),
        Command::Man(arguments) => man::run(&arguments),
    }
}

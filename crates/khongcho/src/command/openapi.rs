//! `khongcho openapi`: the description of the API.

use clap::Args;

use crate::failure::Failure;
use crate::output;

/// Arguments of `openapi`.
#[derive(Debug, Args)]
pub struct Arguments {}

/// Prints the description (OpenAPI 3.1, JSON), the same text that the server gives.
///
/// # Errors
/// None; the signature is that of every command.
pub fn run(_arguments: &Arguments) -> Result<(), Failure> {
    output::line(web::api::openapi());
    Ok(())
}

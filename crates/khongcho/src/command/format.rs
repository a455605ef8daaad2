//! How commands read and print values.

use clap::ValueEnum;
use domain::time::rfc3339;
use jiff::Timestamp;
use serde_json::Value;

/// For people or for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Sentences for people
    Text,
    /// JSON for programs; its keys stay as they are
    Json,
}

/// Reads an instant.
///
/// # Errors
/// What is wrong, with an example of what is right.
pub fn instant(text: &str) -> Result<Timestamp, String> {
    let example = "an instant with its offset is wanted, as 2024-02-02T15:30:00+07:00";
    text.parse().map_err(|_| example.to_owned())
}

/// An instant as JSON; absent is null.
pub fn time(at: Option<Timestamp>) -> Value {
    at.map_or(Value::Null, |at| Value::from(rfc3339(at)))
}

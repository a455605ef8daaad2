//! A small reader of Rust source for the rules under `tests/tidy`.
//!
//! It knows just enough of the language to tell code from comments, strings and tests; it does not parse.

pub mod functions;
pub mod mask;
pub mod source;

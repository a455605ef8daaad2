//! Quotes, learned times and room, on both databases where rows are at stake.

#![allow(clippy::unwrap_used, reason = "a test may fail by panicking")]

mod quotes;
mod risks;
mod room;

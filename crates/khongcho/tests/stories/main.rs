//! Stories: the built binary driven over HTTP as people would, on each database that is at hand.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a story that cannot go on has failed")]

mod duties;
mod harness;
mod main_job;
mod second_day;
mod support;

//! Every command of the built binary, as a script would call it: what it prints and how it ends.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod accounts;
mod beside;
mod deadlines;
mod demo;
mod packs;
mod promises;
mod run;
mod serving;
mod simulations;

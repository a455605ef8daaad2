//! The queue: tickets given out, called, served; counters opened and described; what halls and phones show.
//!
//! | file | use case |
//! |---|---|
//! | [`issue`] | give out a ticket at the machine, the counter or a phone |
//! | [`call_next`] | the next one to a counter, exactly one |
//! | [`act`], [`holder_acts`] | every other act, by an officer or by the holder |
//! | [`counter`] | open, close, describe counters; groups |
//! | [`view`] | one picture of a unit's queue, from which every screen is drawn |
//! | [`link`] | a dossier received with a ticket |
//!
//! Whoever changes a queue takes its turn first, so that changes of one unit stand in line; who is next is asked of
//! `friday::order`, as the simulator does.

mod act;
mod call;
pub mod counter;
mod issue;
pub mod link;
mod order;
mod problem;
mod record;
pub mod view;

#[cfg(test)]
mod tests;

pub use act::{Act, act, find_by_number, find_by_token, holder_acts};
pub use call::{NextCall, call_next};
pub use issue::{Given, Issue, issue, token_of};
pub use problem::QueueError;

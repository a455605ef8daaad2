//! The rules of a one-stop shop: values in, values out.
//!
//! Nothing here reads a clock, a file, a network or a random source; nothing panics on any input.
//! Every instant, identifier and fact arrives as an argument. The crate holds:
//!
//! | module | concept |
//! |---|---|
//! | [`id`] | typed identifiers, printed with a prefix |
//! | [`money`] | whole đồng |
//! | [`channel`] | how a dossier was handed in |
//! | [`validity`] | dates in force |
//! | [`law`] | legal sources, each marked verified or memory |
//! | [`time`] | instants and civil time at the fixed offset +07:00 |
//! | [`text`] | names and free text cleaned at the door |
//! | [`place`] | units, levels, the dated tree, one-stop shops |
//! | [`procedure`] | procedures, their versions, components, terms, fees |
//! | [`programme`] | the no-wait day as data |
//! | [`day`] | working calendars, deadlines that explain themselves |
//! | [`promise`] | the same-day promise with its reasons |
//! | [`booking`] | appointments: hours, places, the life of a booking |
//! | [`person`] | citizens, businesses, proxies, identity numbers |
//! | [`dossier`] | the state machine: `decide`, `apply`, refusals |
//! | [`queue`] | tickets, counters, who is next, how long it may take |
//! | [`role`], [`permit`] | who may do what: one matrix |
//! | [`roster`] | who is meant to be here, who is here, who stands in |

pub mod booking;
pub mod channel;
pub mod day;
pub mod dossier;
pub mod id;
pub mod law;
pub mod money;
pub mod permit;
pub mod person;
pub mod place;
pub mod procedure;
pub mod programme;
pub mod promise;
pub mod queue;
pub mod role;
pub mod roster;
pub mod text;
pub mod time;
pub mod validity;

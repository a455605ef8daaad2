//! The arithmetic of a no-wait day: who is served when, how sure a promise is, what one more officer brings.
//!
//! One engine serves the live counter and the simulator, so that they cannot drift apart. It knows numbers only: no
//! clock, no files, no database, and no random source but a seed that is an input.
//!
//! - What is known: [`Snapshot`] of a unit at this moment, with a [`Law`] for each piece of work ([`shrink`] learns it).
//! - What will happen: [`project`] gives a [`Projection`], from which [`quote`], [`last_safe_intake`], [`binding_stage`]
//!   and [`Risk`] are read.
//! - Who is next: [`order`], the same for the live queue and for the simulator.
//! - What if: [`simulate`] plays a planned day thousands of times.
//! - Whether we kept our word: [`calibration`].

pub mod calibration;
pub mod forecast;
pub mod law;
mod normal;
pub mod order;
pub mod overbook;
mod project;
mod projection;
mod promise;
mod quote;
mod risk;
mod safe_intake;
mod sampler;
pub mod shrink;
pub mod simulate;
mod snapshot;
mod stage;
mod stream;
mod time;
mod windows;

pub use law::Law;
pub use project::project;
pub use projection::Projection;
pub use promise::{Outstanding, Verdict, Withheld, binding_stage, judge};
pub use quote::{Interval, Quote, QuoteTerms, interval, quote};
pub use risk::{Risk, running_long, workload};
pub use safe_intake::last_safe_intake;
pub use snapshot::{Expected, Newcomer, OpenFile, Position, Server, Snapshot, WalkIns};
pub use stage::{PerStage, Stage};
pub use stream::Streams;
pub use time::{DayTime, Span};
pub use windows::{Window, Windows};

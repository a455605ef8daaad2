//! The simulator: a planned day played many times over, with the same laws, draws and order as the live counter.
//!
//! ```text
//! Plan ── prepared ──► arrivals of one day ──► event core ──► trace ──► Day ──► Outcome (thousands of days)
//! ```
//!
//! Each replication draws from streams keyed by (seed, replication, case, stage), so plans are compared on the same
//! luck, and the result is the same on one thread and on many.

mod arrivals;
mod estimate;
mod events;
mod outcome;
mod plan;
mod prepared;
mod tally;
mod trace;
mod what_if;

pub use estimate::Estimate;
pub use outcome::{Outcome, run, trace_of, traces};
pub use plan::{
    Appointment, Booking, Kind, Listed, Officer, Plan, PlanProblem, Punctuality, Rescue, Volunteers,
};
pub use tally::{Day, IntakeSlot};
pub use trace::{FileTrace, Trace};
pub use what_if::{Change, Difference, Gain, difference, gains};

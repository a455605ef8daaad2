//! The same-day promise: what the counter can say at intake, with every test behind it.
//!
//! | module | concept |
//! |---|---|
//! | [`facts`] | what is known at intake, as plain values |
//! | [`mod@programme_day`] | whether a date is a day of the programme |
//! | [`duty`] | the four duties on site |
//! | [`reason`] | one test, kept or failed, with its details and source |
//! | [`capacity`] | whether there is room left today |
//! | [`cause`] | why a promise was broken |
//! | [`commitment`] | the due time of the programme |
//! | [`decide`] | from facts to promise |

pub mod capacity;
pub mod cause;
pub mod commitment;
pub mod decide;
pub mod duty;
pub mod facts;
pub mod programme_day;
pub mod reason;

pub use capacity::{Capacity, ReadyBetween};
pub use cause::{BreakFacts, Cause, duty_at};
pub use commitment::{Bound, Commitment};
pub use decide::{Basis, Promise, PromiseError, promise};
pub use duty::{Duty, DutySet, DutySource, Presence};
pub use facts::{MissingPart, ProgrammeFacts, PromiseFacts, VerificationAnswer};
pub use programme_day::{NotProgrammeDay, ProgrammeDay, programme_day};
pub use reason::{ProgrammeGap, Reason, ReasonCode, Test, VerificationState};

#[cfg(test)]
pub(crate) mod tests;

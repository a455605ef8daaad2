//! Who is meant to be at the counter, who is, and what that means for the promise.
//!
//! | file | rule |
//! |---|---|
//! | [`post`] | what somebody can be rostered for, and which role it takes |
//! | [`shift`] | shifts, qualifications, absences, delegations |
//! | [`conflict`] | everything wrong with a day's roster, at once |
//! | [`ready`] | whether a unit is ready for a no-wait day, as a light with reasons |
//! | [`presence`] | who is here now, from check-ins that may be forgotten |

mod conflict;
mod post;
mod presence;
mod ready;
mod shift;

#[cfg(test)]
mod tests;

pub use conflict::{Conflict, DayFacts, conflicts};
pub use post::{Post, duties_of, duty_of};
pub use presence::{Away, Stay, StayEnd, Switch, is_here, on_duty, stay_end};
pub use ready::{Light, Readiness, Unready, coming_day, readiness};
pub use shift::{Absence, AbsenceKind, Delegation, DelegationProblem, Member, Qualifications, Shift};

//! Appointments for a no-wait day: which hours can be booked, how many people an hour takes, what becomes of a booking.
//!
//! | module | concept |
//! |---|---|
//! | [`settings`] | what a unit decides about its appointments, within bounds |
//! | [`slots`] | the hours of a day and their places |
//! | [`state`] | the life of a booking |
//! | [`arrival`] | early, in time, late: from when somebody counts as waiting |

pub mod arrival;
pub mod settings;
pub mod slots;
pub mod state;
#[cfg(test)]
mod tests;

pub use arrival::{Arrival, Punctuality, arrival};
pub use settings::{SettingProblem, SlotSettings};
pub use slots::{DayPart, Fill, Slot, slots_of_day};
pub use state::{BookingAct, BookingState, NotNow, next};

//! Working calendars and deadlines.
//!
//! | module | concept |
//! |---|---|
//! | [`window`], [`week`] | hours of opening, a week of them |
//! | [`named`] | a named exceptional day, what kind of day a date is |
//! | [`calendar`], [`build`] | the calendar of a unit and the only way to make one |
//! | [`holidays`], [`lunar`] | the reference table of national days off; what the moon proposes |
//! | [`term`], [`rule`] | how long, and until which minute today still counts as today |
//! | [`deadline`], [`mod@due`] | a deadline that explains itself, and how it comes about |
//! | [`pause`] | resuming with the remainder |
//! | [`hours`], [`timeliness`] | working minutes; early, on time, overdue |

pub mod build;
pub mod calendar;
pub mod deadline;
pub mod due;
pub mod holidays;
pub mod hours;
pub mod lunar;
pub mod named;
pub mod pause;
pub mod rule;
pub mod term;
pub mod timeliness;
mod walk;
pub mod week;
pub mod window;

pub use build::{CalendarBuilder, CalendarProblem};
pub use calendar::{MissingYear, WorkingCalendar, YearStatus};
pub use deadline::{Closed, Deadline, DeadlineReason, Remainder, Skipped, SkippedSpan, SkippedWhy, Warning};
pub use due::due;
pub use hours::{TimeLeft, time_left};
pub use named::{DayKind, NamedDay};
pub use pause::resume_with_remainder;
pub use rule::DeadlineRule;
pub use term::Term;
pub use timeliness::Timeliness;
pub use week::WeeklyPattern;
pub use window::{Window, WindowError};

#[cfg(test)]
pub(crate) mod tests;

//! Working calendars and deadlines.
//!
//! | module | concept |
//! |---|---|
//! | [`window`], [`week`] | hours of opening, a week of them |
//! | [`named`] | a named exceptional day, what kind of day a date is |
//! | [`calendar`], [`build`] | the calendar of a unit and the only way to make one |
//! | [`holidays`], [`lunar`] | the reference table of national days off; what the moon proposes |
//! | [`term`] | how long |

pub mod build;
pub mod calendar;
pub mod holidays;
pub mod lunar;
pub mod named;
pub mod term;
pub mod week;
pub mod window;

pub use build::{CalendarBuilder, CalendarProblem};
pub use calendar::{MissingYear, WorkingCalendar, YearStatus};
pub use named::{DayKind, NamedDay};
pub use term::Term;
pub use week::WeeklyPattern;
pub use window::{Window, WindowError};

#[cfg(test)]
mod tests;

//! Units, their codes and identifiers, and the dated tree they form.

pub(crate) mod code;
mod tree;
#[cfg(test)]
mod tree_tests;
mod unit;

pub use code::{AgencyIdentifier, CalendarId, CodeError, LevelCode, UnitCode};
pub use tree::{TreeProblem, UnitTree};
pub use unit::{Contact, Level, ParentEdge, Unit, UnitIdentifier};

//! Working calendars and deadlines.

pub mod term;

pub use term::Term;

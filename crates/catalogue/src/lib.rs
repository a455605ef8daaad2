//! Catalogue packs: the facts of a place and time as text files that people can read and review.
//!
//! | module | concept |
//! |---|---|
//! | [`pack`] | a pack: units, calendars, procedures, programmes |
//! | [`calendar`] | working calendars as a pack writes them |
//! | [`load`] | text files in, a pack or every problem with file and line out |
//! | [`Catalogue`] | packs in use: look-ups by code and day, search |
//! | [`embedded`] | the packs that ship with the program |
//! | [`export`] | a pack written back as text, in one canonical form |
//! | [`diff()`] | what differs between two packs |
//! | [`diagnostic`], [`problem`] | what is wrong, where, in both languages |

pub mod calendar;
mod catalogue;
pub mod diagnostic;
pub mod diff;
mod embedded;
mod join_problem;
pub mod pack;
pub mod problem;
mod read;
pub mod search;
mod write;

pub use catalogue::{Catalogue, Listed};
pub use diagnostic::{Diagnostic, Position, Severity};
pub use diff::{Change, ChangeKind, Subject, diff};
pub use embedded::{PackFile, embedded, embedded_ids};
pub use join_problem::JoinProblem;
pub use pack::{FormSet, FormsInUse, Pack, PackMeta};
pub use problem::Problem;
pub use read::load;
pub use search::Hit;
pub use write::export;

//! Search of procedures: with or without marks, by abbreviation or code, one slip of the finger forgiven.
//!
//! Words of the query are compared with the words of all names once, so that the cost follows the vocabulary and
//! not the number of procedures.

mod distance;
mod index;
mod text;

pub use index::{Hit, Index};

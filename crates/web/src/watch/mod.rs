//! The watch over promises on pages.

mod words;

pub use words::{last_safe, offers_sentence};

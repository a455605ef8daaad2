//! The watch over promises on pages.

mod words;

pub use words::offers_sentence;

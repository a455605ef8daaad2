//! How dates, hours, spans, numbers and money are written in each language.

mod date;
mod number;
mod span;

pub use date::{clock, clock_short, date, date_long, date_short, date_words, moment, weekday};
pub use number::{money, number, percent, points};
pub use span::{hours, remaining, span};

//! The same-day promise.

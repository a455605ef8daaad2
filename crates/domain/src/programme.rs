//! A no-wait programme as data.

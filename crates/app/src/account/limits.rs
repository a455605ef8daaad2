//! How long a session lives.

use crate::Config;

/// Spans of a session, in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The longest span without a request.
    pub idle_ms: i64,
    /// The longest span from log-in to the end.
    pub absolute_ms: i64,
}

const MINUTE_MS: i64 = 60_000;
const HOUR_MS: i64 = 60 * MINUTE_MS;

impl Limits {
    /// A working day at the counter: 15 minutes idle, 10 hours in all.
    pub const STAFF: Self = Self { idle_ms: 15 * MINUTE_MS, absolute_ms: 10 * HOUR_MS };

    /// The demo: its clock is moved by days and weeks, which must not throw anybody out.
    pub const DEMO: Self = Self { idle_ms: 400 * 24 * HOUR_MS, absolute_ms: 400 * 24 * HOUR_MS };

    /// The limits of an installation.
    pub const fn of(config: &Config) -> Self {
        config.limits
    }
}

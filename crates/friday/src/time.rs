//! Time of one day in whole milliseconds, so that the same draws give the same minutes on every machine.

use std::fmt;
use std::ops::{Add, AddAssign, Sub};

/// An instant of the day: milliseconds since the midnight it began with. May pass 24 hours (work that runs on) and,
/// for what began before midnight, lie below zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DayTime(i64);

/// A length of time in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span(i64);

/// Milliseconds of a minute.
const MINUTE: i64 = 60_000;

impl DayTime {
    /// From milliseconds since midnight.
    pub const fn from_ms(ms: i64) -> Self {
        Self(ms)
    }

    /// From whole minutes since midnight.
    pub const fn from_minutes(minutes: i64) -> Self {
        Self(minutes * MINUTE)
    }

    /// From hour and minute, `hm(15, 30)` is half past three in the afternoon.
    pub const fn hm(hour: i64, minute: i64) -> Self {
        Self::from_minutes(hour * 60 + minute)
    }

    /// Milliseconds since midnight.
    pub const fn ms(self) -> i64 {
        self.0
    }

    /// Minutes since midnight, with their fraction.
    pub fn minutes(self) -> f64 {
        Span(self.0).minutes()
    }

    /// The first multiple of `step` that is not earlier. A step that is not positive changes nothing.
    pub const fn round_up(self, step: Span) -> Self {
        if step.0 <= 0 { self } else { Self(self.0 + (step.0 - self.0.rem_euclid(step.0)) % step.0) }
    }

    /// The last multiple of `step` that is not later. A step that is not positive changes nothing.
    pub const fn round_down(self, step: Span) -> Self {
        if step.0 <= 0 { self } else { Self(self.0 - self.0.rem_euclid(step.0)) }
    }
}

impl Span {
    /// No time at all.
    pub const ZERO: Self = Self(0);

    /// From milliseconds.
    pub const fn from_ms(ms: i64) -> Self {
        Self(ms)
    }

    /// From whole minutes.
    pub const fn from_minutes(minutes: i64) -> Self {
        Self(minutes * MINUTE)
    }

    /// From minutes with a fraction, rounded to the millisecond; what is no number gives zero.
    pub fn from_minutes_f64(minutes: f64) -> Self {
        Self((minutes * MINUTE as f64).round() as i64)
    }

    /// Milliseconds.
    pub const fn ms(self) -> i64 {
        self.0
    }

    /// Minutes, with their fraction.
    pub fn minutes(self) -> f64 {
        self.0 as f64 / MINUTE as f64
    }
}

impl Add<Span> for DayTime {
    type Output = Self;

    fn add(self, span: Span) -> Self {
        Self(self.0.saturating_add(span.0))
    }
}

impl Sub<Span> for DayTime {
    type Output = Self;

    fn sub(self, span: Span) -> Self {
        Self(self.0.saturating_sub(span.0))
    }
}

impl Sub for DayTime {
    type Output = Span;

    fn sub(self, earlier: Self) -> Span {
        Span(self.0.saturating_sub(earlier.0))
    }
}

impl Add for Span {
    type Output = Self;

    fn add(self, more: Self) -> Self {
        Self(self.0.saturating_add(more.0))
    }
}

impl AddAssign for Span {
    fn add_assign(&mut self, more: Self) {
        *self = *self + more;
    }
}

/// `07:30`; what lies outside the day goes on counting, `25:10`.
impl fmt::Display for DayTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minutes = self.0.div_euclid(MINUTE);
        write!(f, "{:02}:{:02}", minutes.div_euclid(60), minutes.rem_euclid(60))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_to_the_quarter() {
        let quarter = Span::from_minutes(15);
        let rows = [((9, 0), (9, 0), (9, 0)), ((9, 1), (9, 15), (9, 0)), ((9, 14), (9, 15), (9, 0))];
        for ((h, m), up, down) in rows {
            assert_eq!(DayTime::hm(h, m).round_up(quarter), DayTime::hm(up.0, up.1));
            assert_eq!(DayTime::hm(h, m).round_down(quarter), DayTime::hm(down.0, down.1));
        }
        assert_eq!(DayTime::from_ms(1).round_up(quarter), DayTime::from_minutes(15));
        assert_eq!(DayTime::from_ms(-1).round_down(quarter), DayTime::from_minutes(-15));
    }

    #[test]
    fn prints_hours() {
        assert_eq!(DayTime::hm(7, 5).to_string(), "07:05");
        assert_eq!(DayTime::hm(25, 10).to_string(), "25:10");
    }
}

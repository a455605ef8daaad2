//! Hours of opening within one day.

use jiff::civil::Time;

/// One stretch of opening hours, `07:30-11:30`, in whole minutes.
///
/// Times are compared as printed: the closing minute still belongs to it, so 11:30:59 is open and 11:31:00 is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Window {
    opens: Time,
    closes: Time,
}

/// Why two times are not opening hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WindowError {
    /// The closing time is not after the opening time.
    #[error("opening hours {opens}-{closes} do not end after they begin")]
    Reversed {
        /// When it was to open.
        opens: Time,
        /// When it was to close.
        closes: Time,
    },
    /// Seconds were given.
    #[error("{at} is not a whole minute")]
    Seconds {
        /// The offending time.
        at: Time,
    },
}

impl Window {
    /// Hours from `opens` to `closes`; both whole minutes, in this order.
    pub fn new(opens: Time, closes: Time) -> Result<Self, WindowError> {
        for at in [opens, closes] {
            if printed(at) != at {
                return Err(WindowError::Seconds { at });
            }
        }
        if opens < closes { Ok(Self { opens, closes }) } else { Err(WindowError::Reversed { opens, closes }) }
    }

    /// Hours known when the program is written; checked by the tests of whoever states them.
    pub(crate) const fn constant(opens: (i8, i8), closes: (i8, i8)) -> Self {
        Self {
            opens: Time::constant(opens.0, opens.1, 0, 0),
            closes: Time::constant(closes.0, closes.1, 0, 0),
        }
    }

    /// First minute of opening.
    pub const fn opens(&self) -> Time {
        self.opens
    }

    /// Last minute of opening.
    pub const fn closes(&self) -> Time {
        self.closes
    }

    /// Whether the counter is open at that time of day.
    pub fn contains(&self, at: Time) -> bool {
        self.opens <= at && printed(at) <= self.closes
    }

    /// Length in seconds.
    pub fn seconds(&self) -> u32 {
        second_of_day(self.closes).saturating_sub(second_of_day(self.opens))
    }
}

/// A time of day as people read it on paper: hour and minute, seconds dropped.
pub fn printed(at: Time) -> Time {
    Time::constant(at.hour(), at.minute(), 0, 0)
}

/// Seconds since midnight.
pub(crate) fn second_of_day(at: Time) -> u32 {
    let part = |value: i8| u32::from(value.unsigned_abs());
    part(at.hour()) * 3600 + part(at.minute()) * 60 + part(at.second())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::time;

    #[test]
    fn the_printed_closing_minute_is_open() {
        let morning = Window::new(time(7, 30, 0, 0), time(11, 30, 0, 0)).unwrap();
        for (at, open) in [
            (time(7, 29, 59, 0), false),
            (time(7, 30, 0, 0), true),
            (time(11, 30, 59, 0), true),
            (time(11, 31, 0, 0), false),
        ] {
            assert_eq!(morning.contains(at), open, "{at}");
        }
        assert_eq!(morning.seconds(), 4 * 3600);
    }

    #[test]
    fn refuses_what_is_not_a_stretch() {
        let (early, late) = (time(8, 0, 0, 0), time(9, 0, 0, 0));
        assert_eq!(Window::new(late, early), Err(WindowError::Reversed { opens: late, closes: early }));
        assert_eq!(Window::new(early, early), Err(WindowError::Reversed { opens: early, closes: early }));
        let odd = time(8, 0, 1, 0);
        assert_eq!(Window::new(odd, late), Err(WindowError::Seconds { at: odd }));
    }
}

//! The due time a programme commits to, kept apart from the statutory one.

use crate::day::window::printed;
use crate::time;
use jiff::Timestamp;

/// Whether the commitment's minute itself is still in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bound {
    /// By closing: the printed minute is in time.
    AtLatest,
    /// Before 09:00: the printed minute is too late.
    Before,
}

/// When a programme commits to have the result ready.
///
/// # Legal source
/// Thanh Hà: received by 15:30 the same day, after 15:30 before 09:00 of the next working day (reported by the press
/// of Hải Dương). The statutory 15:00 is another rule, see [`crate::day::DeadlineRule`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Commitment {
    /// The instant.
    pub due_at: Timestamp,
    /// How the minute itself counts.
    pub bound: Bound,
}

impl Commitment {
    /// Whether a result ready then keeps the commitment; judged by the instant, to the printed minute.
    pub fn is_kept_by(&self, ready_at: Timestamp) -> bool {
        let ready = time::civil(ready_at);
        let ready = ready.date().to_datetime(printed(ready.time()));
        let due = time::civil(self.due_at);
        match self.bound {
            Bound::AtLatest => ready <= due,
            Bound::Before => ready < due,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::tests::at;

    #[test]
    fn minutes_count_as_printed() {
        let closing = Commitment { due_at: at("2023-10-06 17:00"), bound: Bound::AtLatest };
        let morning = Commitment { due_at: at("2023-10-09 09:00"), bound: Bound::Before };
        for (commitment, ready, kept) in [
            (closing, "2023-10-06 16:00", true),
            (closing, "2023-10-06 17:00:59", true),
            (closing, "2023-10-06 17:01", false),
            (morning, "2023-10-09 08:59:59", true),
            (morning, "2023-10-09 09:00", false),
        ] {
            assert_eq!(commitment.is_kept_by(at(ready)), kept, "{ready}");
        }
    }
}

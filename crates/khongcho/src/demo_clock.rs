//! The clock of the demo: starts on a no-wait Friday morning, ticks as real time does, moves forward only.
//!
//! Its position lies in the data folder, so a restart goes on where the demo stopped: what was recorded stays in the
//! past.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use app::Clock;
use domain::time::{instant_on, rfc3339};
use jiff::Timestamp;
use jiff::civil::{date, time};

/// The file in the data folder.
pub const FILE: &str = "demo-clock";

/// Where a new demo begins: Friday, 2 February 2024, 07:30 in Vietnam.
pub fn start() -> Timestamp {
    instant_on(date(2024, 2, 2), time(7, 30, 0, 0))
}

/// A clock that ticks from where it was put.
pub struct DemoClock {
    file: PathBuf,
    hands: Mutex<Hands>,
}

/// Where the clock was put, and when that was on the machine's steady clock.
#[derive(Clone, Copy)]
struct Hands {
    put_at: Timestamp,
    since: Instant,
}

/// Why a clock cannot start.
#[derive(Debug, thiserror::Error)]
pub enum ClockProblem {
    /// The position cannot be read.
    #[error("the position of the demo's clock cannot be read from {0}: {1}")]
    Unreadable(PathBuf, io::Error),
    /// Asked to go back.
    #[error("the demo's clock stands at {} and moves forward only", rfc3339(*.0))]
    Backwards(Timestamp),
}

impl DemoClock {
    /// Goes on where the demo in a data folder stopped, or begins; then moves to `wanted`.
    ///
    /// # Errors
    /// [`ClockProblem`].
    pub fn open(data: &Path, wanted: Option<Timestamp>) -> Result<Self, ClockProblem> {
        let file = data.join(FILE);
        let stands = match fs::read_to_string(&file) {
            Ok(text) => text
                .trim()
                .parse()
                .map_err(|_| ClockProblem::Unreadable(file.clone(), io::ErrorKind::InvalidData.into()))?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => start(),
            Err(error) => return Err(ClockProblem::Unreadable(file, error)),
        };
        let put_at = match wanted {
            Some(wanted) if wanted < stands => return Err(ClockProblem::Backwards(stands)),
            Some(wanted) => wanted,
            None => stands,
        };
        Ok(Self { file, hands: Mutex::new(Hands { put_at, since: Instant::now() }) })
    }

    /// Whether a data folder belongs to a demo.
    pub fn is_in(data: &Path) -> bool {
        data.join(FILE).is_file()
    }

    /// Writes the position down.
    ///
    /// # Errors
    /// What the disk says.
    pub fn keep(&self) -> io::Result<()> {
        let next = self.file.with_extension("next");
        fs::write(&next, format!("{}\n", self.now()))?;
        fs::rename(next, &self.file)
    }

    fn hands(&self) -> MutexGuard<'_, Hands> {
        // Two plain values are whole even if somebody panicked beside them.
        self.hands.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Hands {
    fn now(self) -> Timestamp {
        self.put_at.checked_add(self.since.elapsed()).unwrap_or(Timestamp::MAX)
    }
}

impl Clock for DemoClock {
    fn now(&self) -> Timestamp {
        self.hands().now()
    }

    fn move_to(&self, to: Timestamp) -> bool {
        let mut hands = self.hands();
        if to < hands.now() {
            return false;
        }
        *hands = Hands { put_at: to, since: Instant::now() };
        drop(hands);
        if let Err(error) = self.keep() {
            tracing::warn!(%error, "the position of the demo's clock could not be written down");
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn it_begins_on_the_friday_and_ticks() {
        let folder = tempfile::tempdir().unwrap();
        let clock = DemoClock::open(folder.path(), None).unwrap();
        assert_eq!(start(), at("2024-02-02T07:30:00+07:00"));
        let first = clock.now();
        assert!(first >= start() && first < start() + 1.minute());
        assert!(clock.now() >= first);
    }

    #[test]
    fn it_moves_forward_only_and_goes_on_after_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        let clock = DemoClock::open(folder.path(), Some(at("2024-02-02T15:31:00+07:00"))).unwrap();
        assert!(!clock.move_to(at("2024-02-02T15:30:00+07:00")));
        assert!(!DemoClock::is_in(folder.path()));
        assert!(clock.move_to(at("2024-02-05T08:00:00+07:00")));
        assert!(DemoClock::is_in(folder.path()));
        drop(clock);
        let again = DemoClock::open(folder.path(), None).unwrap();
        assert!(again.now() >= at("2024-02-05T08:00:00+07:00"));
        let back = DemoClock::open(folder.path(), Some(start()));
        assert!(matches!(back, Err(ClockProblem::Backwards(_))));
        fs::write(folder.path().join(FILE), "yesterday").unwrap();
        assert!(matches!(DemoClock::open(folder.path(), None), Err(ClockProblem::Unreadable(..))));
    }
}

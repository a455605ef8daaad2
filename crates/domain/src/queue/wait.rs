//! How long somebody may still wait: a range that says how little is known, never one number.

use jiff::SignedDuration;

/// A visit before anything was measured: eight minutes, give or take six. Judgement, to be replaced by what the day shows.
const TYPICAL_SECONDS: u64 = 8 * 60;

/// Its spread.
const TYPICAL_SPREAD_SECONDS: u64 = 6 * 60;

/// How many visits the judgement counts as, so that one odd visit does not overthrow it.
const TYPICAL_WEIGHT: u64 = 5;

/// Visits longer than this count as this long: somebody forgot to press.
const LONGEST_SECONDS: i64 = 2 * 3_600;

/// Ranges are told in steps of five minutes.
const STEP: u64 = 5;

/// What a wait may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wait {
    /// Nobody serves: how long it takes depends on when somebody opens.
    NoCounterOpen,
    /// Between so many minutes; the second is always larger.
    Minutes {
        /// At the earliest.
        from: u32,
        /// Most likely by then: about nineteen times in twenty.
        to: u32,
    },
}

/// Visits of the day, in sums: enough for mean and spread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Served {
    count: u64,
    seconds: u64,
    squares: u64,
}

impl Served {
    /// Sums up visits.
    pub fn of(visits: impl IntoIterator<Item = SignedDuration>) -> Self {
        visits.into_iter().fold(Self::default(), |sum, visit| {
            let seconds = u64::try_from(visit.as_secs().clamp(0, LONGEST_SECONDS)).unwrap_or_default();
            Self {
                count: sum.count.saturating_add(1),
                seconds: sum.seconds.saturating_add(seconds),
                squares: sum.squares.saturating_add(seconds.saturating_mul(seconds)),
            }
        })
    }

    /// Mean and spread in seconds, drawn towards what is typical while visits are few.
    fn mean_and_spread(self) -> (u64, u64) {
        let typical_squares =
            TYPICAL_SECONDS * TYPICAL_SECONDS + TYPICAL_SPREAD_SECONDS * TYPICAL_SPREAD_SECONDS;
        let count = self.count.saturating_add(TYPICAL_WEIGHT);
        let mean = self.seconds.saturating_add(TYPICAL_WEIGHT * TYPICAL_SECONDS) / count;
        let square = self.squares.saturating_add(TYPICAL_WEIGHT * typical_squares) / count;
        (mean, square.saturating_sub(mean.saturating_mul(mean)).isqrt())
    }
}

/// The wait of somebody with `ahead` people before them, served by `counters` of which `free` are idle now.
///
/// The sum of `n` visits shared by `c` counters has mean `n m / c` and spread `s sqrt(n) / c`; the range is the mean less
/// and plus 1.645 spreads, which holds nine times in ten on both sides together.
pub fn expected(ahead: u32, counters: u32, free: u32, served: Served) -> Wait {
    if counters == 0 {
        return Wait::NoCounterOpen;
    }
    let counters = u64::from(counters);
    let visits = u64::from(ahead).saturating_add(1).saturating_sub(u64::from(free));
    let (mean, spread) = served.mean_and_spread();
    let middle = visits.saturating_mul(mean) / counters;
    // sqrt(n) s 1645/1000 / c, in whole seconds.
    let spread = spread.saturating_mul(visits.saturating_mul(1_000_000).isqrt()) / 1_000 / counters;
    let margin = spread.saturating_mul(1_645) / 1_000;
    let from = middle.saturating_sub(margin) / 60 / STEP * STEP;
    let to = middle.saturating_add(margin).div_ceil(60).div_ceil(STEP) * STEP;
    let to = to.max(from.saturating_add(STEP));
    let minutes = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
    Wait::Minutes { from: minutes(from), to: minutes(to) }
}

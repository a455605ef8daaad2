//! A law made ready for many draws: a table of whole milliseconds, then whole-number arithmetic only.
//!
//! The table holds the times exceeded with probability 2^-k (1 + j/32): as fine in the tail, where promises break, as in
//! the middle. Between two entries we go straight, which is off by less than one part in five thousand.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use crate::{Law, Span, law, normal};

/// Steps within one halving of the probability, as a power of two.
const STEP_BITS: u32 = 5;
/// Steps within one halving of the probability.
const STEPS: usize = 1 << STEP_BITS;
/// Halvings on the slow side; beyond 2^-37 a draw is the table's last time.
const SLOW: usize = 36;
/// Halvings on the quick side.
const QUICK: usize = 14;

/// A law ready for draws.
#[derive(Clone, Debug)]
pub(crate) enum Sampler {
    /// Always the same.
    Fixed(i64),
    /// Times exceeded with falling probability: slow side from 1/2 down, and quick side from 1/2 up.
    Table(Arc<Table>),
}

#[derive(Clone, Debug)]
pub(crate) struct Table {
    slow: [u32; SLOW * STEPS + 1],
    quick: [u32; QUICK * STEPS + 1],
}

/// The same table for the standard normal law; every lognormal table is made from it.
static NORMAL: LazyLock<Vec<f64>> =
    LazyLock::new(|| (0..=SLOW * STEPS).map(|node| normal::upper_quantile(probability(node))).collect());

/// Probability of a node: from 1/2 at node 0 downward.
fn probability(node: usize) -> f64 {
    let (halving, step) = (node / STEPS, node % STEPS);
    0.5 * libm::ldexp(1.0 - step as f64 / (2 * STEPS) as f64, -(halving as i32))
}

/// Place of a small tail probability `tail / 2^64 <= 1/2` in the table: node and the way to the next one, in 2^-32.
#[inline]
fn place(tail: u64, halvings: usize) -> (usize, u64) {
    let tail = tail.max(1);
    let halving = (tail - 1).leading_zeros() as usize - 1;
    if halving >= halvings {
        return (halvings * STEPS - 1, 1 << 32);
    }
    // How far below the halving's own probability, 0 (at it) up to, not including, 1/2 of it.
    let below = 0u64.wrapping_sub(tail << (halving + 1));
    let step = (below >> (64 - STEP_BITS - 1)) as usize;
    let way = (below << (STEP_BITS + 1)) >> 32;
    (halving * STEPS + step, way)
}

#[inline]
fn between(table: &[u32], node: usize, way: u64) -> i64 {
    let (from, to) = (i64::from(table[node]), i64::from(table[node + 1]));
    from + (((to - from) * way as i64) >> 32)
}

/// A law as the key of its table.
type Key = (u8, i64, i64, u64);

/// Tables already made: a unit asks about the same few laws at every event of its day.
static MADE: LazyLock<Mutex<HashMap<Key, Sampler>>> = LazyLock::new(Mutex::default);
/// So many tables are kept, some three megabytes; then all are dropped and made again as they are asked for.
const MADE_MAX: usize = 512;

fn key(law: Law) -> Key {
    match law {
        Law::Fixed(span) => (0, span.ms(), 0, 0),
        Law::Exponential { mean } => (1, mean.ms(), 0, 0),
        Law::Lognormal { shift, mean, cv } => (2, shift.ms(), mean.ms(), cv.to_bits()),
    }
}

impl Sampler {
    /// The table of a law, made or found.
    pub(crate) fn new(law: Law) -> Self {
        let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
        if made.len() >= MADE_MAX {
            made.clear();
        }
        made.entry(key(law)).or_insert_with(|| Self::make(law)).clone()
    }

    fn make(law: Law) -> Self {
        let times: Box<dyn Fn(usize, f64) -> f64> = match law {
            Law::Fixed(span) => return Self::Fixed(span.ms().max(0)),
            Law::Exponential { mean } if mean <= Span::ZERO => return Self::Fixed(0),
            Law::Exponential { .. } => Box::new(move |node, side| {
                let p = probability(node);
                law.exceeded_with(if side > 0.0 { p } else { 1.0 - p })
            }),
            Law::Lognormal { shift, mean, cv } => match law::log_scale(shift, mean, cv) {
                None => return Self::Fixed(mean.ms().max(0)),
                Some(law::LogScale { mu, sigma }) => {
                    let shift = shift.ms().max(0) as f64;
                    Box::new(move |node, side| shift + libm::exp(mu + side * sigma * NORMAL[node]))
                }
            },
        };
        let at = |node, side| times(node, side).round().clamp(0.0, f64::from(u32::MAX / 4)) as u32;
        Self::Table(Arc::new(Table {
            slow: std::array::from_fn(|node| at(node, 1.0)),
            quick: std::array::from_fn(|node| at(node, -1.0)),
        }))
    }

    /// The time, in milliseconds, that is exceeded with probability `exceeded / 2^64`.
    #[inline]
    pub(crate) fn at(&self, exceeded: u64) -> i64 {
        match self {
            Self::Fixed(ms) => *ms,
            Self::Table(table) if exceeded <= 1 << 63 => {
                let (node, way) = place(exceeded, SLOW);
                between(&table.slow, node, way)
            }
            Self::Table(table) => {
                let (node, way) = place(0u64.wrapping_sub(exceeded), QUICK);
                between(&table.quick, node, way)
            }
        }
    }

    /// Probability, in 2^-64, that the work takes longer than `age`.
    ///
    /// Never below 1/1000: work that lies longer than its law has nearly ever seen says that the law is wrong, not that
    /// the end is infinitely near; it is then treated like work at its 99.9th percentile.
    pub(crate) fn survival(&self, age: Span) -> u64 {
        const LEAST: u64 = u64::MAX / 1000;
        let (mut low, mut high) = (LEAST, u64::MAX);
        while low < high {
            let middle = low + (high - low).div_ceil(2);
            if self.at(middle) > age.ms() { low = middle } else { high = middle - 1 }
        }
        low
    }

    /// What is left, in milliseconds, of work that already took `age`, given its `survival`.
    #[inline]
    pub(crate) fn left(&self, bits: u64, survival: u64, age: Span) -> i64 {
        let exceeded = ((u128::from(bits) * u128::from(survival)) >> 64) as u64;
        let effective = self.at(survival).min(age.ms());
        (self.at(exceeded) - effective).max(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Streams;

    const MEAN: Span = Span::from_minutes(15);

    fn laws() -> [Law; 4] {
        [
            Law::lognormal(MEAN, 0.8),
            Law::Lognormal { shift: Span::from_minutes(2), mean: MEAN, cv: 0.5 },
            Law::lognormal(MEAN, 1.5),
            Law::Exponential { mean: MEAN },
        ]
    }

    #[test]
    fn the_table_is_the_law() {
        for law in laws() {
            let sampler = Sampler::new(law);
            for p in [0.9999, 0.99, 0.9, 0.51, 0.5, 0.49, 0.3, 0.25, 0.1, 1e-2, 1e-4, 1e-6, 1e-9] {
                let drawn = sampler.at((p * 2f64.powi(64)) as u64) as f64;
                let exact = law.exceeded_with(p);
                assert!((drawn - exact).abs() < 1.5 + 3e-4 * exact, "{law:?} {p}: {drawn} {exact}");
            }
        }
    }

    #[test]
    fn later_with_less_probability() {
        for law in laws() {
            let sampler = Sampler::new(law);
            let times: Vec<i64> = (0..=20_000u64).map(|step| sampler.at(u64::MAX / 20_000 * step)).collect();
            assert!(times.windows(2).all(|two| two[0] >= two[1]));
        }
    }

    #[test]
    fn mean_and_spread() {
        for law in laws() {
            let sampler = Sampler::new(law);
            let n = 400_000;
            let draws: Vec<f64> =
                (0..n).map(|case| sampler.at(Streams::new(1, 0).bits(case, 0)) as f64).collect();
            let mean = draws.iter().sum::<f64>() / n as f64;
            let spread = (draws.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / n as f64).sqrt();
            let sigma = spread / (n as f64).sqrt();
            assert!((mean - MEAN.ms() as f64).abs() < 4.9 * sigma, "{law:?}: {mean} {sigma}");
        }
    }

    /// Exponential work has no memory; lognormal work that lasts grows longer.
    #[test]
    fn what_is_left() {
        let mean_left = |law, age| {
            let sampler = Sampler::new(law);
            let survival = sampler.survival(age);
            let n = 200_000;
            (0..n).map(|case| sampler.left(Streams::new(2, 0).bits(case, 0), survival, age)).sum::<i64>()
                as f64
                / n as f64
                / 60_000.0
        };
        let exponential = mean_left(Law::Exponential { mean: MEAN }, Span::from_minutes(40));
        assert!((exponential - 15.0).abs() < 0.2, "{exponential}");
        let lognormal = mean_left(Law::lognormal(MEAN, 0.8), Span::from_minutes(40));
        // E(X - 40 | X > 40) of lognormal mean 15, cv 0.8, integrated numerically from its survival function.
        let law = Law::lognormal(MEAN, 0.8);
        let exact =
            (0..200_000).map(|step| law.survival(Span::from_ms(2_400_000 + step * 600)) * 0.01).sum::<f64>()
                / law.survival(Span::from_minutes(40));
        assert!((lognormal - exact).abs() < 0.3, "{lognormal} {exact}");
        assert_eq!(mean_left(Law::Fixed(MEAN), Span::from_minutes(40)), 0.0);
        assert_eq!(mean_left(Law::Fixed(MEAN), Span::from_minutes(10)), 5.0);
    }

    #[test]
    fn what_lies_for_days_does_not_break_the_arithmetic() {
        let sampler = Sampler::new(Law::lognormal(MEAN, 0.8));
        let age = Span::from_minutes(60 * 24 * 9);
        let left = sampler.left(u64::MAX / 2, sampler.survival(age), age);
        assert!(left > 0, "{left}");
    }
}

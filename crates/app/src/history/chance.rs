//! Chance from a seed: the same seed gives the same history on every machine, whatever its clock and its random source.

use crate::port::Random;
use std::sync::Mutex;

/// SplitMix64: one state, one step, passes the usual tests; no secret of people ever comes from it.
#[derive(Debug, Clone)]
pub(super) struct Chance(u64);

impl Chance {
    /// The stream of a seed and a number, independent of the streams of other numbers.
    pub(super) fn new(seed: u64, stream: u64) -> Self {
        let mut mixed = Self(seed ^ stream.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        mixed.next();
        mixed
    }

    /// The next 64 bits.
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 to `bound` - 1; 0 for an empty range.
    pub(super) fn below(&mut self, bound: u64) -> u64 {
        // The high half of the product is even enough for made-up people, and has no loop.
        ((u128::from(self.next()) * u128::from(bound)) >> 64) as u64
    }

    /// A number between two, both included.
    pub(super) fn between(&mut self, least: u32, most: u32) -> u32 {
        let span = u64::from(most.saturating_sub(least)) + 1;
        least.saturating_add(u32::try_from(self.below(span)).unwrap_or_default())
    }

    /// Whether one of `in_all` equal lots is among the first `lots`.
    pub(super) fn is(&mut self, lots: u64, in_all: u64) -> bool {
        self.below(in_all) < lots
    }

    /// One of several texts; the empty one of none.
    pub(super) fn pick(&mut self, from: &[&'static str]) -> &'static str {
        let at = usize::try_from(self.below(from.len() as u64)).unwrap_or_default();
        from.get(at).copied().unwrap_or_default()
    }

    /// A place in a list of weights.
    pub(super) fn weighted(&mut self, weights: &[u32]) -> usize {
        let total: u64 = weights.iter().map(|weight| u64::from(*weight)).sum();
        let mut left = self.below(total);
        for (place, weight) in weights.iter().enumerate() {
            match left.checked_sub(u64::from(*weight)) {
                Some(rest) => left = rest,
                None => return place,
            }
        }
        0
    }
}

/// Chance behind the port, for identifiers and keys of made-up dossiers.
pub(super) struct SeededRandom(Mutex<Chance>);

impl SeededRandom {
    /// Goes on from a stream.
    pub(super) fn new(chance: Chance) -> Self {
        Self(Mutex::new(chance))
    }
}

impl Random for SeededRandom {
    fn fill(&self, buffer: &mut [u8]) {
        let mut chance = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        for part in buffer.chunks_mut(8) {
            let bytes = chance.next().to_be_bytes();
            for (to, from) in part.iter_mut().zip(bytes) {
                *to = from;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_numbers() {
        let numbers = |seed, stream| {
            let mut chance = Chance::new(seed, stream);
            [chance.next(), chance.next(), chance.next()]
        };
        assert_eq!(numbers(1, 2), numbers(1, 2));
        assert_ne!(numbers(1, 2), numbers(1, 3));
        assert_ne!(numbers(1, 2), numbers(2, 2));
    }

    #[test]
    fn ranges_and_weights_are_kept() {
        let mut chance = Chance::new(7, 7);
        for _ in 0..1_000 {
            assert!(chance.below(10) < 10);
            assert!((3..=5).contains(&chance.between(3, 5)));
            assert_ne!(chance.weighted(&[4, 0, 4]), 1);
        }
        assert_eq!((chance.below(0), chance.weighted(&[]), chance.pick(&[])), (0, 0, ""));
    }
}

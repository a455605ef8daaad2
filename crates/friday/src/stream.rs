//! Random numbers that belong to a place, not to an order of asking.
//!
//! A draw is a function of (seed, replication, case, stage). So a file gets the same luck whatever the policy, the
//! number of threads or the moment of asking: plans are compared in pairs, and answers differ by information, not by
//! noise. Generators of crates are sequences; what is needed here is a counter-based one, and the finaliser of
//! SplitMix64 (Steele, Lea, Flood 2014) over hashed counters is one in six lines.

/// Weyl constant of SplitMix64: the golden ratio in 64 bits.
const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

/// The finaliser of SplitMix64.
pub(crate) const fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// The draws of one replication.
#[derive(Clone, Copy, Debug)]
pub struct Streams(u64);

impl Streams {
    /// The draws of replication `replication` under `seed`.
    pub const fn new(seed: u64, replication: u64) -> Self {
        Self(mix(mix(seed.wrapping_add(GOLDEN)).wrapping_add(replication.wrapping_mul(GOLDEN))))
    }

    /// Key of a case, to be kept where many paths draw for the same case.
    pub const fn key(case: u64) -> u64 {
        mix(case.wrapping_mul(GOLDEN) ^ 0x2545_F491_4F6C_DD1D)
    }

    /// Draw `what` (a stage, or another use of chance) for a case with this key: 64 even bits.
    #[inline]
    pub const fn keyed(self, key: u64, what: u64) -> u64 {
        mix(self.0 ^ key.wrapping_add(what.wrapping_add(1).wrapping_mul(GOLDEN)))
    }

    /// Draw `what` for a case: 64 even bits.
    pub const fn bits(self, case: u64, what: u64) -> u64 {
        self.keyed(Self::key(case), what)
    }

    /// Draw `what` for a case as a number in the open interval (0, 1).
    pub fn unit(self, case: u64, what: u64) -> f64 {
        unit(self.bits(case, what))
    }
}

/// Bits as a number in the open interval (0, 1).
pub(crate) fn unit(bits: u64) -> f64 {
    ((bits >> 11) as f64 + 0.5) * (1.0 / (1u64 << 53) as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn same_place_same_draw() {
        assert_eq!(Streams::new(7, 3).bits(11, 2), Streams::new(7, 3).bits(11, 2));
        let others = [Streams::new(8, 3).bits(11, 2), Streams::new(7, 4).bits(11, 2)];
        assert!(others.iter().all(|&bits| bits != Streams::new(7, 3).bits(11, 2)));
        assert_ne!(Streams::new(7, 3).bits(11, 2), Streams::new(7, 3).bits(11, 3));
    }

    /// Mean, variance and correlation along each of the four coordinates, at 4.9 sigma.
    #[test]
    fn draws_are_even_along_each_coordinate() {
        type Along = fn(u64) -> f64;
        let along: [Along; 4] = [
            |n| Streams::new(n, 0).unit(0, 0),
            |n| Streams::new(1, n).unit(0, 0),
            |n| Streams::new(1, 0).unit(n, 0),
            |n| Streams::new(1, 0).unit(0, n),
        ];
        let n = 100_000_u64;
        for (which, draw) in along.iter().enumerate() {
            let draws: Vec<f64> = (0..n).map(draw).collect();
            let mean = draws.iter().sum::<f64>() / n as f64;
            assert!((mean - 0.5).abs() < 4.9 * (1.0 / 12.0 / n as f64).sqrt(), "{which}: {mean}");
            let lag: f64 =
                draws.windows(2).map(|two| (two[0] - 0.5) * (two[1] - 0.5)).sum::<f64>() / n as f64;
            assert!(lag.abs() < 4.9 / 12.0 / (n as f64).sqrt(), "{which}: {lag}");
            let low = draws.iter().filter(|&&draw| draw < 0.001).count() as f64;
            assert!((low - 100.0).abs() < 4.9 * 10.0, "{which}: {low}");
        }
    }
}

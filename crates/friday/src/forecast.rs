//! How many come: a gamma law of the rate for each slot, updated by each Friday, forgetting slowly.

use statrs::function::beta::beta_reg;

/// Knowledge of one slot's rate: gamma with shape `shape` and rate `rate` (in Fridays).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slot {
    /// Shape: arrivals seen, discounted.
    pub shape: f64,
    /// Rate: Fridays seen, discounted.
    pub rate: f64,
}

/// What remains of old knowledge after one more Friday: half of it after 14, a twentieth of its weight after 60.
const KEEP: f64 = 0.95;

impl Slot {
    /// Before anything was seen: `mean` arrivals, believed like `fridays` Fridays.
    pub fn prior(mean: f64, fridays: f64) -> Self {
        let rate = fridays.max(1e-3);
        Self { shape: (mean.max(1e-3)) * rate, rate }
    }

    /// After one more Friday with `count` arrivals in this slot.
    #[must_use]
    pub fn after(self, count: u32) -> Self {
        Self { shape: KEEP * self.shape + f64::from(count), rate: KEEP * self.rate + 1.0 }
    }

    /// Expected arrivals next Friday.
    pub fn mean(self) -> f64 {
        self.shape / self.rate
    }

    /// Probability of at most `count` arrivals next Friday (negative binomial).
    pub fn at_most(self, count: u32) -> f64 {
        beta_reg(self.shape, f64::from(count) + 1.0, self.rate / (self.rate + 1.0))
    }

    /// The least number of arrivals that is not exceeded with probability `level`.
    pub fn quantile(self, level: f64) -> u32 {
        let mut high = 1;
        while self.at_most(high) < level && high < 1 << 20 {
            high *= 2;
        }
        let mut low = 0;
        while low < high {
            let middle = low + (high - low) / 2;
            if self.at_most(middle) >= level { high = middle } else { low = middle + 1 }
        }
        low
    }
}

/// Pinball loss of a forecast quantile: small is good; to compare a forecast with "the mean of the last Fridays".
pub fn pinball(level: f64, forecast: f64, actual: f64) -> f64 {
    let missed_by = actual - forecast;
    if missed_by >= 0.0 { level * missed_by } else { (level - 1.0) * missed_by }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Streams;

    #[test]
    fn learns_the_rate_and_forgets_the_prior() {
        let slot = (0..60).fold(Slot::prior(2.0, 4.0), |slot, _| slot.after(7));
        assert!((slot.mean() - 7.0).abs() < 0.1, "{}", slot.mean());
    }

    #[test]
    fn follows_a_change() {
        let before = (0..40).fold(Slot::prior(2.0, 4.0), |slot, _| slot.after(2));
        let after = (0..20).fold(before, |slot, _| slot.after(8));
        assert!(after.mean() > 5.5, "{}", after.mean());
    }

    /// Negative binomial by hand: shape 1, rate 1 is geometric with 1/2.
    #[test]
    fn predictive_law() {
        let slot = Slot { shape: 1.0, rate: 1.0 };
        for (count, exact) in [(0, 0.5), (1, 0.75), (3, 0.9375)] {
            assert!((slot.at_most(count) - exact).abs() < 1e-9);
        }
        assert_eq!((slot.quantile(0.49), slot.quantile(0.76), slot.quantile(0.9)), (0, 2, 3));
    }

    /// On steady Fridays the forecast's upper quantile beats the mean of the last eight.
    #[test]
    fn beats_the_mean_of_the_last_eight() {
        let (mut own, mut other) = (0.0, 0.0);
        for series in 0..40 {
            let streams = Streams::new(12, series);
            let count = |friday: u64| {
                (0..40).filter(|&case| streams.unit(friday * 40 + case, 0) < 0.1).count() as u32
            };
            let mut slot = Slot::prior(4.0, 2.0);
            for friday in 0..30 {
                if friday >= 8 {
                    let actual = f64::from(count(friday));
                    let mean = (friday - 8..friday).map(|past| f64::from(count(past))).sum::<f64>() / 8.0;
                    own += pinball(0.9, f64::from(slot.quantile(0.9)), actual);
                    other += pinball(0.9, mean, actual);
                }
                slot = slot.after(count(friday));
            }
        }
        assert!(own < other, "{own} {other}");
    }
}

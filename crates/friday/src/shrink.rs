//! What a unit has learned about its own times, drawn towards what is known elsewhere while its data are few.
//!
//! On the logarithm of the time the law is normal, where the conjugate step is a weighted mean: `n` own observations
//! against a level above that counts like `n0` observations.

use crate::{Law, Span};

/// Observed service times of one (procedure, stage) at one level, as sums that add up.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Observed {
    /// How many.
    pub count: u64,
    /// Sum of the natural logarithms of the times in minutes.
    pub log_sum: f64,
    /// Sum of their squares.
    pub log_square_sum: f64,
}

/// Shortest time that is taken at its word, in minutes: less is a button pressed after the work was done.
const SHORTEST: f64 = 0.05;

impl Observed {
    /// Adds one observed time; times below three seconds count as three seconds.
    pub fn add(&mut self, span: Span) {
        let log = libm::log(span.minutes().max(SHORTEST));
        self.count += 1;
        self.log_sum += log;
        self.log_square_sum += log * log;
    }

    /// Both together.
    #[must_use]
    pub fn merged(self, other: Self) -> Self {
        Self {
            count: self.count + other.count,
            log_sum: self.log_sum + other.log_sum,
            log_square_sum: self.log_square_sum + other.log_square_sum,
        }
    }

    fn mean(self) -> f64 {
        self.log_sum / self.count as f64
    }

    /// Sum of squared distances from the own mean.
    fn scatter(self) -> f64 {
        (self.log_square_sum - self.log_sum * self.log_sum / self.count as f64).max(0.0)
    }
}

/// The law to plan with: the default, corrected by each level in turn, from far (district) to near (unit).
///
/// `weight` is n0, how many observations the level above is worth. The shift of the default is kept out of this: learned
/// laws have none. A default without spread is taken with `cv` 0.5.
pub fn learned(default: Law, levels: &[Observed], weight: f64) -> Law {
    if levels.iter().all(|level| level.count == 0) || weight <= 0.0 || !weight.is_finite() {
        return default;
    }
    let (mean, cv) = match default {
        Law::Fixed(span) => (span, 0.5),
        Law::Exponential { mean } => (mean, 1.0),
        Law::Lognormal { mean, cv, .. } => (mean, if cv > 0.0 { cv } else { 0.5 }),
    };
    let mut variance = libm::log1p(cv * cv);
    let mut centre = libm::log(mean.minutes().max(SHORTEST)) - variance / 2.0;
    for level in levels.iter().filter(|level| level.count > 0) {
        let n = level.count as f64;
        let apart = level.mean() - centre;
        // Normal-inverse-gamma with both pseudo-counts equal to the weight.
        variance =
            (weight * variance + level.scatter() + weight * n / (weight + n) * apart * apart) / (weight + n);
        centre += n / (weight + n) * apart;
    }
    let mean = libm::exp(centre + variance / 2.0);
    Law::lognormal(Span::from_minutes_f64(mean.min(60.0 * 24.0)), libm::sqrt(libm::expm1(variance)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Streams;
    use crate::sampler::Sampler;

    const DEFAULT: Law = Law::lognormal(Span::from_minutes(15), 0.8);

    fn observed(law: Law, count: u64) -> Observed {
        let sampler = Sampler::new(law);
        let mut observed = Observed::default();
        for case in 0..count {
            observed.add(Span::from_ms(sampler.at(Streams::new(5, 0).bits(case, 0))));
        }
        observed
    }

    fn cv(law: Law) -> f64 {
        match law {
            Law::Lognormal { cv, .. } => cv,
            Law::Fixed(_) => 0.0,
            Law::Exponential { .. } => 1.0,
        }
    }

    #[test]
    fn nothing_seen_is_the_default() {
        assert_eq!(learned(DEFAULT, &[Observed::default(); 2], 20.0), DEFAULT);
        assert_eq!(learned(DEFAULT, &[], 20.0), DEFAULT);
    }

    #[test]
    fn much_seen_is_what_was_seen() {
        let truth = Law::lognormal(Span::from_minutes(30), 0.4);
        let law = learned(DEFAULT, &[observed(truth, 5_000)], 20.0);
        assert!((law.mean_minutes() - 30.0).abs() < 0.6, "{}", law.mean_minutes());
        assert!((cv(law) - 0.4).abs() < 0.03, "{}", cv(law));
    }

    #[test]
    fn little_seen_moves_a_little() {
        let truth = Law::lognormal(Span::from_minutes(30), 0.4);
        let few = learned(DEFAULT, &[observed(truth, 3)], 20.0).mean_minutes();
        let more = learned(DEFAULT, &[observed(truth, 20)], 20.0).mean_minutes();
        assert!(15.0 < few && few < more && more < 30.0, "{few} {more}");
    }

    #[test]
    fn the_unit_stands_between_district_and_itself() {
        let district = observed(Law::lognormal(Span::from_minutes(24), 0.5), 400);
        let unit = observed(Law::lognormal(Span::from_minutes(10), 0.5), 20);
        let law = learned(DEFAULT, &[district, unit], 20.0).mean_minutes();
        assert!((12.0..21.0).contains(&law), "{law}");
    }

    #[test]
    fn a_forgotten_button_does_not_give_an_infinite_logarithm() {
        let mut observed = Observed::default();
        observed.add(Span::ZERO);
        observed.add(Span::from_minutes(-5));
        assert!(learned(DEFAULT, &[observed], 20.0).mean_minutes() > 0.0);
    }
}

//! How long a piece of work takes: never per officer, always per procedure and stage.

use crate::{Span, normal};

/// Law of a service time. A mean below or at zero stands for no work at all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Law {
    /// Always the same; for tests and for steps a machine does.
    Fixed(Span),
    /// Exponential; for comparison with closed forms.
    Exponential {
        /// Mean.
        mean: Span,
    },
    /// Lognormal after a shift: no work is done in less than `shift`.
    Lognormal {
        /// The least possible time.
        shift: Span,
        /// Mean of the whole, shift included.
        mean: Span,
        /// Standard deviation of the part after the shift, divided by its mean.
        cv: f64,
    },
}

/// Parameters of the normal law of the logarithm, in milliseconds.
pub(crate) struct LogScale {
    pub(crate) mu: f64,
    pub(crate) sigma: f64,
}

impl Law {
    /// Lognormal without shift.
    pub const fn lognormal(mean: Span, cv: f64) -> Self {
        Self::Lognormal { shift: Span::ZERO, mean, cv }
    }

    /// Mean, in minutes.
    pub fn mean_minutes(self) -> f64 {
        match self {
            Self::Fixed(span) | Self::Exponential { mean: span } | Self::Lognormal { mean: span, .. } => {
                span.minutes().max(0.0)
            }
        }
    }

    /// The same law with every time multiplied: help that speeds work up, or the other way.
    pub fn scaled(self, factor: f64) -> Self {
        let scale = |span: Span| Span::from_minutes_f64(span.minutes() * factor);
        match self {
            Self::Fixed(span) => Self::Fixed(scale(span)),
            Self::Exponential { mean } => Self::Exponential { mean: scale(mean) },
            Self::Lognormal { shift, mean, cv } => {
                Self::Lognormal { shift: scale(shift), mean: scale(mean), cv }
            }
        }
    }

    /// The time that is exceeded with probability `p`, in milliseconds; `p` outside (0, 1) is brought to its edge.
    pub fn exceeded_with(self, p: f64) -> f64 {
        let p = p.clamp(f64::MIN_POSITIVE, 1.0 - f64::EPSILON);
        match self {
            Self::Fixed(span) => span.ms().max(0) as f64,
            Self::Exponential { mean } => -libm::log(p) * mean.ms().max(0) as f64,
            Self::Lognormal { shift, mean, cv } => match log_scale(shift, mean, cv) {
                Some(LogScale { mu, sigma }) => {
                    shift.ms().max(0) as f64 + libm::exp(mu + sigma * normal::upper_quantile(p))
                }
                None => mean.ms().max(0) as f64,
            },
        }
    }

    /// The quantile: work is done within it with probability `level`.
    pub fn quantile(self, level: f64) -> Span {
        Span::from_ms(self.exceeded_with(1.0 - level).round() as i64)
    }

    /// Probability that the work takes longer than `span`.
    pub fn survival(self, span: Span) -> f64 {
        let ms = span.ms() as f64;
        match self {
            Self::Fixed(own) => f64::from(own > span),
            Self::Exponential { mean } if mean.ms() > 0 => libm::exp(-(ms.max(0.0)) / mean.ms() as f64),
            Self::Exponential { .. } => 0.0,
            Self::Lognormal { shift, mean, cv } => match log_scale(shift, mean, cv) {
                Some(_) if span <= shift => 1.0,
                Some(LogScale { mu, sigma }) => {
                    normal::survival((libm::log(ms - shift.ms().max(0) as f64) - mu) / sigma)
                }
                None => f64::from(mean > span),
            },
        }
    }
}

/// None where the law has no spread: it then is its mean.
pub(crate) fn log_scale(shift: Span, mean: Span, cv: f64) -> Option<LogScale> {
    let beyond = (mean.ms() - shift.ms().max(0)) as f64;
    if beyond <= 0.0 || cv <= 0.0 || !cv.is_finite() {
        return None;
    }
    let variance = libm::log1p(cv * cv);
    Some(LogScale { mu: libm::log(beyond) - variance / 2.0, sigma: libm::sqrt(variance) })
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUARTER: Span = Span::from_minutes(15);

    #[test]
    fn quantile_and_survival_agree() {
        let laws = [
            Law::lognormal(QUARTER, 0.8),
            Law::Lognormal { shift: Span::from_minutes(3), mean: QUARTER, cv: 0.5 },
            Law::Exponential { mean: QUARTER },
        ];
        for law in laws {
            for p in [0.999, 0.5, 0.1, 1e-3, 1e-6] {
                let at = Span::from_ms(law.exceeded_with(p).round() as i64);
                assert!((law.survival(at) / p - 1.0).abs() < 1e-3, "{law:?} {p}");
            }
        }
    }

    /// The slow appraisal that decides whether a promise can be kept: over 120 minutes once in 2,000.
    #[test]
    fn the_slow_dossier() {
        let p = Law::lognormal(QUARTER, 0.8).survival(Span::from_minutes(120));
        assert!((4e-4..6e-4).contains(&p), "{p}");
    }

    #[test]
    fn laws_without_spread_are_their_mean() {
        for law in [Law::Fixed(QUARTER), Law::lognormal(QUARTER, 0.0), Law::lognormal(QUARTER, f64::NAN)] {
            assert_eq!(law.quantile(0.01), QUARTER);
            assert_eq!(law.quantile(0.99), QUARTER);
            assert_eq!(law.survival(Span::from_minutes(14)), 1.0);
            assert_eq!(law.survival(QUARTER), 0.0);
        }
        let none = Law::Exponential { mean: Span::from_minutes(-4) };
        assert_eq!((none.quantile(0.5), none.survival(Span::ZERO)), (Span::ZERO, 0.0));
    }

    #[test]
    fn scaling_scales_everything() {
        let law = Law::Lognormal { shift: Span::from_minutes(2), mean: QUARTER, cv: 0.8 };
        let half = law.scaled(0.5);
        assert!((half.exceeded_with(0.1) * 2.0 - law.exceeded_with(0.1)).abs() < 2.0);
    }
}

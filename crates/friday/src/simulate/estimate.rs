//! A figure from many days with the interval that the number of days allows.

/// A mean or a share with its 95 % interval.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Estimate {
    /// The figure.
    pub value: f64,
    /// Half the width of its 95 % interval; zero also when one day cannot tell.
    pub half: f64,
}

/// Normal quantile of a two-sided 95 % interval.
const Z: f64 = 1.959_963_984_540_054;

impl Estimate {
    /// Mean of one value a day. None without days.
    pub fn mean(values: impl Iterator<Item = f64>) -> Option<Self> {
        Self::ratio(values.map(|value| (value, 1.0)))
    }

    /// Ratio of two sums over days, for example kept over promised: files of one day hang together, so the interval comes
    /// from how days differ. None when the second sum is zero.
    pub fn ratio(days: impl Iterator<Item = (f64, f64)>) -> Option<Self> {
        let days: Vec<(f64, f64)> = days.collect();
        let n = days.len() as f64;
        let (over, under) = days.iter().fold((0.0, 0.0), |sum, day| (sum.0 + day.0, sum.1 + day.1));
        if under <= 0.0 {
            return None;
        }
        let value = over / under;
        let scatter: f64 = days.iter().map(|day| (day.0 - value * day.1).powi(2)).sum();
        let half = if n > 1.0 { Z * (scatter * n / (n - 1.0)).sqrt() / under } else { 0.0 };
        Some(Self { value, half })
    }

    /// From figures of independent parts of the days, for quantiles: the value of the whole, the spread of the parts.
    pub(super) fn of_parts(value: f64, parts: &[f64]) -> Self {
        let n = parts.len() as f64;
        if parts.len() < 2 {
            return Self { value, half: 0.0 };
        }
        let mean = parts.iter().sum::<f64>() / n;
        let scatter: f64 = parts.iter().map(|part| (part - mean).powi(2)).sum();
        Self { value, half: Z * (scatter / (n - 1.0) / n).sqrt() }
    }

    /// Standard error.
    pub fn sigma(self) -> f64 {
        self.half / Z
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mean_and_ratio() {
        let mean = Estimate::mean([1.0, 2.0, 3.0, 4.0].into_iter()).unwrap();
        assert!(
            (mean.value - 2.5).abs() < 1e-12 && (mean.sigma() - (5.0f64 / 3.0 / 4.0).sqrt()).abs() < 1e-12
        );
        let ratio = Estimate::ratio([(9.0, 10.0), (1.0, 2.0)].into_iter()).unwrap();
        assert!((ratio.value - 10.0 / 12.0).abs() < 1e-12 && ratio.half > 0.0);
        assert_eq!(Estimate::ratio([(0.0, 0.0)].into_iter()), None);
        assert_eq!(Estimate::mean(std::iter::empty()), None);
    }
}

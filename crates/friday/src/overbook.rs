//! How many slots may be given when not everybody comes.

/// The largest number of bookings with which more than `capacity` come at most with probability `risk`.
///
/// `show` is the probability that one comes, taken into [0, 1]; never below the capacity itself, and never above ten
/// times it (nobody books a room for ghosts).
pub fn bookings(capacity: u32, show: f64, risk: f64) -> u32 {
    let show = if show.is_finite() { show.clamp(0.0, 1.0) } else { 1.0 };
    let most = capacity.saturating_mul(10);
    let mut bookings = capacity;
    while bookings < most && more_than(capacity, bookings + 1, show) <= risk {
        bookings += 1;
    }
    bookings
}

/// P(Bin(n, p) > k).
fn more_than(k: u32, n: u32, p: f64) -> f64 {
    if p <= 0.0 || n <= k {
        return 0.0;
    }
    if p >= 1.0 {
        return 1.0;
    }
    statrs::function::beta::beta_reg(f64::from(k) + 1.0, f64::from(n - k), p)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_counted_by_hand() {
        // P(Bin(11, .7) > 10) = .7^11 = .0198; P(Bin(12, .7) > 10) = 12 (.7^11)(.3) + .7^12 = .0850.
        assert_eq!(bookings(10, 0.7, 0.05), 11);
        // P(Bin(2, .2) > 1) = .04; P(Bin(3, .2) > 1) = .104.
        assert_eq!(bookings(1, 0.2, 0.05), 2);
        assert_eq!(bookings(8, 1.0, 0.05), 8);
        assert_eq!(bookings(0, 0.5, 0.05), 0);
        assert_eq!(bookings(4, 0.0, 0.05), 40);
        assert_eq!(bookings(4, f64::NAN, 0.05), 4);
    }

    #[test]
    fn the_tail_is_the_binomial_one() {
        assert!((more_than(10, 12, 0.7) - (12.0 * 0.7f64.powi(11) * 0.3 + 0.7f64.powi(12))).abs() < 1e-9);
    }
}

//! Money: whole đồng, never a fraction, never negative.

use std::fmt;

/// An amount in đồng (đ).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Dong(pub u64);

impl Dong {
    /// Nothing to pay.
    pub const ZERO: Self = Self(0);

    /// Adds, staying at the largest amount rather than wrapping.
    pub const fn saturating_add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// Multiplies by a count, staying at the largest amount rather than wrapping.
    pub const fn saturating_mul(self, count: u64) -> Self {
        Self(self.0.saturating_mul(count))
    }
}

impl fmt::Display for Dong {
    /// Groups of three with dots as Vietnamese writes them: `1.000.000 đ`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.to_string();
        let mut grouped = String::with_capacity(digits.len() + digits.len() / 3 + 4);
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                grouped.push('.');
            }
            grouped.push(digit);
        }
        write!(f, "{grouped} đ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_by_three() {
        assert_eq!(Dong(0).to_string(), "0 đ");
        assert_eq!(Dong(8_000).to_string(), "8.000 đ");
        assert_eq!(Dong(1_234_567).to_string(), "1.234.567 đ");
    }
}

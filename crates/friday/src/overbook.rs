//! How many appointments may be given for a number of places, knowing that not everybody comes.

/// The probability of turning a day's hour into a queue that overbooking may cost.
const OVERFLOW_MAX: f64 = 0.05;

/// More is never given than this times the places, whatever the rate says.
const FACTOR_MAX: u32 = 2;

/// The largest number of appointments k for which more than `places` people come with a probability of at most 5 %,
/// each coming with probability `show` on their own. At least `places`; a rate outside 0..=1 is taken as 1.
pub fn bookable(places: u32, show: f64) -> u32 {
    if places == 0 || !(0.0..1.0).contains(&show) {
        return places;
    }
    let most = places.saturating_mul(FACTOR_MAX);
    // The chance of more than `places` grows with k, so the first k that fails ends the search.
    (places..=most).take_while(|k| above(*k, show, places) <= OVERFLOW_MAX).last().unwrap_or(places)
}

/// P(Bin(trials, chance) > limit).
pub fn above(trials: u32, chance: f64, limit: u32) -> f64 {
    let mut distribution = vec![1.0_f64];
    for _ in 0..trials {
        let mut after = vec![0.0; distribution.len() + 1];
        for (came, weight) in distribution.iter().enumerate() {
            if let Some(stays) = after.get_mut(came) {
                *stays += weight * (1.0 - chance);
            }
            if let Some(comes) = after.get_mut(came + 1) {
                *comes += weight * chance;
            }
        }
        distribution = after;
    }
    distribution.iter().skip(usize::try_from(limit).unwrap_or(usize::MAX).saturating_add(1)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tail_is_exact() {
        // Computed with exact fractions.
        for (trials, chance, limit, wanted) in [
            (2, 0.5, 1, 0.25),
            (3, 0.5, 1, 0.5),
            (3, 0.9, 2, 0.729),
            (10, 0.8, 9, 0.107_374_182_4),
            (4, 0.7, 4, 0.0),
        ] {
            assert!((above(trials, chance, limit) - wanted).abs() < 1e-12, "{trials} {chance} {limit}");
        }
    }

    #[test]
    fn nobody_is_squeezed_out_where_everybody_comes() {
        for places in [0, 1, 2, 7, 30] {
            assert_eq!(bookable(places, 1.0), places);
            assert_eq!(bookable(places, f64::NAN), places);
            assert_eq!(bookable(places, -1.0), places);
        }
    }

    #[test]
    fn it_is_the_largest_that_keeps_the_bound() {
        for places in 1..=40 {
            for show in [0.3, 0.5, 0.7, 0.85, 0.95] {
                let k = bookable(places, show);
                assert!(k >= places && k <= places * FACTOR_MAX);
                assert!(k == places || above(k, show, places) <= OVERFLOW_MAX, "{places} {show}");
                assert!(
                    k == places * FACTOR_MAX || above(k + 1, show, places) > OVERFLOW_MAX,
                    "{places} {show}"
                );
            }
        }
    }

    #[test]
    fn known_values() {
        for (places, show, wanted) in [(10, 0.8, 10), (20, 0.8, 22), (40, 0.8, 45), (20, 0.6, 27)] {
            assert_eq!(bookable(places, show), wanted, "{places} {show}");
        }
    }
}

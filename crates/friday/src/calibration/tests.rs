use super::*;
use crate::Streams;

#[test]
fn how_many_promises_a_claim_needs() {
    for (misses, needed) in [(0, 9_985), (1, 15_812), (2, 20_984), (3, 25_844), (5, 35_041), (10, 56_538)] {
        assert_eq!(promises_needed(0.9997, misses), needed, "{misses} misses");
    }
}

#[test]
fn the_bound_of_the_article() {
    let bound = lower_bound(2_192, 2_192, 0.95);
    assert!((bound - 0.998_63).abs() < 1e-5, "{bound}");
}

#[test]
fn bounds_as_in_the_tables() {
    // Clopper-Pearson two-sided 95 % for 8 of 20: 0.1912, 0.6395.
    assert!((lower_bound(8, 20, 0.975) - 0.1912).abs() < 1e-4);
    assert!((upper_bound(8, 20, 0.975) - 0.6395).abs() < 1e-4);
    assert_eq!((lower_bound(0, 20, 0.95), upper_bound(20, 20, 0.95)), (0.0, 1.0));
    assert_eq!((lower_bound(0, 0, 0.95), upper_bound(0, 0, 0.95)), (0.0, 1.0));
    assert!((upper_bound(0, 9_985, 0.95) - 3e-4).abs() < 1e-7);
}

/// A claim that holds rings at most once in twenty lives; here 400 lives of 20,000 promises.
#[test]
fn the_alarm_is_quiet_while_the_claim_holds() {
    let rang = (0..400).filter(|&life| lives(3e-4, life, 20_000).is_some()).count();
    assert!(rang <= 34, "{rang} of 400: more than 5 % at 3 sigma");
}

#[test]
fn the_alarm_rings_when_it_breaks() {
    let delays: Vec<u64> = (0..300).filter_map(|life| lives(3e-3, life, 40_000)).collect();
    assert_eq!(delays.len(), 300);
    let mean = delays.iter().sum::<u64>() as f64 / 300.0;
    assert!((500.0..1_300.0).contains(&mean), "{mean}");
    let slow: Vec<u64> = (300..400).filter_map(|life| lives(1e-3, life, 60_000)).collect();
    assert!(slow.len() >= 99, "{}", slow.len());
}

/// After how many promises the alarm rings when each breaks with probability `miss`.
fn lives(miss: f64, life: u64, promises: u64) -> Option<u64> {
    let mut alarm = Alarm::new(3e-4);
    let streams = Streams::new(77, life);
    (0..promises).find(|&promise| alarm.observe(streams.unit(promise, 0) >= miss))
}

#[test]
fn the_margin_is_an_order_statistic() {
    let residuals: Vec<Span> = (0..99).rev().map(Span::from_minutes).collect();
    assert_eq!(conformal_margin(&residuals, 0.99), Some(Span::from_minutes(98)));
    assert_eq!(conformal_margin(&residuals, 0.95), Some(Span::from_minutes(94)));
    assert_eq!(conformal_margin(&residuals[..18], 0.95), None);
    assert_eq!(conformal_margin(&residuals[..19], 0.95), Some(Span::from_minutes(98)));
    assert_eq!(conformal_margin(&[], 0.95), None);
}

/// Whatever the law of the residuals, the next one stays below the margin as often as promised.
#[test]
fn the_margin_covers() {
    let mut coverage = Coverage::default();
    for round in 0..4_000 {
        let streams = Streams::new(3, round);
        let draw = |case| Span::from_minutes_f64(streams.unit(case, 0).powi(3) * 100.0 - 20.0);
        let past: Vec<Span> = (0..59).map(draw).collect();
        if let Some(margin) = conformal_margin(&past, 0.9) {
            coverage.add(draw(99) <= margin);
        }
    }
    let share = coverage.share().unwrap();
    assert!((share - 0.9).abs() < 4.9 * (0.09f64 / 4_000.0).sqrt(), "{share}");
}

#[test]
fn bands_see_a_wrong_prediction() {
    let (mut honest, mut boastful) = (Bands::default(), Bands::default());
    for case in 0..20_000 {
        let p = 0.05;
        let late = Streams::new(9, 0).unit(case, 0) < p;
        honest.add(p, late);
        boastful.add(0.025, late);
    }
    assert!(honest.as_slice().iter().all(|band| band.agrees()));
    assert!(boastful.as_slice().iter().any(|band| !band.agrees()));
}

#[test]
fn the_threshold_is_the_largest_that_kept_the_target() {
    let mut past: Vec<(f64, bool)> = (0..20_000).map(|_| (0.001, false)).collect();
    past.extend((0..20_000).map(|_| (0.003, false)));
    past.extend((0..1_000).map(|case| (0.02, case % 20 == 0)));
    assert!((threshold(&past, 3e-4, 0.002) - 0.003).abs() < 1e-12);
    assert!((threshold(&past[..100], 3e-4, 0.002) - 0.002).abs() < 1e-12);
}

#[test]
fn misses_widen_and_hits_narrow() {
    assert!(adapted_miss_rate(0.05, 0.05, true) < 0.05);
    assert!(adapted_miss_rate(0.05, 0.05, false) > 0.05);
}

//! The simulator against a hand-played day, closed forms, exact transients, laws of every run and other engines.
//!
//! Seeds are fixed. Where chance is left, the tolerance is 4.9 sigma of the estimate, so that a false alarm comes once in
//! a million tests.

#![allow(clippy::unwrap_used, reason = "a test may fail by panicking")]

mod closed_forms;
mod coverage;
mod faults;
mod golden;
mod laws;
mod plans;
mod test_friday;
mod transients;

/// How many sigmas an estimate may be off.
const SIGMAS: f64 = 4.9;

/// Asserts an estimate against an exact value.
fn assert_exact(name: &str, estimate: friday::simulate::Estimate, exact: f64) {
    let (value, sigma) = (estimate.value, estimate.sigma());
    assert!((value - exact).abs() <= SIGMAS * sigma, "{name}: {value}, exact {exact}, sigma {sigma}");
    assert!(sigma <= 0.1 * exact.abs(), "{name}: sigma {sigma} is too wide to say anything about {exact}");
}

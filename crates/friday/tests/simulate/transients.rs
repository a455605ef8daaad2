//! Days that never become steady, against the Kolmogorov equations.

use friday::simulate::{Estimate, FileTrace, Listed, run, traces};
use friday::{DayTime, PerStage, Stage, Window};

use crate::assert_exact;
use crate::plans::{NOTHING, around_the_clock, at, exponential};

const SEED: u64 = 7;

fn inside(trace: &[FileTrace], instant: DayTime) -> f64 {
    trace.iter().filter(|file| file.door <= instant && file.ready() > Some(instant)).count() as f64
}

#[test]
fn t1_a_morning_rush() {
    let laws = PerStage([exponential(8.0), NOTHING, NOTHING, NOTHING]);
    let mut plan = around_the_clock([4, 1, 1, 1], laws, 0.6, 120);
    plan.walk_ins.push((Window { from: at(120), to: at(240) }, 0.4 * 60.0));
    let mut counts = [const { Vec::new() }; 3];
    traces(&plan, SEED, 0..60_000, |trace| {
        counts
            .iter_mut()
            .zip([120, 255, 270])
            .for_each(|(counts, minutes)| counts.push(inside(trace, at(minutes))));
    });
    let empty =
        |counts: &[f64]| Estimate::mean(counts.iter().map(|n| f64::from(u8::from(*n == 0.0)))).unwrap();
    assert_exact("E N at 120", Estimate::mean(counts[0].iter().copied()).unwrap(), 17.658_834);
    let early = empty(&counts[0]);
    assert!((early.value - 0.001_089).abs() < 4.9 * early.sigma().max(1e-4), "{early:?}");
    assert_exact("empty at 255", empty(&counts[1]), 0.297_523);
    assert_exact("empty at 270", empty(&counts[2]), 0.606_470);
}

#[test]
fn t2_the_promise_itself() {
    let laws = PerStage([8.0, 10.0, 3.0, 4.0].map(exponential));
    for (minutes, exact) in [(60, 0.191_968), (90, 0.861_201), (120, 0.991_754)] {
        let mut plan = around_the_clock([3, 2, 1, 1], laws, 0.0, minutes);
        let file = |enters| Listed { at: at(0), enters, class: None, kind: None };
        for (stage, count) in Stage::ALL.into_iter().zip([6, 4, 3, 1]) {
            plan.listed.extend(vec![file(stage); count]);
        }
        let outcome = run(&plan, SEED, 100_000, |_| ());
        assert_exact(&format!("all done by {minutes}"), outcome.zero_backlog().unwrap(), exact);
    }
}

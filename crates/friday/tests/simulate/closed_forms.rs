//! Steady states with exact values: Erlang, Pollaczek-Khinchine, Burke-Reich, Cobham, Kleinrock.

use friday::order::{Class, Policy};
use friday::simulate::{Estimate, FileTrace, Plan, trace_of, traces};
use friday::{DayTime, Law, PerStage, Span, Stage};

use crate::assert_exact;
use crate::plans::{NOTHING, accumulating, around_the_clock, at, exponential};

const HORIZON: i64 = 42_000;
const WARM_UP: DayTime = DayTime::from_minutes(2_000);
const SEED: u64 = 20_231_006;

/// Means over the files that came after the warm-up, with the spread between replications.
fn over_files_all<const N: usize>(
    plan: &Plan,
    replications: u64,
    values: impl Fn(&FileTrace) -> [Option<f64>; N],
) -> [Estimate; N] {
    let mut sums = [const { Vec::new() }; N];
    traces(plan, SEED, 0..replications, |trace| {
        let mut sum = [(0.0, 0.0); N];
        for file in trace.iter().filter(|file| file.door >= WARM_UP) {
            for (sum, value) in sum.iter_mut().zip(values(file)) {
                *sum = (sum.0 + value.unwrap_or(0.0), sum.1 + f64::from(u8::from(value.is_some())));
            }
        }
        sums.iter_mut().zip(sum).for_each(|(sums, sum)| sums.push(sum));
    });
    sums.map(|sums| Estimate::ratio(sums.into_iter()).unwrap())
}

fn over_files(plan: &Plan, replications: u64, value: impl Fn(&FileTrace) -> Option<f64>) -> Estimate {
    let [estimate] = over_files_all(plan, replications, |file| [value(file)]);
    estimate
}

fn wait(file: &FileTrace, stage: Stage) -> Option<f64> {
    let arrives = match stage {
        Stage::Receive => file.joins,
        Stage::Appraise => file.ends[Stage::Receive]?,
        Stage::Approve => file.ends[Stage::Appraise]?,
        Stage::Return => file.ends[Stage::Approve]?,
    };
    Some((file.starts[stage]? - arrives).minutes())
}

fn share(is: bool) -> Option<f64> {
    Some(f64::from(u8::from(is)))
}

/// One stage of five desks, .5 arrivals a minute, mean work 8: cases A, E and F.
fn five_desks(order: Policy) -> Plan {
    let laws = PerStage([exponential(8.0), NOTHING, NOTHING, NOTHING]);
    let mut plan = around_the_clock([5, 1, 1, 1], laws, 0.5, HORIZON);
    plan.order[Stage::Receive] = order;
    plan.priority_share = 0.2;
    plan
}

#[test]
fn a_erlang_c() {
    let plan = five_desks(Policy::InOrder);
    let values = |file: &FileTrace| {
        let wait = wait(file, Stage::Receive);
        let beyond = |limit: f64| wait.and_then(|wait| share(wait > limit));
        [beyond(0.0), wait, beyond(10.0), beyond(20.0)]
    };
    let exact = [0.554_113, 4.432_900, 0.158_756, 0.045_484];
    for (estimate, exact) in over_files_all(&plan, 150, values).into_iter().zip(exact) {
        assert_exact("M/M/5", estimate, exact);
    }
}

#[test]
fn b_one_desk_any_law() {
    for (cv, exact) in [(0.0, 16.0), (0.5, 20.0), (1.0, 32.0), (1.5, 52.0)] {
        let laws = PerStage([Law::lognormal(Span::from_minutes(8), cv), NOTHING, NOTHING, NOTHING]);
        let plan = around_the_clock([1; 4], laws, 0.1, HORIZON);
        assert_exact(&format!("cv {cv}"), over_files(&plan, 200, |file| wait(file, Stage::Receive)), exact);
    }
}

#[test]
fn c_citizens_who_leave() {
    let laws = PerStage([exponential(8.0), NOTHING, NOTHING, NOTHING]);
    let mut plan = around_the_clock([5, 1, 1, 1], laws, 0.75, HORIZON);
    plan.patience = Some(exponential(20.0));
    assert_exact("P(leaves)", over_files(&plan, 100, |file| share(file.left.is_some())), 0.218_321);
    let waited = |file: &FileTrace| match file.left {
        Some(left) => Some((left - file.joins).minutes()),
        None => wait(file, Stage::Receive),
    };
    assert_exact("E wait of all", over_files(&plan, 100, waited), 4.366_424);
}

#[test]
fn d_four_stages() {
    let laws = PerStage([8.0, 1.0 / 0.7, 1.0 / 0.65, 3.0].map(exponential));
    let plan = around_the_clock([5, 1, 1, 2], laws, 0.5, HORIZON);
    let values = |file: &FileTrace| {
        let sojourn = file.ready().map(|ready| (ready - file.door).minutes());
        let beyond = |limit: f64| sojourn.and_then(|sojourn| share(sojourn > limit));
        let [receive, appraise, approve, hand_over] = Stage::ALL.map(|stage| wait(file, stage));
        let tail = [sojourn, beyond(30.0), beyond(60.0), beyond(51.041), beyond(59.002), beyond(28.589)];
        let [mean, a, b, c, d, e] = tail;
        [mean, a, b, c, d, e, receive, appraise, approve, hand_over]
    };
    let tail = [30.956_710, 0.461_337, 0.045_695, 0.1, 0.05, 0.5];
    let waits = [4.432_900, 3.571_429, 5.128_205, 3.857_143];
    for (estimate, exact) in over_files_all(&plan, 150, values).into_iter().zip(tail.into_iter().chain(waits))
    {
        assert_exact("tandem", estimate, exact);
    }
}

fn by_class(plan: &Plan, class: Class) -> Estimate {
    over_files(plan, 150, |file| (file.class == class).then(|| wait(file, Stage::Receive)).flatten())
}

#[test]
fn e_strict_priority() {
    let plan = five_desks(Policy::Strict);
    assert_exact("priority", by_class(&plan, Class::Priority), 1.055_452);
    assert_exact("others", by_class(&plan, Class::Normal), 5.277_262);
    let tail = over_files(&plan, 150, |file| {
        (file.class == Class::Priority)
            .then(|| f64::from(u8::from(wait(file, Stage::Receive) > Some(4.5816))))
    });
    assert_exact("P(priority waits > 4.58)", tail, 0.05);
}

#[test]
fn f_accumulating_priority() {
    for (ratio, priority, others) in [(2.0, 2.891_022, 4.818_370), (5.0, 1.830_097, 5.083_601)] {
        let plan = five_desks(accumulating(ratio));
        assert_exact(&format!("priority, {ratio}"), by_class(&plan, Class::Priority), priority);
        assert_exact(&format!("others, {ratio}"), by_class(&plan, Class::Normal), others);
    }
}

/// Whatever the order, equal work waits the same on average: somebody's gain is somebody else's loss.
#[test]
fn the_order_moves_waits_and_makes_none() {
    for order in [Policy::Strict, accumulating(2.0), accumulating(5.0)] {
        let all = over_files(&five_desks(order), 150, |file| wait(file, Stage::Receive));
        assert_exact(&format!("{order:?}"), all, 4.432_900);
    }
}

#[test]
fn the_horizon_ends_and_the_house_empties() {
    let plan = five_desks(Policy::InOrder);
    let trace = trace_of(&plan, SEED, 0);
    assert!(trace.iter().all(|file| file.ready().is_some() && file.door < at(HORIZON)));
}

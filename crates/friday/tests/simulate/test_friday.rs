//! The test Friday F1, which has no closed form: three independent engines (SimPy, Ciw and a prototype in another style)
//! played it, and we must agree with the best of their figures.

use friday::order::Class;
use friday::simulate::{Change, Estimate, Outcome, Rescue, gains, run};
use friday::{Span, Stage};

use crate::SIGMAS;
use crate::plans::test_friday;

/// Asserts against another engine's figure, given with the half width of its 95 % interval.
fn assert_agrees(name: &str, own: Estimate, theirs: f64, half: f64) {
    let sigma = (own.sigma().powi(2) + (half / 1.96).powi(2)).sqrt();
    assert!((own.value - theirs).abs() <= SIGMAS * sigma, "{name}: {own:?}, theirs {theirs}, sigma {sigma}");
}

#[test]
fn agrees_with_the_other_engines() {
    let outcome = run(&test_friday(), 1, 100_000, |_| ());
    let late = outcome.kept().map(|kept| Estimate { value: 1.0 - kept.value, ..kept }).unwrap();
    // SimPy, 4,000 days.
    assert_agrees("last ready, SimPy", outcome.last_ready().unwrap(), 527.46, 0.65);
    assert_agrees("files, SimPy", outcome.files().unwrap(), 78.15, 0.28);
    assert_agrees("longest wait, SimPy", outcome.longest_wait(Class::Normal).unwrap(), 31.2, 0.8);
    // Ciw, 600 days.
    assert_agrees("sojourn, Ciw", outcome.mean_sojourn().unwrap(), 56.45, 1.33);
    assert_agrees("wait of others, Ciw", mean_of_days(&outcome, Class::Normal), 7.76, 0.53);
    // The prototype, 400,000 days.
    assert_agrees("files", outcome.files().unwrap(), 77.998, 0.027);
    assert_agrees("sojourn", outcome.mean_sojourn().unwrap(), 56.709, 0.052);
    assert_agrees("late", late, 6.79e-4, 0.3e-4);
    assert_agrees("zero backlog", outcome.zero_backlog().unwrap(), 0.959_61, 0.000_61);
    assert_agrees("last ready", outcome.last_ready().unwrap(), 527.658, 0.066);
    assert_agrees("wait of priority", mean_of_days(&outcome, Class::Priority), 1.6889, 0.0029);
    assert_agrees("wait of others", mean_of_days(&outcome, Class::Normal), 7.935, 0.023);
    assert_agrees("longest wait of others", outcome.longest_wait(Class::Normal).unwrap(), 30.756, 0.083);
}

/// The others took the mean of each day's mean, in which a crowded day weighs no more than a quiet one.
fn mean_of_days(outcome: &Outcome, class: Class) -> Estimate {
    let days = outcome.days().iter().map(|day| day.waits[class as usize]).filter(|(_, count)| *count > 0);
    Estimate::mean(days.map(|(sum, count)| Span::from_ms(sum).minutes() / f64::from(count))).unwrap()
}

/// The published what-ifs of the same Friday: kept share and days without backlog.
#[test]
fn help_for_slow_files_and_one_more_appraiser() {
    let helped = |rate: f64, help: bool, more: bool| {
        let mut plan = test_friday();
        plan.walk_ins.iter_mut().for_each(|(_, per_hour)| *per_hour *= rate);
        let rescue = Rescue { stage: Stage::Appraise, after: Span::from_minutes(40), speed: 4.0 };
        plan.rescue = help.then_some(rescue);
        run(&if more { Change::OneMoreAt(Stage::Appraise).applied(&plan) } else { plan }, 3, 30_000, |_| ())
    };
    let rows = [
        (1.0, true, false, 0.999_89, 0.995),
        (1.2, false, false, 0.994_32, 0.849),
        (1.2, true, false, 0.997_19, 0.929),
        (1.2, false, true, 0.999_05, 0.942),
        (1.2, true, true, 0.999_60, 0.984),
    ];
    for (rate, help, more, kept, zero) in rows {
        let outcome = helped(rate, help, more);
        let name = format!("load {rate}, help {help}, one more {more}");
        // Published to the last digit shown, from 60,000 days.
        let own = outcome.kept().unwrap();
        assert_agrees(&name, own, kept, own.half + 0.000_01);
        let own = outcome.zero_backlog().unwrap();
        assert_agrees(&name, own, zero, own.half + 0.001);
    }
}

#[test]
fn one_more_where_it_matters() {
    let plan = test_friday();
    let base = run(&plan, 5, 4_000, |_| ());
    let gains = gains(&plan, &base, 5, |_| ());
    let sojourn = |change| gains.iter().find(|gain| gain.change == change).unwrap().sojourn.unwrap();
    let receive = sojourn(Change::OneMoreAt(Stage::Receive));
    assert!(receive.value > 3.0 * receive.half, "a fourth desk shortens the day: {receive:?}");
    assert!(
        sojourn(Change::OneMoreAt(Stage::Appraise)).value > sojourn(Change::OneMoreAt(Stage::Return)).value
    );
    assert_eq!(sojourn(Change::OneMoreVolunteer).value, 0.0, "nobody needs help in this plan");
}

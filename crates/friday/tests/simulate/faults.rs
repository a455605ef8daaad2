//! Plans that cannot be played, and days that are too much.

use friday::order::{Accumulating, Class, Policy};
use friday::simulate::{Appointment, Change, Officer, Plan, PlanProblem, run, trace_of};
use friday::{DayTime, Law, PerStage, Span, Stage, Window, Windows};

use crate::plans::{at, officers, test_friday};

#[test]
fn everything_that_is_wrong_is_named_at_once() {
    let mut plan = test_friday();
    plan.officers.retain(|officer| !officer.duties[Stage::Approve]);
    let mut both = Officer::at(Stage::Receive, plan.opening.clone());
    both.duties[Stage::Approve] = true;
    plan.officers.push(both);
    plan.officers.push(Officer { duties: PerStage([false; 4]), ..plan.officers[0].clone() });
    plan.officers.push(Officer::at(Stage::Return, Windows::one(at(250), at(300))));
    plan.priority_share = 1.5;
    plan.walk_ins[0].1 = -3.0;
    plan.kinds[0].weight = 0.0;
    assert_eq!(
        plan.problems(),
        [
            PlanProblem::ApprovesOwnWork(9),
            PlanProblem::NoDuty(10),
            PlanProblem::NeverThere(11),
            PlanProblem::NotAShare,
            PlanProblem::NotANumber,
            PlanProblem::NoKind,
        ]
    );
    plan.officers.clear();
    assert_eq!(plan.problems()[..4], Stage::ALL.map(PlanProblem::NobodyAt));
}

#[test]
fn a_friday_without_a_leader_leaves_everything_open() {
    let mut plan = test_friday();
    plan.officers.retain(|officer| !officer.duties[Stage::Approve]);
    let outcome = run(&plan, 1, 50, |_| ());
    assert_eq!(outcome.kept().map(|kept| kept.value), Some(0.0));
    assert_eq!(outcome.zero_backlog().map(|zero| zero.value), Some(0.0));
    assert_eq!(
        (outcome.last_ready(), outcome.sojourn(0.5), outcome.last_safe_intake(0.9)),
        (None, None, None)
    );
}

#[test]
fn nobody_comes() {
    let mut plan = test_friday();
    plan.walk_ins.clear();
    let outcome = run(&plan, 1, 10, |_| ());
    assert_eq!((outcome.kept(), outcome.wait(0.5)), (None, None));
    assert_eq!(outcome.zero_backlog().map(|zero| zero.value), Some(1.0));
    assert_eq!(run(&plan, 1, 0, |_| ()).days().len(), 0);
}

#[test]
fn ten_thousand_arrivals() {
    let mut plan = test_friday();
    plan.order[Stage::Receive] = Policy::Accumulating(Accumulating::USUAL);
    plan.walk_ins = vec![(Window { from: at(0), to: at(200) }, 3_000.0)];
    let trace = trace_of(&plan, 1, 0);
    assert!((9_000..11_000).contains(&trace.len()), "{}", trace.len());
    assert!(trace.iter().all(|file| file.ready().is_some()), "desks stay until the house is empty");
    plan.walk_ins[0].1 = 1e9;
    assert_eq!(plan.problems(), [PlanProblem::TooManyArrivals]);
}

#[test]
fn an_absent_officer_and_no_shows() {
    let mut plan = test_friday();
    let sure = run(&plan, 1, 2_000, |_| ()).mean_sojourn().unwrap();
    plan.officers.iter_mut().for_each(|officer| officer.absent = 0.2);
    plan.officers.extend(officers([0, 0, 1, 1], &plan.opening));
    let unsure = run(&plan, 1, 2_000, |_| ()).mean_sojourn().unwrap();
    assert!(unsure.value > sure.value + 3.0 * unsure.half, "{unsure:?} {sure:?}");

    plan.walk_ins.clear();
    plan.booking.slots = vec![Appointment { at: at(60), show: 0.7 }; 40];
    let came = run(&plan, 1, 2_000, |_| ()).files().unwrap();
    assert!((came.value - 28.0).abs() < 4.9 * came.sigma(), "{came:?}");
}

#[test]
fn volunteers_shorten_the_work_at_the_counter() {
    let mut plan = test_friday();
    plan.volunteers.share = 0.5;
    let alone = run(&plan, 1, 3_000, |_| ()).mean_wait(Class::Normal).unwrap();
    let helped =
        run(&Change::OneMoreVolunteer.applied(&plan), 1, 3_000, |_| ()).mean_wait(Class::Normal).unwrap();
    assert!(helped.value < 0.8 * alone.value, "{helped:?} {alone:?}");
    let trace = trace_of(&Change::OneMoreVolunteer.applied(&plan), 1, 0);
    assert!(trace.iter().any(|file| file.helped && file.joins > file.door));
}

#[test]
fn a_booked_citizen_is_called_near_the_slot() {
    let hours = Windows::one(at(0), at(10_000));
    let mut plan = Plan::new(hours.clone(), at(600), PerStage([Law::Fixed(Span::from_minutes(10)); 4]));
    plan.officers = officers([1, 9, 9, 9], &hours);
    plan.walk_ins = vec![(Window { from: at(0), to: at(400) }, 5.4)];
    plan.booking.slots = (3..40).map(|slot| Appointment { at: at(slot * 10), show: 0.3 }).collect();
    let waits = (0..200).flat_map(|day| trace_of(&plan, 1, day));
    for file in waits.filter(|file| file.since > file.door) {
        let called = file.starts[Stage::Receive].unwrap();
        assert!(called >= file.door, "nobody is served before coming");
    }
}

#[test]
fn the_same_bits_on_one_and_two_threads() {
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let outcome = pool.install(|| run(&test_friday(), 9, 1_000, |_| ()));
        (outcome.days().to_vec(), outcome.wait(0.9), outcome.ready_by_quarter().collect::<Vec<_>>())
    };
    assert_eq!(on(1), on(2));
}

#[test]
fn the_cut_off_decides_who_is_promised() {
    let mut plan = test_friday();
    let everybody = run(&plan, 1, 20_000, |_| ());
    plan.cut_off = Some(at(450));
    let early = run(&plan, 1, 20_000, |_| ());
    assert!(early.kept().unwrap().value > everybody.kept().unwrap().value);
    assert!(early.promised().unwrap().value < 0.95);
    let safe: Option<DayTime> = everybody.last_safe_intake(0.9997);
    assert!(safe.is_some_and(|safe| safe > at(360) && safe < at(570)), "{safe:?}");
}

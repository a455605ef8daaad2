use super::*;
use friday::simulate::{Change, Officer, Plan};
use friday::{DayTime, Stage, Window, Windows};

fn plan() -> Plan {
    let hours = Windows::one(DayTime::hm(7, 30), DayTime::hm(17, 0));
    let mut plan = Plan::new(hours.clone(), DayTime::hm(17, 0), usual_laws());
    plan.officers = Stage::ALL.map(|stage| Officer::at(stage, hours.clone())).to_vec();
    plan.walk_ins = vec![(Window { from: DayTime::hm(8, 0), to: DayTime::hm(15, 0) }, 2.0)];
    plan
}

#[test]
fn wishes_change_what_they_say() {
    let leaves = Wish { leader_until: Some(DayTime::hm(15, 0)), ..Wish::default() }.applied(&plan());
    assert_eq!(leaves.officers[2].windows.end(), Some(DayTime::hm(15, 0)));
    let never = Wish { leader_until: Some(DayTime::hm(7, 0)), ..Wish::default() }.applied(&plan());
    assert_eq!(never.problems(), [PlanProblem::NobodyAt(Stage::Approve)]);
    let absent = Wish { absent: Some(Stage::Receive), ..Wish::default() }.applied(&plan());
    assert_eq!(absent.problems(), [PlanProblem::NobodyAt(Stage::Receive)]);
    let more =
        Wish { one_more: Some(Change::OneMoreAt(Stage::Appraise)), load_percent: 20, ..Wish::default() };
    let more = more.applied(&plan());
    assert_eq!((more.officers.len(), more.walk_ins[0].1), (5, 2.4));
    assert_eq!(Wish::default().applied(&plan()), plan());
}

#[test]
fn one_run_at_a_time() {
    let person = AccountId::from_parts(1, 1);
    let turn = Turn::take(person);
    assert!(turn.is_some() && Turn::take(person).is_none());
    drop(turn);
    assert!(Turn::take(person).is_some());
}

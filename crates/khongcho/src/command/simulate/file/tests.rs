use super::*;

const EXAMPLE: &str = include_str!("../../../../../../docs/examples/friday.toml");

#[test]
fn the_example_can_be_played() {
    let (name, plan) = read(EXAMPLE).unwrap();
    assert_eq!(name.as_deref(), Some("Thứ Sáu không chờ, cấp huyện"));
    assert_eq!((plan.officers.len(), plan.volunteers.windows.len(), plan.kinds.len()), (10, 2, 2));
    assert_eq!(plan.closing, DayTime::hm(17, 0));
    assert!(plan.cut_off.is_some_and(|at| at >= DayTime::hm(15, 30) && at < DayTime::hm(15, 31)));
    assert_eq!(plan.problems(), []);
    let outcome = friday::simulate::run(&plan, 1, 200, |_| ());
    assert!(outcome.kept().is_some_and(|kept| kept.value > 0.8));
}

#[test]
fn everything_wrong_is_named_with_its_line() {
    let text = "\
[[opening]]
from = \"07:30\"
to = \"17:00\"
[[staff]]
duties = [\"receive\", \"recieve\"]
from = \"15:00\"
to = \"09:00\"
[[arrivals]]
from = \"-1:00\"
to = \"25:00\"
per_hour = -3
[priority]
share = 1.2
";
    let problems = read(text).unwrap_err();
    let found: Vec<(usize, Wrong)> =
        problems.into_iter().map(|problem| (problem.line, problem.what)).collect();
    assert_eq!(
        found,
        [
            (5, Wrong::NoDuty("recieve".to_owned())),
            (7, Wrong::EndsBefore("15:00".to_owned(), "09:00".to_owned())),
            (9, Wrong::NoTime("-1:00".to_owned())),
            (10, Wrong::NoTime("25:00".to_owned())),
            (11, Wrong::Amount("-3".to_owned())),
            (13, Wrong::NoShare("1.2".to_owned())),
        ]
    );
}

#[test]
fn an_unknown_key_and_broken_toml_have_their_line() {
    for (text, line) in [("closing = \"17:00\"\nleader = 3\n", 2), ("[[opening]]\nfrom = \"07:30\n", 2)] {
        let problems = read(text).unwrap_err();
        assert!(problems.len() == 1 && matches!(problems[0].what, Wrong::Text(_)), "{problems:?}");
        assert_eq!(problems[0].line, line);
    }
    assert_eq!(read("").unwrap_err(), [Problem { line: 1, what: Wrong::Missing("opening") }]);
}

#[test]
fn a_friday_without_a_leader_and_ten_thousand_arrivals() {
    let alone = EXAMPLE.replace("duties = [\"approve\"]", "duties = [\"return\"]");
    let (_, plan) = read(&alone).unwrap();
    assert_eq!(plan.problems(), [friday::simulate::PlanProblem::NobodyAt(Stage::Approve)]);
    let crowd = EXAMPLE.replace("per_hour = 18", "per_hour = 5000");
    let (_, plan) = read(&crowd).unwrap();
    assert!(plan.problems().is_empty() && plan.expected_arrivals() > 10_000.0);
}

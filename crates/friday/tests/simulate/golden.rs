//! A day played by hand: eight files, a lunch break, two files with priority.

use friday::order::{Class, Policy};
use friday::simulate::{Kind, Listed, Plan, trace_of};
use friday::{Law, PerStage, Span, Stage, Window, Windows};

use crate::plans::{at, officers};

/// Arrival, priority, service at each stage, starts, ready; minutes.
type Row = (i64, bool, [i64; 4], [i64; 4], i64);

const ROWS: [Row; 8] = [
    (0, false, [10, 12, 3, 4], [0, 10, 22, 25], 29),
    (2, false, [8, 20, 3, 5], [2, 10, 32, 37], 42),
    (4, false, [12, 9, 2, 4], [10, 29, 38, 42], 46),
    (6, false, [6, 30, 4, 6], [19, 30, 83, 87], 93),
    (8, true, [9, 7, 3, 5], [10, 22, 29, 32], 37),
    (30, false, [10, 11, 3, 4], [30, 46, 80, 83], 87),
    (31, false, [7, 8, 2, 6], [31, 38, 46, 48], 54),
    (32, true, [5, 15, 5, 3], [38, 80, 95, 100], 103),
];

#[test]
fn the_golden_trace() {
    let hours = Windows::new([Window { from: at(0), to: at(50) }, Window { from: at(80), to: at(10_000) }]);
    let mut plan = Plan::new(hours.clone(), at(90), PerStage([Law::Fixed(Span::ZERO); 4]));
    plan.officers = officers([2, 2, 1, 1], &hours);
    plan.order = PerStage([Policy::Strict, Policy::InOrder, Policy::InOrder, Policy::InOrder]);
    let fixed = |minutes: [i64; 4]| PerStage(minutes.map(|minutes| Law::Fixed(Span::from_minutes(minutes))));
    plan.kinds = ROWS.iter().map(|row| Kind { weight: 1.0, laws: fixed(row.2) }).collect();
    let listed = |(kind, row): (usize, &Row)| Listed {
        at: at(row.0),
        enters: Stage::Receive,
        class: Some(if row.1 { Class::Priority } else { Class::Normal }),
        kind: Some(kind),
    };
    plan.listed = ROWS.iter().enumerate().map(listed).collect();
    assert_eq!(plan.problems(), []);

    for (row, file) in ROWS.iter().zip(trace_of(&plan, 1, 0)) {
        assert_eq!(file.starts.0, row.3.map(|start| Some(at(start))), "file that came at {}", row.0);
        assert_eq!(file.ready(), Some(at(row.4)), "file that came at {}", row.0);
    }
}

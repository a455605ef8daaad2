//! Laws that hold on every run, and the event core against the stage-by-stage projection.

use std::collections::BTreeMap;

use friday::order::Policy;
use friday::simulate::{FileTrace, Kind, Listed, Plan, trace_of};
use friday::{
    DayTime, Expected, Law, OpenFile, PerStage, Position, Server, Snapshot, Span, Stage, Window, Windows,
    project,
};
use proptest::prelude::*;

use crate::plans::{at, officers, test_friday};

/// When a file came to a stage.
fn came(file: &FileTrace, stage: Stage) -> DayTime {
    let before = Stage::ALL.into_iter().take_while(|other| *other < stage).last();
    before.and_then(|before| file.ends[before]).unwrap_or(file.joins)
}

fn days() -> impl Iterator<Item = (Plan, Vec<FileTrace>)> {
    (0..40).map(|day| {
        let mut plan = test_friday();
        if day % 2 == 1 {
            plan.order[Stage::Receive] = crate::plans::accumulating(5.0);
        }
        let trace = trace_of(&plan, 11, day);
        (plan, trace)
    })
}

/// Little's law: the area under the number of files inside is the sum of their times inside.
#[test]
fn little() {
    for (_, trace) in days() {
        let mut steps: BTreeMap<DayTime, i64> = BTreeMap::new();
        for file in &trace {
            *steps.entry(file.door).or_default() += 1;
            *steps.entry(file.ready().unwrap()).or_default() -= 1;
        }
        let (mut inside, mut area, mut last) = (0, 0, at(0));
        for (instant, step) in steps {
            area += inside * (instant - last).ms();
            (inside, last) = (inside + step, instant);
        }
        let times: i64 = trace.iter().map(|file| (file.ready().unwrap() - file.door).ms()).sum();
        assert_eq!((inside, area), (0, times));
    }
}

/// Nobody waits while somebody for this stage is there and free.
#[test]
fn nobody_idles_while_somebody_waits() {
    for (plan, trace) in days() {
        for stage in Stage::ALL {
            for (position, officer) in
                plan.officers.iter().enumerate().filter(|(_, officer)| officer.duties[stage])
            {
                let own = trace.iter().filter(|file| file.officers[stage] == Some(position));
                let busy: Vec<(DayTime, DayTime)> =
                    own.map(|file| (file.starts[stage].unwrap(), file.ends[stage].unwrap())).collect();
                for file in &trace {
                    let wait = Window { from: came(file, stage), to: file.starts[stage].unwrap() };
                    let free = officer.windows.intersect(&Windows::new([wait]));
                    let free = busy
                        .iter()
                        .fold(free, |free, work| free.without(Window { from: work.0, to: work.1 }));
                    assert!(free.is_empty(), "{stage:?}: {free:?} in {wait:?}");
                }
            }
        }
    }
}

/// An officer does one thing at a time, to its end, and begins nothing while closed.
#[test]
fn one_thing_at_a_time() {
    for (plan, trace) in days() {
        for position in 0..plan.officers.len() {
            let mut work: Vec<(DayTime, DayTime)> = Vec::new();
            for file in &trace {
                for stage in Stage::ALL.into_iter().filter(|stage| file.officers[*stage] == Some(position)) {
                    work.push((file.starts[stage].unwrap(), file.ends[stage].unwrap()));
                }
            }
            work.sort_unstable();
            assert!(work.windows(2).all(|two| two[0].1 <= two[1].0));
            assert!(work.iter().all(|(start, _)| plan.opening.contains(*start)));
        }
    }
}

#[test]
fn first_come_first_served_inside_a_class() {
    for (_, trace) in days() {
        for stage in Stage::ALL {
            let by_class = |priority: bool| {
                let mut files: Vec<&FileTrace> = trace
                    .iter()
                    .filter(|file| stage != Stage::Receive || (file.class as usize == 1) == priority)
                    .collect();
                files.sort_by_key(|file| came(file, stage));
                files.windows(2).all(|two| two[0].starts[stage] <= two[1].starts[stage])
            };
            assert!(by_class(true) && by_class(false), "{stage:?}");
        }
    }
}

/// Hours with a gap.
fn hours(gap: (i64, i64)) -> Windows {
    Windows::one(at(0), at(100_000)).without(Window { from: at(gap.0), to: at(gap.0 + gap.1) })
}

prop_compose! {
    fn some_day()(
        counts in prop::array::uniform4(1usize..4),
        gaps in prop::collection::vec((0i64..90, 0i64..40), 12),
        files in prop::collection::vec((0i64..120, prop::array::uniform4(1i64..30)), 1..25),
    ) -> ([usize; 4], Vec<(i64, i64)>, Vec<(i64, [i64; 4])>) {
        (counts, gaps, files)
    }
}

fn fixed(minutes: [i64; 4]) -> PerStage<Law> {
    PerStage(minutes.map(|minutes| Law::Fixed(Span::from_minutes(minutes))))
}

fn planned(counts: [usize; 4], gaps: &[(i64, i64)], files: &[(i64, [i64; 4])]) -> Plan {
    let mut plan = Plan::new(hours((0, 0)), at(570), fixed([0; 4]));
    plan.order = PerStage::from_fn(|_| Policy::InOrder);
    plan.officers = officers(counts, &hours((0, 0)));
    for (officer, gap) in plan.officers.iter_mut().zip(gaps) {
        officer.windows = hours(*gap);
    }
    plan.kinds = files.iter().map(|file| Kind { weight: 1.0, laws: fixed(file.1) }).collect();
    let listed = |(kind, file): (usize, &(i64, [i64; 4]))| Listed {
        at: at(file.0),
        enters: Stage::Receive,
        class: None,
        kind: Some(kind),
    };
    plan.listed = files.iter().enumerate().map(listed).collect();
    plan
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Two engines, one day: what the event core plays is what Kiefer and Wolfowitz compute, to the millisecond.
    #[test]
    fn the_event_core_is_the_projection((counts, gaps, mut files) in some_day()) {
        files.sort();
        // The first three wait already; the others are booked; the last of all is asked about.
        files.iter_mut().take(3).for_each(|file| file.0 = 0);
        files.sort_by_key(|file| file.0);
        let plan = planned(counts, &gaps, &files);
        let trace = trace_of(&plan, 1, 0);
        let mut officers = plan.officers.iter();
        let servers = PerStage(counts.map(|count| {
            officers.by_ref().take(count).map(|officer| Server { windows: officer.windows.clone() }).collect()
        }));
        let here = files.iter().take_while(|file| file.0 == 0).count();
        let waiting = |(case, file): (usize, &(i64, [i64; 4]))| OpenFile {
            case: case as u64,
            laws: fixed(file.1),
            at: Position::Waiting { stage: Stage::Receive },
        };
        let expected = |(case, file): (usize, &(i64, [i64; 4]))| Expected {
            case: case as u64,
            at: at(file.0),
            show: 1.0,
            laws: fixed(file.1),
        };
        let snapshot = Snapshot {
            now: at(0),
            opening: plan.opening.clone(),
            servers,
            files: files.iter().enumerate().take(here).map(waiting).collect(),
            expected: files.iter().enumerate().skip(here).map(expected).collect(),
            walk_ins: None,
        };
        let projection = project(&snapshot, 1, 1);
        for (case, file) in trace.iter().enumerate().take(here) {
            prop_assert_eq!(projection.ready(case as u64, 0.5), file.ready(), "file {}", case);
        }
    }

    /// On the same day and one stage, one more officer makes nobody later.
    #[test]
    fn more_officers_are_never_later((counts, gaps, files) in some_day()) {
        let files: Vec<_> = files.iter().map(|file| (file.0, [file.1[0], 0, 0, 0])).collect();
        let gaps = vec![gaps[0]; 12];
        let few = trace_of(&planned(counts, &gaps, &files), 1, 0);
        let [receive, ..] = counts;
        let more = trace_of(&planned([receive + 1, counts[1], counts[2], counts[3]], &gaps, &files), 1, 0);
        for (few, more) in few.iter().zip(&more) {
            prop_assert!(more.starts[Stage::Receive] <= few.starts[Stage::Receive]);
        }
    }
}

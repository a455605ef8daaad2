//! Quoted times cover what they say: days played by the event core, quoted at every acceptance from the state of that
//! moment by the projection, as the counter does.

use friday::calibration::Bands;
use friday::order::Class;
use friday::simulate::{Estimate, FileTrace, Plan, trace_of};
use friday::{DayTime, OpenFile, PerStage, Position, Server, Snapshot, Stage, project};

use crate::SIGMAS;
use crate::plans::test_friday;

/// The state of a simulated day at an instant, as the live counter would see it.
fn state(plan: &Plan, trace: &[FileTrace], now: DayTime) -> Snapshot {
    let mut inside: Vec<(Stage, bool, DayTime, usize)> = Vec::new();
    let mut files = Vec::new();
    for (case, file) in
        trace.iter().enumerate().filter(|(_, file)| file.joins <= now && file.ready() > Some(now))
    {
        let ended =
            Stage::ALL.into_iter().filter(|stage| file.ends[*stage].is_some_and(|end| end <= now)).count();
        let stage = Stage::at(ended).unwrap();
        match file.starts[stage].filter(|start| *start <= now) {
            Some(since) => {
                let first = plan.officers.iter().position(|officer| officer.duties[stage]).unwrap();
                let by = file.officers[stage].map(|officer| officer - first);
                let laws = plan.kinds[file.kind].laws;
                files.push(OpenFile {
                    case: case as u64,
                    laws,
                    at: Position::InService { stage, since, by },
                });
            }
            None => {
                let came = if ended == 0 { file.since } else { file.ends[Stage::ALL[ended - 1]].unwrap() };
                let after = stage == Stage::Receive && file.class == Class::Normal;
                inside.push((stage, after, came, case));
            }
        }
    }
    inside.sort_unstable();
    files.extend(inside.into_iter().map(|(stage, _, _, case)| OpenFile {
        case: case as u64,
        laws: plan.kinds[trace[case].kind].laws,
        at: Position::Waiting { stage },
    }));
    let servers = PerStage::from_fn(|stage| {
        let there = plan.officers.iter().filter(|officer| officer.duties[stage]);
        there.map(|officer| Server { windows: officer.windows.clone() }).collect()
    });
    Snapshot { now, opening: plan.opening.clone(), servers, files, expected: Vec::new(), walk_ins: None }
}

/// Share of quotes kept at each level, from days at `load` times the forecast, every third file.
fn coverage(load: f64, days: u64, levels: [f64; 2], bands: &mut Bands) -> [Estimate; 2] {
    let mut plan = test_friday();
    plan.walk_ins.iter_mut().for_each(|(_, per_hour)| *per_hour *= load);
    let mut kept = [Vec::new(), Vec::new()];
    for day in 0..days {
        let trace = trace_of(&plan, 31, day);
        let mut counts = [(0.0, 0.0); 2];
        for (case, file) in trace.iter().enumerate().step_by(3) {
            let snapshot = state(&plan, &trace, file.ends[Stage::Receive].unwrap());
            let projection = project(&snapshot, 1_000 + day, 512);
            for (count, level) in counts.iter_mut().zip(levels) {
                let quoted = projection.ready(case as u64, level).unwrap();
                count.0 += f64::from(u8::from(file.ready().unwrap() <= quoted));
                count.1 += 1.0;
            }
            let late = projection.late(case as u64, plan.closing).unwrap();
            bands.add(late, file.ready().unwrap() > plan.closing);
        }
        kept.iter_mut().zip(counts).for_each(|(kept, count)| kept.push(count));
    }
    kept.map(|days| Estimate::ratio(days.into_iter()).unwrap())
}

#[test]
fn quotes_cover_what_they_say_at_forecast_load_and_beyond() {
    for (load, days) in [(1.0, 180), (1.2, 150)] {
        let levels = [0.9, 0.95];
        for (level, kept) in levels.into_iter().zip(coverage(load, days, levels, &mut Bands::default())) {
            // 512 paths resolve a level to about one part in 512.
            let off = (kept.value - level).abs();
            assert!(off <= SIGMAS * kept.sigma() + 1.0 / 512.0, "load {load}, level {level}: {kept:?}");
            assert!(kept.sigma() < 0.008, "too few days to say anything: {kept:?}");
        }
    }
}

/// A probability of being late is as good as its word: in every band what happened lies in its interval.
#[test]
fn probabilities_of_being_late_are_calibrated() {
    let mut bands = Bands::default();
    coverage(1.35, 150, [0.9, 0.95], &mut bands);
    let seen: Vec<_> = bands.as_slice().iter().filter(|band| band.count >= 30).collect();
    assert!(seen.len() >= 4, "{bands:?}");
    // Files of one day hang together, so a band may be off by twice its binomial interval.
    for band in seen {
        let (predicted, n) = (band.predicted_share().unwrap(), band.count as f64);
        let happened = band.late as f64 / n;
        let sigma = (predicted.max(1.0 / n) * (1.0 - predicted) / n).sqrt();
        assert!((happened - predicted).abs() <= SIGMAS * 2.0 * sigma, "{band:?}: {happened} {predicted}");
    }
}

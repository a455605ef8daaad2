//! The speed figures of `docs/figures.md`: `cargo run --release -p friday --example figures`.

use std::time::Instant;

use friday::order::{Accumulating, Policy};
use friday::simulate::{Officer, Plan, run};
use friday::{
    DayTime, Law, Newcomer, OpenFile, PerStage, Position, QuoteTerms, Server, Snapshot, Span, Stage, Window,
    Windows, quote,
};

const CLOSING: DayTime = DayTime::hm(17, 0);

fn laws() -> PerStage<Law> {
    let minutes = [(10, 0.6), (15, 0.8), (3, 0.5), (5, 0.5)];
    PerStage(minutes.map(|(mean, cv)| Law::lognormal(Span::from_minutes(mean), cv)))
}

fn hours() -> Windows {
    Windows::new([
        Window { from: DayTime::hm(7, 30), to: DayTime::hm(11, 30) },
        Window { from: DayTime::hm(13, 30), to: CLOSING },
    ])
}

/// A day with so many officers at each duty and so many citizens an hour.
fn day(officers: [usize; 4], per_hour: f64) -> Plan {
    let mut plan = Plan::new(hours(), CLOSING, laws());
    let posts = Stage::ALL.into_iter().zip(officers);
    plan.officers = posts.flat_map(|(stage, count)| vec![Officer::at(stage, hours()); count]).collect();
    plan.order[Stage::Receive] = Policy::Accumulating(Accumulating::USUAL);
    plan.priority_share = 0.15;
    plan.walk_ins = hours().as_slice().iter().map(|window| (*window, per_hour)).collect();
    plan
}

/// So many files at the counter, being appraised, waiting for it and being signed.
fn afternoon(open: u64) -> Snapshot {
    let now = DayTime::hm(14, 0);
    let server = Server { windows: hours() };
    let file = |case| {
        let since = now - Span::from_minutes(5);
        let at = match case {
            0..3 => Position::InService { stage: Stage::Receive, since, by: None },
            3..7 => Position::InService { stage: Stage::Appraise, since, by: None },
            7 => Position::InService { stage: Stage::Approve, since, by: None },
            _ => Position::Waiting { stage: Stage::Appraise },
        };
        OpenFile { case, laws: laws(), at }
    };
    Snapshot {
        now,
        opening: hours(),
        servers: PerStage([3, 4, 1, 2].map(|count| vec![server.clone(); count])),
        files: (0..open).map(file).collect(),
        expected: Vec::new(),
        walk_ins: None,
    }
}

fn main() {
    for (name, plan) in
        [("a commune, 6 a day", day([1; 4], 0.8)), ("a district, 78 a day", day([3, 4, 1, 2], 10.4))]
    {
        let start = Instant::now();
        let outcome = run(&plan, 1, 10_000, |_| ());
        let spent = start.elapsed();
        let files: u64 = outcome.days().iter().map(|day| u64::from(day.files)).sum();
        let rate = files as f64 * 4.0 / spent.as_secs_f64() / 1e6;
        println!("10,000 Fridays of {name}: {spent:.2?}, {rate:.1} million file-stages a second");
    }
    let start = Instant::now();
    let mut fridays = 0;
    for unit in 0..21 {
        let plan = if unit == 0 { day([3, 4, 1, 2], 10.4) } else { day([1; 4], 0.8) };
        fridays += run(&plan, unit, 52, |_| ()).days().len();
    }
    println!("a year of Fridays of a district with 20 communes ({fridays} days): {:.2?}", start.elapsed());
    for open in [15, 40, 150] {
        let snapshot = afternoon(open);
        let newcomer = Newcomer { case: 9_999, at: snapshot.now, enters: Stage::Receive, laws: laws() };
        let terms =
            |seed| QuoteTerms { deadline: CLOSING, level: 0.9, margin: Span::ZERO, seed, paths: 16_384 };
        let mut spent: Vec<_> = (0..300)
            .map(|seed| {
                let start = Instant::now();
                let quote = quote(&snapshot, &newcomer, &terms(seed));
                assert!(quote.late <= 1.0);
                start.elapsed()
            })
            .collect();
        spent.sort_unstable();
        println!(
            "a quote by 16,384 paths, {open} open files: median {:.2?}, p99 {:.2?}",
            spent[150], spent[297]
        );
    }
}

//! Projections against exact laws (Erlang, Kolmogorov equations) and against common sense.
//!
//! Tolerance is 4.9 sigma of the estimate, so a false alarm comes once in a million tests.

#![allow(clippy::unwrap_used, reason = "a test may fail by panicking")]

use friday::{
    DayTime, Expected, Law, Newcomer, OpenFile, PerStage, Position, Projection, QuoteTerms, Risk, Server,
    Snapshot, Span, Stage, Verdict, WalkIns, Window, Windows, Withheld, binding_stage, judge,
    last_safe_intake, project, quote, workload,
};

const SEED: u64 = 20_231_006;

fn exponential(minutes: i64) -> Law {
    Law::Exponential { mean: Span::from_minutes(minutes) }
}

fn always(count: usize) -> Vec<Server> {
    vec![Server { windows: Windows::always() }; count]
}

fn at(minutes: f64) -> DayTime {
    DayTime::from_ms(Span::from_minutes_f64(minutes).ms())
}

/// Servers around the clock, nothing in the house.
fn empty(servers: [usize; 4]) -> Snapshot {
    Snapshot {
        now: at(0.0),
        opening: Windows::always(),
        servers: PerStage(servers.map(always)),
        files: Vec::new(),
        expected: Vec::new(),
        walk_ins: None,
    }
}

fn waiting(case: u64, stage: Stage, laws: PerStage<Law>) -> OpenFile {
    OpenFile { case, laws, at: Position::Waiting { stage } }
}

fn newcomer(laws: PerStage<Law>) -> Newcomer {
    Newcomer { case: 1_000, at: at(0.0), enters: Stage::Receive, laws }
}

/// Asserts a share of `of` draws against its exact probability.
fn assert_share(name: &str, share: f64, exact: f64, of: usize) {
    let sigma = (exact * (1.0 - exact) / of as f64).sqrt();
    assert!((share - exact).abs() <= 4.9 * sigma, "{name}: {share}, exact {exact}, sigma {sigma}");
}

#[test]
fn fourteen_files_are_done_as_the_kolmogorov_equations_say() {
    let mut snapshot = empty([3, 2, 1, 1]);
    let laws = PerStage([exponential(8), exponential(10), exponential(3), exponential(4)]);
    for (stage, count) in Stage::ALL.into_iter().zip([6, 4, 3, 1]) {
        for _ in 0..count {
            snapshot.files.push(waiting(snapshot.files.len() as u64, stage, laws));
        }
    }
    let paths = 100_000;
    let projection = project(&snapshot, SEED, paths);
    for (minutes, exact) in [(60.0, 0.191_968), (90.0, 0.861_201), (120.0, 0.991_754)] {
        assert_share("all done", 1.0 - projection.backlog(at(minutes)), exact, paths);
    }
}

#[test]
fn one_desk_is_an_erlang_law() {
    let mut snapshot = empty([1; 4]);
    let none = Law::Fixed(Span::ZERO);
    let laws = PerStage([exponential(8), none, none, none]);
    snapshot.files = (0..6).map(|case| waiting(case, Stage::Receive, laws)).collect();
    // Work in progress has no memory either.
    snapshot.files[0].at = Position::InService { stage: Stage::Receive, since: at(-13.0), by: None };
    let paths = 200_000;
    let projection = project(&snapshot, SEED, paths);
    for (level, exact) in [(0.5, 45.361), (0.95, 84.104), (0.9997, 144.831)] {
        assert_share("ready", 1.0 - projection.late(5, at(exact)).unwrap(), level, paths);
    }
    let median = projection.ready(5, 0.5).unwrap().minutes();
    assert!((median - 45.361).abs() < 0.4, "{median}");
}

#[test]
fn five_busy_desks_are_an_erlang_law() {
    let mut snapshot = empty([5, 1, 1, 1]);
    let none = Law::Fixed(Span::ZERO);
    let laws = PerStage([exponential(8), none, none, none]);
    let busy = |case| OpenFile {
        case,
        laws,
        at: Position::InService { stage: Stage::Receive, since: at(-3.0), by: Some(case as usize) },
    };
    snapshot.files =
        (0..5).map(busy).chain((5..16).map(|case| waiting(case, Stage::Receive, laws))).collect();
    let paths = 200_000;
    let projection = project(&snapshot, SEED, paths);
    for (level, exact) in [(0.95, 27.140), (0.9997, 41.704)] {
        let turn = projection.turn(15, level).unwrap().minutes();
        assert!((turn / exact - 1.0).abs() < 0.05, "turn {level}: {turn}, exact {exact}");
    }
    let mean = [0.1, 0.3, 0.5, 0.7, 0.9].map(|level| projection.turn(15, level).unwrap().minutes());
    assert!((mean.iter().sum::<f64>() / 5.0 - 17.4).abs() < 0.5, "{mean:?}");
}

/// Lognormal files of a usual afternoon: three at the counter, four being appraised, one being signed.
fn afternoon(now: DayTime) -> Snapshot {
    let minutes = Span::from_minutes;
    let laws = PerStage(
        [(10, 0.6), (15, 0.8), (3, 0.5), (5, 0.5)].map(|(mean, cv)| Law::lognormal(minutes(mean), cv)),
    );
    let day = Windows::new([
        Window { from: DayTime::hm(7, 30), to: DayTime::hm(11, 30) },
        Window { from: DayTime::hm(13, 30), to: DayTime::hm(17, 0) },
    ]);
    let staff = |count| vec![Server { windows: day.clone() }; count];
    let in_service = |case, stage, ago| OpenFile {
        case,
        laws,
        at: Position::InService { stage, since: now - minutes(ago), by: None },
    };
    let mut files: Vec<OpenFile> = (0..3).map(|case| in_service(case, Stage::Receive, 4)).collect();
    files.extend((3..7).map(|case| in_service(case, Stage::Appraise, 10)));
    files.extend((7..11).map(|case| waiting(case, Stage::Appraise, laws)));
    files.push(in_service(11, Stage::Approve, 1));
    files.extend((12..14).map(|case| waiting(case, Stage::Return, laws)));
    Snapshot {
        now,
        opening: day.clone(),
        servers: PerStage([3, 4, 1, 2].map(staff)),
        files,
        expected: Vec::new(),
        walk_ins: None,
    }
}

fn usual(snapshot: &Snapshot) -> Newcomer {
    Newcomer { case: 1_000, at: snapshot.now, enters: Stage::Receive, laws: snapshot.files[0].laws }
}

const CLOSING: DayTime = DayTime::hm(17, 0);
const TERMS: QuoteTerms =
    QuoteTerms { deadline: CLOSING, level: 0.9, margin: Span::ZERO, seed: SEED, paths: 4_096 };

#[test]
fn a_quote_in_quarters_around_its_median() {
    let snapshot = afternoon(DayTime::hm(14, 0));
    let quote = quote(&snapshot, &usual(&snapshot), &TERMS);
    let (interval, median) = (quote.interval.unwrap(), quote.median.unwrap());
    assert!(interval.from < median && median < interval.by, "{interval:?} {median}");
    assert!(quote.ready_by.unwrap() <= interval.by);
    for time in [interval.from, interval.by] {
        assert_eq!(time.ms() % (15 * 60_000), 0);
    }
    assert!(quote.late < 0.01, "{}", quote.late);
    let later = QuoteTerms { margin: Span::from_minutes(30), ..TERMS };
    assert!(crate::quote(&snapshot, &usual(&snapshot), &later).interval.unwrap().by > interval.by);
}

#[test]
fn the_same_seed_the_same_bits_on_one_and_two_threads() {
    let snapshot = afternoon(DayTime::hm(14, 0));
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| project(&snapshot, SEED, 3_000))
    };
    assert_eq!(on(1), on(2));
    assert_ne!(on(1), project(&snapshot, SEED + 1, 3_000));
}

/// Who queues behind takes nobody's turn, on no path. Later on a quick file may overtake a slow one, from one of several
/// desks to the next stage; so promises already given are computed again and not taken to be safe.
#[test]
fn a_newcomer_takes_nobodys_turn() {
    let before = afternoon(DayTime::hm(14, 0));
    let mut after = before.clone();
    after.files.push(waiting(500, Stage::Receive, before.files[0].laws));
    let (before, after) = (project(&before, SEED, 2_000), project(&after, SEED, 2_000));
    for case in 0..14 {
        for level in [0.1, 0.5, 0.9] {
            assert_eq!(before.turn(case, level), after.turn(case, level), "file {case}");
            let (earlier, later) = (before.ready(case, level).unwrap(), after.ready(case, level).unwrap());
            assert!(
                later >= earlier && later - earlier < Span::from_minutes(5),
                "file {case}: {earlier} {later}"
            );
        }
    }
    for case in 11..14 {
        assert_eq!(before.ready(case, 0.999), after.ready(case, 0.999), "file {case} is signed or in return");
    }
}

#[test]
fn the_leader_leaves_at_three() {
    let mut snapshot = afternoon(DayTime::hm(14, 0));
    let full = last_safe_intake(&snapshot, &usual(&snapshot), CLOSING, 0.002, (SEED, 2_048)).unwrap();
    snapshot.servers[Stage::Approve][0].windows = Windows::one(DayTime::hm(13, 30), DayTime::hm(15, 0));
    let short = last_safe_intake(&snapshot, &usual(&snapshot), CLOSING, 0.02, (SEED, 2_048));
    assert!(full > DayTime::hm(14, 30) && full < DayTime::hm(16, 30), "{full}");
    assert!(short.is_none_or(|short| short < full), "{short:?}");
    let quote = quote(&snapshot, &Newcomer { at: DayTime::hm(15, 0), ..usual(&snapshot) }, &TERMS);
    assert_eq!((quote.late, quote.interval, quote.median), (1.0, None, None));
}

#[test]
fn why_a_promise_is_withheld() {
    let snapshot = afternoon(DayTime::hm(14, 0));
    let newcomer = usual(&snapshot);
    let verdict = |snapshot: &Snapshot, late, others: &[friday::Outstanding]| {
        judge(snapshot, &newcomer, CLOSING, late, 0.002, others)
    };
    assert_eq!(verdict(&snapshot, 0.001, &[]), Verdict::Promised { late: 0.001 });
    let capacity = Withheld::Capacity { late: 0.06, theta: 0.002 };
    assert_eq!(verdict(&snapshot, 0.06, &[]), Verdict::Withheld(capacity));
    let harmed = friday::Outstanding { case: 4, before: 0.001, after: 0.02, floor: 0.01 };
    let interference = Withheld::Interference { case: 4 };
    assert_eq!(verdict(&snapshot, 0.001, &[harmed]), Verdict::Withheld(interference));
    let within = friday::Outstanding { after: 0.009, ..harmed };
    assert_eq!(verdict(&snapshot, 0.001, &[within]), Verdict::Promised { late: 0.001 });
    let mut alone = snapshot.clone();
    alone.servers[Stage::Approve].clear();
    assert_eq!(verdict(&alone, 1.0, &[]), Verdict::Withheld(Withheld::NobodyPresent(Stage::Approve)));
}

#[test]
fn the_binding_stage_is_where_help_helps() {
    let mut snapshot = afternoon(DayTime::hm(14, 0));
    let laws = snapshot.files[0].laws;
    snapshot.files.extend((100..140).map(|case| waiting(case, Stage::Appraise, laws)));
    let binding = binding_stage(&snapshot, &usual(&snapshot), CLOSING, (SEED, 2_048)).unwrap();
    assert_eq!(binding.stage, Stage::Appraise);
    assert!(binding.with_one_more < binding.late);
    let work = workload(&snapshot, CLOSING);
    assert!(work[Stage::Appraise] > 0.85 && work[Stage::Receive] < 0.2, "{work:?}");
    let late = project(&snapshot, SEED, 2_048).late(139, CLOSING).unwrap();
    assert_eq!(Risk::of(late, snapshot.now, CLOSING), Risk::Red);
}

#[test]
fn booked_and_unannounced_citizens_take_their_share() {
    let calm = afternoon(DayTime::hm(14, 0));
    let laws = calm.files[0].laws;
    let late_at = |snapshot: &Snapshot| {
        let newcomer = Newcomer { at: DayTime::hm(15, 30), ..usual(snapshot) };
        quote(snapshot, &newcomer, &TERMS).median.unwrap()
    };
    let mut booked = calm.clone();
    let slot = |case| Expected { case, at: DayTime::hm(15, 0), show: 0.9, laws };
    booked.expected = (200..212).map(slot).collect();
    let mut ghosts = booked.clone();
    ghosts.expected.iter_mut().for_each(|guest| guest.show = 0.0);
    let mut busy = calm.clone();
    let hour = Window { from: DayTime::hm(14, 0), to: DayTime::hm(15, 30) };
    busy.walk_ins = Some(WalkIns { rates: vec![(hour, 20.0)], laws });
    assert_eq!(late_at(&ghosts), late_at(&calm));
    assert!(late_at(&booked) > late_at(&calm));
    assert!(late_at(&busy) > late_at(&calm));
}

#[test]
fn empty_days_and_closed_offices_have_an_answer() {
    let nothing: Projection = project(&empty([1; 4]), SEED, 100);
    assert_eq!((nothing.cases().len(), nothing.backlog(CLOSING)), (0, 0.0));
    let mut closed = afternoon(DayTime::hm(18, 0));
    closed.files.truncate(1);
    let newcomer = usual(&closed);
    assert_eq!(last_safe_intake(&closed, &newcomer, CLOSING, 0.5, (SEED, 64)), None);
    assert_eq!(quote(&closed, &newcomer, &TERMS).late, 1.0);
    let nobody = empty([0; 4]);
    let law = PerStage([exponential(1); 4]);
    assert_eq!(quote(&nobody, &crate::newcomer(law), &TERMS).late, 1.0);
    assert_eq!(project(&nobody, SEED, 0).paths(), 0);
}

#[test]
fn work_stops_at_noon_and_goes_on_after() {
    let mut snapshot = afternoon(DayTime::hm(11, 25));
    snapshot.files = vec![waiting(0, Stage::Receive, PerStage([Law::Fixed(Span::from_minutes(10)); 4]))];
    // Received at 11:35, the rest from 13:30 on.
    assert_eq!(project(&snapshot, SEED, 1).ready(0, 0.5), Some(DayTime::hm(14, 0)));
    // In work since 11:20, the lunch does not count: ten minutes of work, five are left at 13:30.
    snapshot.now = DayTime::hm(12, 0);
    snapshot.files[0].laws = PerStage([Law::Fixed(Span::from_minutes(15)); 4]);
    snapshot.files[0].at = Position::InService { stage: Stage::Return, since: DayTime::hm(11, 20), by: None };
    assert_eq!(project(&snapshot, SEED, 1).ready(0, 0.5), Some(DayTime::hm(13, 35)));
}

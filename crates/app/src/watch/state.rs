//! What a quote was worked out from, as text: read back, it gives the same quote bit for bit.

use crate::secret::sha256_hex;
use friday::{
    DayTime, Law, Newcomer, OpenFile, PerStage, Position, QuoteTerms, Server, Snapshot, Span, Stage, Window,
    Windows,
};
use serde::{Deserialize, Serialize};

/// Format of the text; a newer one is not read.
const FORMAT: u32 = 1;

/// Everything that goes into a quote.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// The unit's day.
    pub snapshot: Snapshot,
    /// The file that came.
    pub newcomer: Newcomer,
    /// What the quote shall hold.
    pub terms: QuoteTerms,
}

/// A law: kind, then its numbers in milliseconds; the spread as the bits of its number.
#[derive(Serialize, Deserialize)]
enum Law1 {
    Fixed(i64),
    Exponential(i64),
    Lognormal(i64, i64, u64),
}

#[derive(Serialize, Deserialize)]
struct File1 {
    case: u64,
    laws: usize,
    stage: usize,
    /// Since when in work; nothing: waits.
    since: Option<i64>,
    by: Option<usize>,
}

#[derive(Serialize, Deserialize)]
struct State1 {
    format: u32,
    now: i64,
    opening: Vec<(i64, i64)>,
    servers: [Vec<Vec<(i64, i64)>>; 4],
    /// Different sets of laws; files name theirs by place.
    laws: Vec<[Law1; 4]>,
    files: Vec<File1>,
    newcomer: (u64, i64, usize, usize),
    deadline: i64,
    level: u64,
    margin: i64,
    seed: u64,
    paths: usize,
}

impl State {
    /// The text and its hash. Booked citizens and forecasts are not part of a quote yet.
    pub fn encode(&self) -> (String, String) {
        let mut known: Vec<PerStage<Law>> = Vec::new();
        let mut place = |laws: &PerStage<Law>| {
            known.iter().position(|other| other == laws).unwrap_or_else(|| {
                known.push(*laws);
                known.len() - 1
            })
        };
        let files = self.snapshot.files.iter().map(|file| file1(file, place(&file.laws))).collect();
        let newcomer = &self.newcomer;
        let newcomer = (newcomer.case, newcomer.at.ms(), newcomer.enters.index(), place(&newcomer.laws));
        let text = State1 {
            format: FORMAT,
            now: self.snapshot.now.ms(),
            opening: pairs(&self.snapshot.opening),
            servers: self
                .snapshot
                .servers
                .0
                .each_ref()
                .map(|servers| servers.iter().map(|server| pairs(&server.windows)).collect()),
            files,
            newcomer,
            laws: known.iter().map(|laws| laws.0.map(law1)).collect(),
            deadline: self.terms.deadline.ms(),
            level: self.terms.level.to_bits(),
            margin: self.terms.margin.ms(),
            seed: self.terms.seed,
            paths: self.terms.paths,
        };
        let text = serde_json::to_string(&text).unwrap_or_default();
        let hash = sha256_hex(text.as_bytes());
        (text, hash)
    }

    /// Reads a text back; nothing when it is of another format or damaged.
    pub fn decode(text: &str) -> Option<Self> {
        let read: State1 = serde_json::from_str(text).ok().filter(|read: &State1| read.format == FORMAT)?;
        let laws: Vec<PerStage<Law>> =
            read.laws.iter().map(|laws| PerStage(laws.each_ref().map(law))).collect();
        let files: Option<Vec<OpenFile>> = read.files.iter().map(|file| open_file(file, &laws)).collect();
        let (case, at, enters, place) = read.newcomer;
        Some(Self {
            snapshot: Snapshot {
                now: DayTime::from_ms(read.now),
                opening: windows(&read.opening),
                servers: PerStage(read.servers.map(|servers| {
                    servers.iter().map(|server| Server { windows: windows(server) }).collect()
                })),
                files: files?,
                expected: Vec::new(),
                walk_ins: None,
            },
            newcomer: Newcomer {
                case,
                at: DayTime::from_ms(at),
                enters: Stage::at(enters)?,
                laws: *laws.get(place)?,
            },
            terms: QuoteTerms {
                deadline: DayTime::from_ms(read.deadline),
                level: f64::from_bits(read.level),
                margin: Span::from_ms(read.margin),
                seed: read.seed,
                paths: read.paths,
            },
        })
    }
}

fn pairs(windows: &Windows) -> Vec<(i64, i64)> {
    windows.as_slice().iter().map(|window| (window.from.ms(), window.to.ms())).collect()
}

fn windows(pairs: &[(i64, i64)]) -> Windows {
    Windows::new(
        pairs.iter().map(|(from, to)| Window { from: DayTime::from_ms(*from), to: DayTime::from_ms(*to) }),
    )
}

fn law1(law: Law) -> Law1 {
    match law {
        Law::Fixed(span) => Law1::Fixed(span.ms()),
        Law::Exponential { mean } => Law1::Exponential(mean.ms()),
        Law::Lognormal { shift, mean, cv } => Law1::Lognormal(shift.ms(), mean.ms(), cv.to_bits()),
    }
}

fn law(law: &Law1) -> Law {
    match law {
        Law1::Fixed(span) => Law::Fixed(Span::from_ms(*span)),
        Law1::Exponential(mean) => Law::Exponential { mean: Span::from_ms(*mean) },
        Law1::Lognormal(shift, mean, cv) => Law::Lognormal {
            shift: Span::from_ms(*shift),
            mean: Span::from_ms(*mean),
            cv: f64::from_bits(*cv),
        },
    }
}

fn file1(file: &OpenFile, laws: usize) -> File1 {
    let (since, by) = match file.at {
        Position::Waiting { .. } => (None, None),
        Position::InService { since, by, .. } => (Some(since.ms()), by),
    };
    File1 { case: file.case, laws, stage: file.at.stage().index(), since, by }
}

fn open_file(file: &File1, laws: &[PerStage<Law>]) -> Option<OpenFile> {
    let stage = Stage::at(file.stage)?;
    let at = match file.since {
        None => Position::Waiting { stage },
        Some(since) => Position::InService { stage, since: DayTime::from_ms(since), by: file.by },
    };
    Some(OpenFile { case: file.case, laws: *laws.get(file.laws)?, at })
}

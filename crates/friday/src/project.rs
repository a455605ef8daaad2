//! Many possible rests of the day, drawn stage by stage.
//!
//! Under first come, first served no list of events is needed (Kiefer, Wolfowitz 1955): a file starts when it is there and
//! the officer who can start first is free and present,
//!
//! ```text
//! start(i, s) = min over c of next_open_c(max(arrive(i, s), free(c, s)));  arrive(i, s + 1) = start(i, s) + S(i, s)
//! ```
//!
//! Work in progress draws what is left of it, given how long it has taken already. Priority inside the queue for the
//! counter changes who is next but hardly when the day is done; the caller puts the queue in the order of
//! [`crate::order`], and the simulator's event core judges policies that reorder.

mod path;

use rayon::prelude::*;

use crate::projection::NEVER;
use crate::sampler::Sampler;
use crate::snapshot::{Newcomer, Position, Snapshot};
use crate::{DayTime, Law, PerStage, Projection, Span, Stage, Streams, Windows};

/// Paths drawn by one task; their results are put together in order, so threads change nothing.
const CHUNK: usize = 512;

/// The rest of the day on `paths` drawn paths. The same input gives the same output, bit for bit.
pub fn project(snapshot: &Snapshot, seed: u64, paths: usize) -> Projection {
    Model::new(snapshot, None).run(seed, paths)
}

/// The same with one more file, which gets the last column.
pub(crate) fn project_with(snapshot: &Snapshot, newcomer: &Newcomer, seed: u64, paths: usize) -> Projection {
    Model::new(snapshot, Some(newcomer)).run(seed, paths)
}

/// A file, a booked citizen or a newcomer, made ready for drawing.
pub(super) struct Job {
    case: u64,
    pub(super) key: u64,
    pub(super) enters: Stage,
    pub(super) at: i64,
    samplers: [u32; 4],
    /// Probability of coming in 2^-64.
    pub(super) show: u64,
}

/// Work in progress: it holds its officer until it is done.
pub(super) struct Running {
    pub(super) job: u32,
    pub(super) server: usize,
    pub(super) age: Span,
    pub(super) survival: u64,
    /// When the rest of the work begins: now, or the officer's next hour.
    pub(super) from: i64,
}

/// A snapshot made ready for drawing.
pub(super) struct Model {
    pub(super) jobs: Vec<Job>,
    /// Jobs with a column in the projection: these first.
    columns: usize,
    pub(super) running: PerStage<Vec<Running>>,
    /// Jobs that enter the queue of a stage, rather than being in work there.
    pub(super) entering: PerStage<Vec<u32>>,
    /// Hours of each officer, by stage.
    pub(super) servers: PerStage<Vec<Vec<(i64, i64)>>>,
    samplers: Vec<Sampler>,
    /// Hours of unannounced citizens and the law of the gaps between them.
    pub(super) strangers: Vec<(i64, i64, Sampler)>,
    stranger_samplers: [u32; 4],
}

/// Samplers, one for each different law.
#[derive(Default)]
struct Laws {
    known: Vec<Law>,
    samplers: Vec<Sampler>,
}

impl Laws {
    fn index(&mut self, law: Law) -> u32 {
        let found = self.known.iter().position(|known| *known == law).unwrap_or_else(|| {
            self.known.push(law);
            self.samplers.push(Sampler::new(law));
            self.known.len() - 1
        });
        found as u32
    }

    fn indices(&mut self, laws: &PerStage<Law>) -> [u32; 4] {
        laws.0.map(|law| self.index(law))
    }
}

impl Model {
    fn new(snapshot: &Snapshot, newcomer: Option<&Newcomer>) -> Self {
        let mut laws = Laws::default();
        let now = snapshot.now;
        let servers: PerStage<Vec<Windows>> = PerStage::from_fn(|stage| {
            snapshot.servers[stage].iter().map(|server| server.windows.intersect(&snapshot.opening)).collect()
        });
        let mut jobs = Vec::with_capacity(snapshot.files.len() + snapshot.expected.len() + 1);
        let mut running: PerStage<Vec<Running>> = PerStage::from_fn(|_| Vec::new());
        for (enters, file) in in_order(snapshot) {
            let samplers = laws.indices(&file.laws);
            if let Position::InService { stage, since, by } = file.at
                && let Some(server) = free_server(&servers[stage], &running[stage], by)
            {
                let law = &laws.samplers[samplers[stage.index()] as usize];
                let windows: &Windows = &servers[stage][server];
                let age = if windows.is_empty() { now - since } else { windows.open_between(since, now) };
                let age = age.max(Span::ZERO);
                let from = windows.next_open(now).unwrap_or(now).ms();
                let survival = law.survival(age);
                running[stage].push(Running { job: jobs.len() as u32, server, age, survival, from });
            }
            jobs.push(Job::new(file.case, enters, now, samplers, 1.0));
        }
        let mut columns = jobs.len();
        if let Some(newcomer) = newcomer {
            let samplers = laws.indices(&newcomer.laws);
            jobs.push(Job::new(newcomer.case, newcomer.enters, newcomer.at.max(now), samplers, 1.0));
            columns += 1;
        }
        for guest in &snapshot.expected {
            let samplers = laws.indices(&guest.laws);
            jobs.push(Job::new(guest.case, Stage::Receive, guest.at.max(now), samplers, guest.show));
        }
        let stranger_samplers = snapshot.walk_ins.as_ref().map_or([0; 4], |some| laws.indices(&some.laws));
        Self {
            entering: entering(&jobs, &running),
            jobs,
            columns,
            running,
            servers: servers.map(|stage| stage.iter().map(in_ms).collect()),
            samplers: laws.samplers,
            strangers: strangers(snapshot),
            stranger_samplers,
        }
    }

    /// The law of a job at a stage; numbers beyond the jobs are unannounced citizens.
    #[inline]
    pub(super) fn sampler(&self, job: usize, stage: Stage) -> &Sampler {
        let samplers = self.jobs.get(job).map_or(&self.stranger_samplers, |job| &job.samplers);
        &self.samplers[samplers[stage.index()] as usize]
    }

    fn run(&self, seed: u64, paths: usize) -> Projection {
        let starts: Vec<usize> = (0..paths).step_by(CHUNK).collect();
        let block = |first: usize| {
            let mut block = Block::new(self.columns, CHUNK.min(paths - first));
            let mut path = path::Path::new(self);
            for at in 0..block.paths {
                path.draw(self, Streams::new(seed, (first + at) as u64));
                block.keep(at, &path);
            }
            block
        };
        // A single block is not worth waking another thread.
        let blocks: Vec<Block> = match starts.len() {
            0 | 1 => starts.into_iter().map(block).collect(),
            _ => starts.into_par_iter().map(block).collect(),
        };
        let mut ready = Vec::with_capacity(self.columns * paths);
        let mut turn = Vec::with_capacity(self.columns * paths);
        for column in 0..self.columns {
            for block in &blocks {
                ready.extend_from_slice(&block.ready[column * block.paths..(column + 1) * block.paths]);
                turn.extend_from_slice(&block.turn[column * block.paths..(column + 1) * block.paths]);
            }
        }
        let cases = self.jobs.iter().take(self.columns).map(|job| job.case).collect();
        Projection::new(paths, cases, ready, turn)
    }
}

impl Job {
    fn new(case: u64, enters: Stage, at: DayTime, samplers: [u32; 4], show: f64) -> Self {
        let show = if show >= 1.0 { u64::MAX } else { (show.max(0.0) * 2f64.powi(64)) as u64 };
        Self { case, key: Streams::key(case), enters, at: at.ms(), samplers, show }
    }
}

/// Files with the stage they are at: those in work first, so that what finds no officer waits in front.
fn in_order(snapshot: &Snapshot) -> impl Iterator<Item = (Stage, &crate::OpenFile)> {
    let in_work = |file: &&crate::OpenFile| matches!(file.at, Position::InService { .. });
    let waiting = move |file: &&crate::OpenFile| !in_work(file);
    let files = &snapshot.files;
    files.iter().filter(in_work).chain(files.iter().filter(waiting)).map(|file| (file.at.stage(), file))
}

/// The officer named, or the first who has nothing in work and is not away for good.
fn free_server(servers: &[Windows], running: &[Running], by: Option<usize>) -> Option<usize> {
    let free = |server: &usize| running.iter().all(|other| other.server != *server);
    by.filter(|server| *server < servers.len() && free(server)).or_else(|| (0..servers.len()).find(free))
}

/// Jobs by the stage whose queue they enter, in order.
fn entering(jobs: &[Job], running: &PerStage<Vec<Running>>) -> PerStage<Vec<u32>> {
    PerStage::from_fn(|stage| {
        let in_work = |job: &u32| running[stage].iter().any(|running| running.job == *job);
        let here = (0..jobs.len() as u32).filter(|&job| jobs[job as usize].enters == stage);
        here.filter(|job| !in_work(job)).collect()
    })
}

fn in_ms(windows: &Windows) -> Vec<(i64, i64)> {
    windows.as_slice().iter().map(|window| (window.from.ms(), window.to.ms())).collect()
}

/// Hours in which unannounced citizens come from now on, with the law of the gaps between them.
fn strangers(snapshot: &Snapshot) -> Vec<(i64, i64, Sampler)> {
    let rates = snapshot.walk_ins.iter().flat_map(|walk_ins| &walk_ins.rates);
    rates
        .filter(|(window, per_hour)| window.to > snapshot.now && *per_hour > 0.0 && per_hour.is_finite())
        .map(|(window, per_hour)| {
            let mean = Span::from_minutes_f64(60.0 / per_hour).max(Span::from_ms(1));
            let from = window.from.max(snapshot.now).ms();
            (from, window.to.ms(), Sampler::new(Law::Exponential { mean }))
        })
        .collect()
}

/// Results of consecutive paths, column by column.
struct Block {
    paths: usize,
    ready: Vec<u32>,
    turn: Vec<u32>,
}

impl Block {
    fn new(columns: usize, paths: usize) -> Self {
        Self { paths, ready: vec![0; columns * paths], turn: vec![0; columns * paths] }
    }

    fn keep(&mut self, at: usize, path: &path::Path) {
        let columns = self.ready.len() / self.paths.max(1);
        for column in 0..columns {
            self.ready[column * self.paths + at] = clip(path.done[column]);
            self.turn[column * self.paths + at] = clip(path.turn[column]);
        }
    }
}

fn clip(ms: i64) -> u32 {
    u32::try_from(ms.max(0)).unwrap_or(NEVER)
}

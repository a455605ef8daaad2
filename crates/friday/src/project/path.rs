//! One possible rest of the day.

use super::Model;
use crate::{Stage, Streams};

/// Later than any clock: nobody is there to start the work any more.
const NO_TIME: i64 = i64::MAX / 4;
/// Bits of a queue entry that hold the job; the time stands above them.
const JOB_BITS: u32 = 20;
/// Numbers of citizens whom nobody knows yet begin here, far from the numbers of files.
const STRANGERS: u64 = 1 << 62;
/// More unannounced citizens than this are not drawn in one path.
const STRANGERS_MAX: usize = 20_000;
/// Uses of chance besides the four stages.
const SHOWS_UP: u64 = 4;
const GAP: u64 = 5;

/// Room for one path, used again for the next one.
pub(super) struct Path {
    /// When each job is done with the last stage so far, and at the end with all.
    pub(super) done: Vec<i64>,
    /// When each job starts its first stage.
    pub(super) turn: Vec<i64>,
    /// (arrival, job) in one number, so that sorting is cheap: the queue of this stage, and of the next one.
    queue: Vec<i64>,
    onward: Vec<i64>,
    free: Vec<i64>,
    window: Vec<usize>,
}

const fn entry(at: i64, job: usize) -> i64 {
    (at << JOB_BITS) | job as i64
}

impl Path {
    pub(super) fn new(model: &Model) -> Self {
        let jobs = model.jobs.len();
        Self {
            done: vec![0; jobs],
            turn: vec![0; jobs],
            queue: Vec::with_capacity(jobs),
            onward: Vec::with_capacity(jobs),
            free: Vec::new(),
            window: Vec::new(),
        }
    }

    /// Draws the rest of the day.
    pub(super) fn draw(&mut self, model: &Model, streams: Streams) {
        self.done.fill(NO_TIME);
        self.turn.fill(NO_TIME);
        self.onward.clear();
        self.draw_strangers(model, streams);
        for stage in Stage::ALL {
            std::mem::swap(&mut self.queue, &mut self.onward);
            self.onward.clear();
            self.finish_running(model, stage, streams);
            for &index in &model.entering[stage] {
                let job = &model.jobs[index as usize];
                if job.show == u64::MAX || streams.keyed(job.key, SHOWS_UP) < job.show {
                    self.queue.push(entry(job.at, index as usize));
                }
            }
            self.queue.sort_unstable();
            self.serve(model, stage, streams);
        }
    }

    /// Work in progress holds its officer for what is left of it.
    fn finish_running(&mut self, model: &Model, stage: Stage, streams: Streams) {
        self.free.clear();
        self.free.resize(model.servers[stage].len(), i64::MIN);
        self.window.clear();
        self.window.resize(model.servers[stage].len(), 0);
        for running in &model.running[stage] {
            let job = running.job as usize;
            let bits = streams.keyed(model.jobs[job].key, stage.index() as u64);
            let left = model.sampler(job, stage).left(bits, running.survival, running.age);
            self.turn[job] = model.jobs[job].at;
            self.finish(job, running.from + left, running.server);
        }
    }

    fn serve(&mut self, model: &Model, stage: Stage, streams: Streams) {
        let servers = &model.servers[stage];
        for at in 0..self.queue.len() {
            let (arrives, job) =
                (self.queue[at] >> JOB_BITS, (self.queue[at] & ((1 << JOB_BITS) - 1)) as usize);
            let Some((start, server)) = self.earliest(servers, arrives) else {
                self.done[job] = NO_TIME;
                continue;
            };
            let known = model.jobs.get(job);
            let key = known.map_or_else(|| Streams::key(STRANGERS + job as u64), |job| job.key);
            if known.is_none_or(|job| job.enters == stage) {
                self.turn[job] = start;
            }
            let takes = model.sampler(job, stage).at(streams.keyed(key, stage.index() as u64));
            self.finish(job, start + takes, server);
        }
    }

    fn finish(&mut self, job: usize, at: i64, server: usize) {
        self.free[server] = at;
        self.done[job] = at;
        self.onward.push(entry(at, job));
    }

    /// Who can start first, and when; none if nobody comes back today. Arrivals must come in order.
    #[inline]
    fn earliest(&mut self, servers: &[Vec<(i64, i64)>], arrives: i64) -> Option<(i64, usize)> {
        let mut best: Option<(i64, usize)> = None;
        for (server, hours) in servers.iter().enumerate() {
            let ready = arrives.max(self.free[server]);
            while hours.get(self.window[server]).is_some_and(|hour| ready >= hour.1) {
                self.window[server] += 1;
            }
            let Some(hour) = hours.get(self.window[server]) else { continue };
            let start = ready.max(hour.0);
            if best.is_none_or(|(earliest, _)| start < earliest) {
                best = Some((start, server));
                if start == arrives {
                    break;
                }
            }
        }
        best
    }

    /// Unannounced citizens of this path, queued for the counter.
    fn draw_strangers(&mut self, model: &Model, streams: Streams) {
        if model.strangers.is_empty() {
            return;
        }
        let known = model.jobs.len();
        let mut count = 0;
        for (hour, (from, to, gaps)) in model.strangers.iter().enumerate() {
            let mut at = *from;
            loop {
                let gap = gaps.at(streams.bits(STRANGERS + count as u64, GAP + hour as u64));
                at += gap.max(1);
                if at >= *to || count >= STRANGERS_MAX {
                    break;
                }
                self.onward.push(entry(at, known + count));
                count += 1;
            }
        }
        self.done.resize(known + count, NO_TIME);
        self.turn.resize(known + count, NO_TIME);
    }
}

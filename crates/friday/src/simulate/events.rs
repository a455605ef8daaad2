//! The event core: one day, event after event.
//!
//! Events of one instant are taken together, arrivals first, then completions by case number, then returning officers;
//! after them free officers take the next files. There are few officers, so the earliest completion is found by looking
//! at each, which is faster than a heap.

use std::collections::VecDeque;

use super::arrivals::{ABSENT, Case, PATIENCE};
use super::prepared::Prepared;
use crate::order::{self, Candidate, Class, Policy};
use crate::{DayTime, PerStage, Stage, Streams};

/// No time: not started, not finished, nothing to come.
pub(super) const NONE: i64 = i64::MAX;
/// Numbers for draws about officers.
const OFFICERS: u64 = 1 << 43;

/// What happened to one file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Passage {
    pub(super) starts: [i64; 4],
    pub(super) ends: [i64; 4],
    pub(super) officers: [u16; 4],
    /// When it joined the queue it stands in.
    queued: i64,
    /// When the citizen went away unserved.
    pub(super) left: i64,
}

const FRESH: Passage =
    Passage { starts: [NONE; 4], ends: [NONE; 4], officers: [u16::MAX; 4], queued: 0, left: NONE };

/// One officer during the day.
#[derive(Clone, Copy)]
struct Post {
    until: i64,
    case: u32,
    stage: Stage,
    hour: usize,
    absent: bool,
}

/// Room for one day, used again for the next one.
pub(super) struct Core<'p> {
    prepared: &'p Prepared<'p>,
    pub(super) cases: Vec<Case>,
    pub(super) passages: Vec<Passage>,
    posts: Vec<Post>,
    /// Queues of each stage by class, each in the order of its places.
    queues: [[VecDeque<u32>; 2]; 4],
    finished: Vec<u32>,
    streams: Streams,
}

impl<'p> Core<'p> {
    pub(super) fn new(prepared: &'p Prepared<'p>) -> Self {
        Self {
            prepared,
            cases: Vec::new(),
            passages: Vec::new(),
            posts: Vec::new(),
            queues: Default::default(),
            finished: Vec::new(),
            streams: Streams::new(0, 0),
        }
    }

    /// Plays one day.
    pub(super) fn play(&mut self, streams: Streams) {
        self.begin(streams);
        let (mut arrival, mut wake) = (0, 0);
        loop {
            let next_arrival = self.cases.get(arrival).map_or(NONE, |case| case.joins);
            let next_wake = self.prepared.wakes.get(wake).copied().unwrap_or(NONE);
            let next_end = self.posts.iter().map(|post| post.until).min().unwrap_or(NONE);
            let now = next_arrival.min(next_end).min(next_wake);
            if now == NONE {
                break;
            }
            while self.cases.get(arrival).is_some_and(|case| case.joins == now) {
                self.queue(arrival as u32, self.cases[arrival].enters, now);
                arrival += 1;
            }
            if next_end == now {
                self.finish(now);
            }
            wake += usize::from(next_wake == now);
            self.dispatch(now);
        }
    }

    fn begin(&mut self, streams: Streams) {
        self.streams = streams;
        super::arrivals::draw(self.prepared, streams, &mut self.cases);
        self.passages.clear();
        self.passages.resize(self.cases.len(), FRESH);
        self.queues.iter_mut().flatten().for_each(VecDeque::clear);
        self.posts.clear();
        self.posts.extend(self.prepared.plan.officers.iter().enumerate().map(|(position, officer)| Post {
            until: NONE,
            case: 0,
            stage: Stage::Receive,
            hour: 0,
            absent: officer.absent > 0.0 && streams.unit(OFFICERS + position as u64, ABSENT) < officer.absent,
        }));
    }

    /// Work until `closing` of the officers who do each duty, in milliseconds: all their duties together.
    pub(super) fn busy(&self, closing: i64) -> PerStage<i64> {
        let mut by_officer = vec![0; self.posts.len()];
        for passage in &self.passages {
            for stage in 0..4 {
                if let Some(busy) = by_officer.get_mut(usize::from(passage.officers[stage])) {
                    *busy += (passage.ends[stage].min(closing) - passage.starts[stage]).max(0);
                }
            }
        }
        PerStage::from_fn(|stage| self.prepared.posts[stage].iter().map(|&officer| by_officer[officer]).sum())
    }

    /// Puts a file into the queue of a stage.
    fn queue(&mut self, case: u32, stage: Stage, now: i64) {
        self.passages[case as usize].queued = now;
        let class = self.cases[case as usize].place.class;
        let since = self.candidate(case, stage).since;
        let queue = &self.queues[stage.index()][class as usize];
        // Nearly always the end; somebody booked for later may stand there already.
        let before =
            queue.iter().rev().take_while(|&&other| self.candidate(other, stage).since > since).count();
        let at = queue.len() - before;
        self.queues[stage.index()][class as usize].insert(at, case);
    }

    /// A file as the order sees it: at the counter by its place, later by when it came to the stage.
    fn candidate(&self, case: u32, stage: Stage) -> Candidate {
        let known = &self.cases[case as usize];
        if stage == known.enters {
            return known.place;
        }
        Candidate::walk_in(known.place.class, DayTime::from_ms(self.passages[case as usize].queued))
    }

    /// Ends all work that ends now.
    fn finish(&mut self, now: i64) {
        let mut finished = std::mem::take(&mut self.finished);
        finished.clear();
        for post in self.posts.iter_mut().filter(|post| post.until == now) {
            post.until = NONE;
            finished.push(post.case);
            self.passages[post.case as usize].ends[post.stage.index()] = now;
        }
        finished.sort_unstable();
        for &case in &finished {
            let done = self.passages[case as usize].ends.iter().rposition(|end| *end != NONE);
            if let Some(stage) = done.and_then(|stage| Stage::at(stage + 1)) {
                self.queue(case, stage, now);
            }
        }
        self.finished = finished;
    }

    /// Free officers take the next files, later stages first.
    fn dispatch(&mut self, now: i64) {
        for stage in Stage::ALL.into_iter().rev() {
            while self.queues[stage.index()].iter().any(|queue| !queue.is_empty()) {
                let Some(post) = self.free_post(stage, now) else { break };
                let Some(case) = self.take(stage, now) else { break };
                self.start(case, stage, post, now);
            }
        }
    }

    fn free_post(&mut self, stage: Stage, now: i64) -> Option<usize> {
        let prepared = self.prepared;
        prepared.posts[stage].iter().copied().find(|&position| {
            let (post, hours) = (&mut self.posts[position], &prepared.hours[position]);
            while hours.get(post.hour).is_some_and(|hour| hour.1 <= now) {
                post.hour += 1;
            }
            post.until == NONE && !post.absent && hours.get(post.hour).is_some_and(|hour| hour.0 <= now)
        })
    }

    /// Takes the next one out of the queue of a stage. Within a class the first is the next, so the order is asked about
    /// the first of each class.
    fn take(&mut self, stage: Stage, now: i64) -> Option<u32> {
        loop {
            let [normal, priority] = &self.queues[stage.index()];
            let (class, case) = match (normal.front(), priority.front()) {
                (None, None) => return None,
                (Some(&case), None) => (Class::Normal, case),
                (None, Some(&case)) => (Class::Priority, case),
                (Some(&normal), Some(&priority)) => self.first_of(normal, priority, stage, now),
            };
            self.queues[stage.index()][class as usize].pop_front();
            if let Some(left) = self.left_before(case, stage, now) {
                self.passages[case as usize].left = left;
                continue;
            }
            return Some(case);
        }
    }

    fn first_of(&self, normal: u32, priority: u32, stage: Stage, now: i64) -> (Class, u32) {
        let mut heads = [(Class::Normal, normal), (Class::Priority, priority)];
        heads.sort_unstable_by_key(|(_, case)| *case);
        let policy: Policy = self.prepared.plan.order[stage];
        let candidates = heads.iter().map(|(_, case)| self.candidate(*case, stage));
        heads[order::next(candidates, DayTime::from_ms(now), policy).unwrap_or(0)]
    }

    /// When a citizen went away, if that was before being called. Patience counts from joining the queue.
    fn left_before(&self, case: u32, stage: Stage, now: i64) -> Option<i64> {
        let (known, patience) = (&self.cases[case as usize], self.prepared.patience.as_ref()?);
        if stage != Stage::Receive || known.joins == now {
            return None;
        }
        let leaves = known.joins + patience.at(self.streams.keyed(known.key, PATIENCE));
        (leaves <= now).then_some(leaves)
    }

    fn start(&mut self, case: u32, stage: Stage, position: usize, now: i64) {
        let known = &self.cases[case as usize];
        let bits = self.streams.keyed(known.key, stage.index() as u64);
        let mut takes = self.prepared.takes(known.kind as usize, stage, bits);
        if known.helped && stage == Stage::Receive {
            takes = (takes as f64 * (1.0 - self.prepared.plan.volunteers.saves)).round() as i64;
        }
        let post = &mut self.posts[position];
        (post.until, post.case, post.stage) = (now + takes, case, stage);
        let passage = &mut self.passages[case as usize];
        passage.starts[stage.index()] = now;
        passage.officers[stage.index()] = position as u16;
    }
}

//! What many drawn days say about each file.

use crate::DayTime;

/// Not today: nobody is there any more to do the work.
pub(crate) const NEVER: u32 = u32::MAX;

/// When each file is ready on each drawn path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Projection {
    paths: usize,
    cases: Vec<u64>,
    /// Column by column, in milliseconds of the day.
    ready: Vec<u32>,
    turn: Vec<u32>,
}

impl Projection {
    pub(crate) const fn new(paths: usize, cases: Vec<u64>, ready: Vec<u32>, turn: Vec<u32>) -> Self {
        Self { paths, cases, ready, turn }
    }

    /// Number of drawn paths.
    pub const fn paths(&self) -> usize {
        self.paths
    }

    /// The files, those in work first, else in the order of the snapshot.
    pub fn cases(&self) -> &[u64] {
        &self.cases
    }

    /// Probability that a file is not ready by `deadline`; none for a file that is not in the snapshot.
    pub fn late(&self, case: u64, deadline: DayTime) -> Option<f64> {
        Some(self.share(self.column(&self.ready, case)?, deadline))
    }

    /// [`Projection::late`] of every file.
    pub fn late_all(&self, deadline: DayTime) -> impl Iterator<Item = (u64, f64)> {
        let columns = self.ready.chunks(self.paths.max(1));
        self.cases.iter().copied().zip(columns.map(move |column| self.share(column, deadline)))
    }

    /// Probability that at least one file is not ready by `deadline`.
    pub fn backlog(&self, deadline: DayTime) -> f64 {
        if self.paths == 0 {
            return 0.0;
        }
        let late = |path: &usize| {
            (0..self.cases.len()).any(|column| is_late(self.ready[column * self.paths + path], deadline))
        };
        (0..self.paths).filter(late).count() as f64 / self.paths as f64
    }

    /// The instant by which a file is ready with probability `level`; none if that is not today, or nothing is known.
    pub fn ready(&self, case: u64, level: f64) -> Option<DayTime> {
        quantile(self.column(&self.ready, case)?, level)
    }

    /// The instant by which a file's first stage begins with probability `level`: the turn of somebody who waits.
    pub fn turn(&self, case: u64, level: f64) -> Option<DayTime> {
        quantile(self.column(&self.turn, case)?, level)
    }

    /// Mean of the ready time over the paths on which it is ready today; none if there is no such path.
    pub fn mean_ready(&self, case: u64) -> Option<DayTime> {
        let (mut sum, mut count) = (0, 0);
        for &ready in self.column(&self.ready, case)?.iter().filter(|&&ready| ready != NEVER) {
            sum += i64::from(ready);
            count += 1;
        }
        (count > 0).then(|| DayTime::from_ms(sum / count))
    }

    fn column<'a>(&self, values: &'a [u32], case: u64) -> Option<&'a [u32]> {
        let column = self.cases.iter().position(|known| *known == case)?;
        values.get(column * self.paths..(column + 1) * self.paths)
    }

    fn share(&self, column: &[u32], deadline: DayTime) -> f64 {
        let late = column.iter().filter(|&&ready| is_late(ready, deadline)).count();
        if self.paths == 0 { 0.0 } else { late as f64 / self.paths as f64 }
    }
}

fn is_late(ready: u32, deadline: DayTime) -> bool {
    ready == NEVER || i64::from(ready) > deadline.ms()
}

fn quantile(column: &[u32], level: f64) -> Option<DayTime> {
    if column.is_empty() {
        return None;
    }
    let rank = (column.len() as f64 * level - 1e-9).ceil().clamp(1.0, column.len() as f64) as usize;
    let mut sorted = column.to_vec();
    let (_, value, _) = sorted.select_nth_unstable(rank - 1);
    (*value != NEVER).then(|| DayTime::from_ms(i64::from(*value)))
}

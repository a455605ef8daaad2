//! One unit of work: begin, run, commit, and once more if a race was lost.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::time::Duration;

use deadpool_postgres::Object;
use tokio::runtime::Handle;

use super::session::{CommitFault, Session, Unsent};
use crate::engine::unit;
use crate::error::StoreError;
use crate::tx::{self, Tx};

/// Runs of one unit at most, the first included.
const RUNS: u32 = 6;

/// What the unit may do.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Mode {
    /// Reads and writes, READ COMMITTED.
    Write,
    /// Reads one snapshot.
    Read,
}

impl Mode {
    fn begin(self) -> &'static str {
        match self {
            Self::Write => "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE",
            Self::Read => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        }
    }
}

/// Runs the unit on this thread until it is decided. The connection goes back to the pool unless its
/// state is in doubt.
pub(super) fn run<T, E, F>(
    handle: &Handle,
    client: Object,
    mode: Mode,
    work: &mut F,
) -> Result<Result<T, E>, StoreError>
where
    F: FnMut(&mut Tx<'_>) -> Result<T, E>,
{
    let mut run = 1;
    loop {
        let once = attempt(handle, &client, mode, work);
        if once.broken {
            // Taken out of the pool and closed.
            drop(Object::take(client));
            return once.result;
        }
        match once.lost_race {
            true if run < RUNS => std::thread::sleep(pause(run)),
            true | false => return once.result,
        }
        run += 1;
    }
}

/// How one run went.
struct Attempt<T, E> {
    result: Result<Result<T, E>, StoreError>,
    /// The engine asks to run the unit again.
    lost_race: bool,
    /// The connection must not be used again.
    broken: bool,
}

fn attempt<T, E, F>(handle: &Handle, client: &Object, mode: Mode, work: &mut F) -> Attempt<T, E>
where
    F: FnMut(&mut Tx<'_>) -> Result<T, E>,
{
    let unsent = Unsent::new(mode.begin());
    let session = || Session::new(handle, client, &unsent);
    let ended = unit::run(work, tx::Session::Postgres(session()));
    if unsent.borrow().is_untouched() && (!ended.keep() || unsent.borrow().is_empty()) {
        return Attempt { result: ended.result, lost_race: false, broken: false };
    }
    if !ended.keep() {
        let broken = handle.block_on(client.batch_execute("ROLLBACK")).is_err();
        let lost_race = ended.fault.as_ref().is_some_and(StoreError::is_lost_race);
        return Attempt { result: ended.result, lost_race, broken };
    }
    match handle.block_on(session().commit()) {
        Ok(()) => Attempt { result: ended.result, lost_race: false, broken: false },
        Err(CommitFault::Refused(fault)) => {
            let broken = matches!(fault, StoreError::Unavailable { .. });
            Attempt { lost_race: fault.is_lost_race(), result: Err(fault), broken }
        }
        Err(CommitFault::InDoubt(fault)) => {
            let lost_race = fault.is_lost_race();
            Attempt { result: Err(fault), lost_race, broken: !lost_race }
        }
    }
}

/// Grows with the number of runs, with half of it left to chance so that losers part.
fn pause(run: u32) -> Duration {
    let most = 4_000 * u64::from(run * run);
    let chance = RandomState::new().build_hasher().finish() % (most / 2);
    Duration::from_micros(most / 2 + chance)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_stay_short() {
        for run in 1..RUNS {
            let most = Duration::from_millis(u64::from(4 * run * run));
            let pause = pause(run);
            assert!(pause >= most / 2 && pause < most, "{run}: {pause:?}");
        }
    }
}

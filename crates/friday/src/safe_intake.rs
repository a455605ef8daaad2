//! Until when a file can be taken in today and still come out today.

use crate::project::project_with;
use crate::{DayTime, Newcomer, Snapshot, Span, Stage, Windows};

/// Steps of the answer.
const STEP: Span = Span::from_minutes(5);

/// The last time at which a file like `newcomer` (its own time is not looked at) would miss `deadline` at most with
/// probability `theta`. None when already now is too late, or nobody receives any more.
///
/// A phantom file is put behind everybody, later and later: a file that comes later is not ready sooner, so halving the
/// rest of the day finds the answer in some seven projections.
pub fn last_safe_intake(
    snapshot: &Snapshot,
    newcomer: &Newcomer,
    deadline: DayTime,
    theta: f64,
    draws: (u64, usize),
) -> Option<DayTime> {
    let times = intake_times(snapshot, deadline);
    let safe = |at: DayTime| {
        let phantom = Newcomer { at, ..*newcomer };
        project_with(snapshot, &phantom, draws.0, draws.1)
            .late(phantom.case, deadline)
            .is_some_and(|p| p <= theta)
    };
    let after_last = times.partition_point(|&at| safe(at));
    after_last.checked_sub(1).map(|last| times[last])
}

/// Every fifth minute from now to the deadline at which somebody receives.
fn intake_times(snapshot: &Snapshot, deadline: DayTime) -> Vec<DayTime> {
    let receivers = &snapshot.servers[Stage::Receive];
    let hours = Windows::new(receivers.iter().flat_map(|server| server.windows.as_slice().iter().copied()));
    let hours = hours.intersect(&snapshot.opening);
    let mut times = Vec::new();
    if hours.contains(snapshot.now) {
        times.push(snapshot.now);
    }
    let mut at = (snapshot.now + Span::from_ms(1)).round_up(STEP);
    while at < deadline {
        let Some(open) = hours.next_open(at) else { break };
        if open == at {
            times.push(at);
        }
        at = open.max(at + STEP).round_up(STEP);
    }
    times
}

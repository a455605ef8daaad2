//! What if: the coming day of a unit as it is planned, played many times, beside the same day with a change.
//!
//! Hours come from the calendar, people from the roster (one for each duty where there is none), citizens from the
//! programme days of the last quarter. How long work takes is assumed until a unit has learned it.

mod live;
#[cfg(test)]
mod tests;
mod wish;

pub use live::{Live, usual_laws};
pub use wish::Wish;

use crate::error::AppError;
use crate::{Actor, App};
use domain::id::AccountId;
use domain::permit::DayAct;
use domain::place::UnitCode;
use friday::simulate::{Gain, Outcome, PlanProblem, gains, run};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::sync::{LazyLock, Mutex, PoisonError};

/// Days played for a page: under a second for a unit on two cores.
pub const REPLICATIONS: usize = 2_000;
/// Days played for each change of one more pair of hands.
pub const REPLICATIONS_GAIN: usize = 500;

/// Why nothing was simulated.
#[derive(Debug, thiserror::Error)]
pub enum SimulateError {
    /// No right, no such unit, or the database failed.
    #[error(transparent)]
    App(#[from] AppError),
    /// The unit is closed on that day.
    #[error("the unit is closed on that day")]
    Closed,
    /// The plan cannot be played.
    #[error("the plan cannot be played")]
    Problems(Vec<PlanProblem>),
    /// The same person has a simulation running.
    #[error("a simulation of this person is running")]
    Busy,
}

/// A planned day and, where something was wished, the same day with the change.
pub struct Answer {
    /// The day as planned, and where it came from.
    pub live: Live,
    /// The day as planned.
    pub planned: Outcome,
    /// The day with the change; none without a wish.
    pub changed: Option<Outcome>,
    /// What one more pair of hands brings to the day as planned.
    pub gains: Vec<Gain>,
}

/// Plays a unit's day as planned and as wished. The seed is the day's own, so that the same question has the same answer.
///
/// # Errors
/// [`SimulateError`]; a plan that lacks somebody for a duty is [`SimulateError::Problems`].
pub async fn simulate(
    app: &App,
    actor: &Actor,
    unit: &UnitCode,
    on: Date,
    wish: Wish,
) -> Result<Answer, SimulateError> {
    let (now, policy) = (app.clock.now(), app.policy());
    actor.at_unit(&policy, now, DayAct::Simulate.into(), unit)?;
    let turn = Turn::take(actor.account).ok_or(SimulateError::Busy)?;
    let code = unit.clone();
    let read = app.store.read(move |tx| live::read(tx, &policy, &code, on));
    let live = read.await.map_err(AppError::Store)?.ok_or(SimulateError::Closed)?;
    let changed = (wish != Wish::default()).then(|| wish.applied(&live.plan));
    for plan in [Some(&live.plan), changed.as_ref()].into_iter().flatten() {
        let problems = plan.problems();
        if !problems.is_empty() {
            return Err(SimulateError::Problems(problems));
        }
    }
    let seed = live::seed(on);
    let played = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        let planned = run(&live.plan, seed, REPLICATIONS, |_| ());
        let base = run(&live.plan, seed, REPLICATIONS_GAIN, |_| ());
        let gains = gains(&live.plan, &base, seed, |_| ());
        let changed = changed.map(|plan| run(&plan, seed, REPLICATIONS, |_| ()));
        Answer { live, planned, changed, gains }
    });
    played.await.map_err(|_| SimulateError::Busy)
}

/// The plan of a unit's day for whoever runs the program; none when it is closed or there is no such unit.
///
/// # Errors
/// [`AppError::Store`].
pub async fn live_plan(app: &App, unit: &UnitCode, on: Date) -> Result<Option<Live>, AppError> {
    let (policy, unit) = (app.policy(), unit.clone());
    app.store.read(move |tx| live::read(tx, &policy, &unit, on)).await.map_err(AppError::Store)
}

/// Who has a simulation running.
static RUNNING: LazyLock<Mutex<BTreeSet<AccountId>>> = LazyLock::new(Mutex::default);

/// The right to one run at a time; given back when dropped.
struct Turn(AccountId);

impl Turn {
    fn take(account: AccountId) -> Option<Self> {
        let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        // Made only when it is theirs: a turn that is dropped here would wait for the lock this holds.
        running.insert(account).then(|| Self(account))
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        RUNNING.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.0);
    }
}

//! Counters: opened and closed by whoever sits there, described by whoever runs the unit.

use super::problem::QueueError;
use super::record::take_turn;
use crate::error::AppError;
use crate::{Actor, App};
use domain::id::AccountId;
use domain::permit::DayAct;
use domain::place::UnitCode;
use domain::queue::{Counter, CounterNumber, Group, GroupSpec, Opening};
use domain::time::civil;
use jiff::Timestamp;
use std::collections::BTreeSet;
use storage::queue::{self, places};
use storage::{Tx, account};

/// How many counters a unit has that described none.
const PLAIN_COUNTERS: i64 = 2;

/// Counters of a unit as described; two plain ones where nobody described any.
pub(super) fn all(tx: &mut Tx<'_>, unit: &UnitCode) -> Result<Vec<Counter>, QueueError> {
    let found = places::list_counters(tx, unit)?;
    if !found.is_empty() {
        return Ok(found);
    }
    let groups = places::list_groups(tx, unit)?;
    let numbers = (1..=PLAIN_COUNTERS).filter_map(|number| CounterNumber::try_from(number).ok());
    Ok(numbers.map(|number| Counter::plain(unit.clone(), number, &groups)).collect())
}

/// The counter at which an officer sits now.
pub(super) fn seated(
    tx: &mut Tx<'_>,
    unit: &UnitCode,
    number: CounterNumber,
    officer: AccountId,
    at: Timestamp,
) -> Result<Counter, QueueError> {
    let counters = places::list_counters(tx, unit)?;
    let desk = counters.into_iter().find(|counter| counter.number == number);
    let desk = desk.ok_or(QueueError::CounterClosed)?;
    match desk.open_on(civil(at).date()) {
        Some(opening) if opening.by == officer => Ok(desk),
        Some(opening) => Err(QueueError::CounterTaken { by: name_of(tx, opening.by)? }),
        None => Err(QueueError::CounterClosed),
    }
}

fn name_of(tx: &mut Tx<'_>, id: AccountId) -> Result<String, QueueError> {
    Ok(account::find(tx, id)?.map(|account| account.name).unwrap_or_default())
}

/// How an officer sits down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// At which counter.
    pub number: CounterNumber,
    /// Groups they serve; empty: those described for the counter.
    pub groups: BTreeSet<Group>,
    /// Take the counter over from whoever left it open.
    pub take_over: bool,
}

/// Opens a counter for the officer; another one that they had open is closed.
///
/// # Errors
/// [`QueueError::CounterTaken`] names who sits there; [`QueueError::CounterHolds`] when they leave somebody they called.
pub async fn open(app: &App, actor: &Actor, unit: &UnitCode, seat: Seat) -> Result<Counter, QueueError> {
    let at = app.clock.now();
    let context = actor.at_unit(&app.policy(), at, DayAct::CallTicket.into(), unit)?;
    let code = unit.clone();
    let opened = app
        .store
        .write(move |tx| {
            take_turn(tx, &code, at)?;
            let on = civil(at).date();
            let specs = places::list_groups(tx, &code)?;
            if seat.groups.iter().any(|group| !specs.iter().any(|spec| spec.group == *group)) {
                return Err(QueueError::NoGroup);
            }
            for other in all(tx, &code)? {
                let mine = other.open_on(on).is_some_and(|opening| opening.by == context.actor);
                if mine && other.number != seat.number {
                    shut(tx, other, at)?;
                }
            }
            let known = all(tx, &code)?.into_iter().find(|counter| counter.number == seat.number);
            let mut desk = known.unwrap_or_else(|| Counter::plain(code.clone(), seat.number, &specs));
            match desk.open_on(on) {
                Some(opening) if opening.by != context.actor && !seat.take_over => {
                    return Err(QueueError::CounterTaken { by: name_of(tx, opening.by)? });
                }
                Some(_) | None => {}
            }
            if !seat.groups.is_empty() {
                desk.groups.clone_from(&seat.groups);
            }
            desk.opening = Some(Opening { by: context.actor, since: at });
            places::put_counter(tx, &desk)?;
            Ok(desk)
        })
        .await?;
    app.announce(unit);
    Ok(opened)
}

/// Closes a counter; one's own, or any for whoever runs the unit.
///
/// # Errors
/// [`QueueError::CounterHolds`] while somebody is called or served there.
pub async fn close(
    app: &App,
    actor: &Actor,
    unit: &UnitCode,
    number: CounterNumber,
) -> Result<(), QueueError> {
    let at = app.clock.now();
    let policy = app.policy();
    let runs = actor.may_at(&policy, at, DayAct::SetCounter.into(), unit);
    let context = if runs {
        actor.at_unit(&policy, at, DayAct::SetCounter.into(), unit)?
    } else {
        actor.at_unit(&policy, at, DayAct::CallTicket.into(), unit)?
    };
    let code = unit.clone();
    app.store
        .write(move |tx| {
            take_turn(tx, &code, at)?;
            let found = all(tx, &code)?.into_iter().find(|counter| counter.number == number);
            let desk = found.ok_or(AppError::NotFound { what: "counter" })?;
            match desk.open_on(civil(at).date()) {
                Some(opening) if opening.by != context.actor && !runs => {
                    Err(QueueError::CounterTaken { by: name_of(tx, opening.by)? })
                }
                Some(_) => shut(tx, desk, at),
                None => Ok(()),
            }
        })
        .await?;
    app.announce(unit);
    Ok(())
}

fn shut(tx: &mut Tx<'_>, mut desk: Counter, at: Timestamp) -> Result<(), QueueError> {
    if let Some(held) = queue::find_at_counter(tx, &desk.unit, civil(at).date(), desk.number)? {
        return Err(QueueError::CounterHolds { number: held.number, counter: desk.number });
    }
    desk.opening = None;
    Ok(places::put_counter(tx, &desk)?)
}

/// Describes a counter, or makes a new one: what stands on its sign, which groups it serves.
///
/// # Errors
/// [`QueueError::NoGroup`] for a group the unit has not; denied.
pub async fn describe(
    app: &App,
    actor: &Actor,
    unit: &UnitCode,
    number: CounterNumber,
    label: String,
    groups: BTreeSet<Group>,
) -> Result<(), QueueError> {
    let at = app.clock.now();
    actor.at_unit(&app.policy(), at, DayAct::SetCounter.into(), unit)?;
    let code = unit.clone();
    app.store
        .write(move |tx| {
            take_turn(tx, &code, at)?;
            let specs = places::list_groups(tx, &code)?;
            if groups.is_empty() || groups.iter().any(|group| !specs.iter().any(|spec| spec.group == *group))
            {
                return Err(QueueError::NoGroup);
            }
            let mut counters = all(tx, &code)?;
            if !counters.iter().any(|counter| counter.number == number) {
                counters.push(Counter::plain(code.clone(), number, &specs));
            }
            // The plain ones become real with the first description.
            for mut counter in counters {
                if counter.number == number {
                    counter.label.clone_from(&label);
                    counter.groups.clone_from(&groups);
                }
                places::put_counter(tx, &counter)?;
            }
            Ok::<_, QueueError>(())
        })
        .await?;
    app.announce(unit);
    Ok(())
}

/// Removes a counter that is closed.
///
/// # Errors
/// [`QueueError::CounterHolds`] while somebody is called or served there; denied.
pub async fn remove(
    app: &App,
    actor: &Actor,
    unit: &UnitCode,
    number: CounterNumber,
) -> Result<(), QueueError> {
    let at = app.clock.now();
    actor.at_unit(&app.policy(), at, DayAct::SetCounter.into(), unit)?;
    let code = unit.clone();
    app.store
        .write(move |tx| {
            take_turn(tx, &code, at)?;
            if let Some(held) = queue::find_at_counter(tx, &code, civil(at).date(), number)? {
                return Err(QueueError::CounterHolds { number: held.number, counter: number });
            }
            Ok::<_, QueueError>(places::drop_counter(tx, &code, number)?)
        })
        .await?;
    app.announce(unit);
    Ok(())
}

/// Sets a group up, or changes what it is for.
///
/// # Errors
/// Denied.
pub async fn set_group(app: &App, actor: &Actor, unit: &UnitCode, spec: GroupSpec) -> Result<(), QueueError> {
    let at = app.clock.now();
    actor.at_unit(&app.policy(), at, DayAct::SetCounter.into(), unit)?;
    let code = unit.clone();
    app.store
        .write(move |tx| {
            take_turn(tx, &code, at)?;
            // The standard groups become rows with the first change.
            for standard in places::list_groups(tx, &code)? {
                places::put_group(tx, &code, &standard)?;
            }
            Ok::<_, QueueError>(places::put_group(tx, &code, &spec)?)
        })
        .await?;
    app.announce(unit);
    Ok(())
}

/// Removes a group in which nobody waits.
///
/// # Errors
/// [`QueueError::LastGroup`] for the only one; [`QueueError::NoGroup`] while somebody waits in it; denied.
pub async fn remove_group(app: &App, actor: &Actor, unit: &UnitCode, group: Group) -> Result<(), QueueError> {
    let at = app.clock.now();
    actor.at_unit(&app.policy(), at, DayAct::SetCounter.into(), unit)?;
    let code = unit.clone();
    app.store
        .write(move |tx| {
            take_turn(tx, &code, at)?;
            let specs = places::list_groups(tx, &code)?;
            let open = queue::list_open(tx, &code, civil(at).date())?;
            if open.iter().any(|ticket| ticket.group == group) {
                return Err(QueueError::NoGroup);
            }
            if specs.len() < 2 {
                return Err(QueueError::LastGroup);
            }
            for standard in &specs {
                places::put_group(tx, &code, standard)?;
            }
            Ok(places::drop_group(tx, &code, group)?)
        })
        .await?;
    app.announce(unit);
    Ok(())
}

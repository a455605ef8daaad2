//! One picture of a unit's queue at an instant. Hall displays, phones, counters and boards are drawn from it, so it is
//! computed once for a change, however many look on.

use super::counter::all;
use super::order::sort;
use super::problem::QueueError;
use crate::App;
use domain::id::TicketId;
use domain::place::UnitCode;
use domain::queue::{Counter, Group, GroupSpec, Served, Ticket, TicketStage, Wait, expected};
use domain::time::civil;
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use storage::Tx;
use storage::queue::{self, CallRow, places};

/// How many calls a display can show.
const CALLS_MAX: usize = 8;

/// From how many visits the next waits are reckoned.
const VISITS_MAX: usize = 60;

/// A group with who waits in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupView {
    /// The group.
    pub spec: GroupSpec,
    /// How many wait.
    pub waiting: u32,
    /// How many counters that serve it are open.
    pub counters: u32,
    /// How long somebody waits who comes now.
    pub wait: Wait,
}

/// A counter with whom it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CounterView {
    /// The counter.
    pub counter: Counter,
    /// Whether somebody sits there today.
    pub is_open: bool,
    /// Whom it called or serves.
    pub ticket: Option<Ticket>,
}

/// Where a waiting ticket stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// How many come before it, if nobody else comes.
    pub ahead: u32,
    /// How long it may take.
    pub wait: Wait,
}

/// The picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueView {
    /// Whose.
    pub unit: UnitCode,
    /// Its day.
    pub on: Date,
    /// When it was taken.
    pub at: Timestamp,
    /// Groups by letter.
    pub groups: Vec<GroupView>,
    /// Counters by number.
    pub counters: Vec<CounterView>,
    /// The last calls, the newest first.
    pub calls: Vec<CallRow>,
    /// Whoever waits, in the order of calling.
    pub line: Vec<Ticket>,
    /// Open tickets that do not wait: called, at a counter, set aside, absent, unprinted.
    pub others: Vec<Ticket>,
    /// Where each waiting ticket stands.
    pub places: BTreeMap<TicketId, Place>,
    /// How many tickets of the day stand where.
    pub counts: BTreeMap<TicketStage, u64>,
}

impl QueueView {
    /// How many counters are open.
    pub fn open_counters(&self) -> usize {
        self.counters.iter().filter(|view| view.is_open).count()
    }

    /// How many tickets of the day stand at a stage.
    pub fn count(&self, stage: TicketStage) -> u64 {
        self.counts.get(&stage).copied().unwrap_or_default()
    }

    /// The ticket of an identifier, if it is open.
    pub fn find(&self, id: TicketId) -> Option<&Ticket> {
        self.line.iter().chain(&self.others).find(|ticket| ticket.id == id)
    }
}

/// Takes the picture of a unit's queue.
///
/// # Errors
/// The database.
pub async fn take(app: &App, unit: &UnitCode) -> Result<QueueView, QueueError> {
    let (unit, at) = (unit.clone(), app.clock.now());
    app.store.read(move |tx| read(tx, &unit, at)).await
}

/// As [`take`], inside a transaction.
pub(crate) fn read(tx: &mut Tx<'_>, unit: &UnitCode, at: Timestamp) -> Result<QueueView, QueueError> {
    let on = civil(at).date();
    let specs = places::list_groups(tx, unit)?;
    let counters = all(tx, unit)?;
    let visits = queue::list_visits(tx, unit, on, VISITS_MAX)?;
    let served = Served::of(visits.into_iter().map(|(from, to)| to.duration_since(from)));
    let open = queue::list_open(tx, unit, on)?;
    let (mut line, others): (Vec<Ticket>, Vec<Ticket>) =
        open.into_iter().partition(|ticket| ticket.stage == TicketStage::Waiting);
    sort(&mut line, at);
    let counters: Vec<CounterView> = counters.into_iter().map(|counter| seen(counter, &others, on)).collect();
    let groups = specs.into_iter().map(|spec| group(spec, &line, &counters, served)).collect();
    let places = stand(&line, &counters, served);
    Ok(QueueView {
        unit: unit.clone(),
        on,
        at,
        groups,
        counters,
        calls: queue::list_calls(tx, unit, on, CALLS_MAX)?,
        places,
        counts: queue::count_stages(tx, unit, on)?,
        line,
        others,
    })
}

fn seen(counter: Counter, others: &[Ticket], on: Date) -> CounterView {
    let held = |ticket: &&Ticket| ticket.stage.is_at_counter() && ticket.counter == Some(counter.number);
    CounterView { is_open: counter.open_on(on).is_some(), ticket: others.iter().find(held).cloned(), counter }
}

/// The counters that serve a group: how many, how many of them idle, and every group they serve besides.
struct Pool {
    counters: u32,
    free: u32,
    groups: BTreeSet<Group>,
}

fn pool(counters: &[CounterView], group: Group) -> Pool {
    let mut pool = Pool { counters: 0, free: 0, groups: BTreeSet::from([group]) };
    for view in counters.iter().filter(|view| view.is_open && view.counter.groups.contains(&group)) {
        pool.counters += 1;
        pool.free += u32::from(view.ticket.is_none());
        pool.groups.extend(&view.counter.groups);
    }
    pool
}

fn group(spec: GroupSpec, line: &[Ticket], counters: &[CounterView], served: Served) -> GroupView {
    let pool = pool(counters, spec.group);
    let count = |wanted: &dyn Fn(&Ticket) -> bool| {
        u32::try_from(line.iter().filter(|ticket| wanted(ticket)).count()).unwrap_or(u32::MAX)
    };
    let ahead = count(&|ticket| pool.groups.contains(&ticket.group));
    GroupView {
        waiting: count(&|ticket| ticket.group == spec.group),
        counters: pool.counters,
        wait: expected(ahead, pool.counters, pool.free, served),
        spec,
    }
}

/// Where everybody in the line stands: before them are those whom the same counters call first.
fn stand(line: &[Ticket], counters: &[CounterView], served: Served) -> BTreeMap<TicketId, Place> {
    let pools: BTreeMap<Group, Pool> =
        line.iter().map(|ticket| (ticket.group, pool(counters, ticket.group))).collect();
    let mut before: BTreeMap<Group, u32> = BTreeMap::new();
    let mut places = BTreeMap::new();
    for ticket in line {
        let Some(pool) = pools.get(&ticket.group) else { continue };
        let ahead = pool.groups.iter().filter_map(|group| before.get(group)).sum();
        let wait = expected(ahead, pool.counters, pool.free, served);
        places.insert(ticket.id, Place { ahead, wait });
        *before.entry(ticket.group).or_default() += 1;
    }
    places
}

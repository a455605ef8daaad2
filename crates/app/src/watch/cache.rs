//! What is known of each unit, kept until its next event.

use super::load::Load;
use super::quote::Quoted;
use domain::place::UnitCode;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use storage::watch::ServiceTime;

/// A load older than this is read anew: another process may serve the same database.
const AGE_MAX: SignedDuration = SignedDuration::from_secs(30);

/// What all units have learned changes slowly.
const LEARNED_AGE_MAX: SignedDuration = SignedDuration::from_mins(10);

/// A quote by procedure, version and minute.
pub(super) type QuoteKey = (String, u16, i64);

#[derive(Default)]
struct Entry {
    /// Counts the unit's events, so that what was read before one is not kept after it.
    generation: u64,
    load: Option<Arc<Load>>,
    quotes: BTreeMap<QuoteKey, Arc<Quoted>>,
}

/// Loads by unit, in memory. Losing it costs one reading.
#[derive(Default)]
pub struct Cache {
    units: Mutex<BTreeMap<UnitCode, Entry>>,
    learned: Mutex<Option<(Timestamp, Arc<Vec<ServiceTime>>)>>,
}

impl Cache {
    /// Something of a unit changed.
    pub fn forget(&self, unit: &UnitCode) {
        let mut units = lock(&self.units);
        let entry = units.entry(unit.clone()).or_default();
        let generation = entry.generation.wrapping_add(1);
        *entry = Entry { generation, ..Entry::default() };
    }

    /// The policy changed, or everything else.
    pub fn forget_all(&self) {
        let units: Vec<UnitCode> = lock(&self.units).keys().cloned().collect();
        units.iter().for_each(|unit| self.forget(unit));
        *lock(&self.learned) = None;
    }

    /// The load of a unit, while it is fresh; and the generation to hand to [`Cache::keep`].
    pub(super) fn find(&self, unit: &UnitCode, at: Timestamp) -> (u64, Option<Arc<Load>>) {
        let units = lock(&self.units);
        let Some(entry) = units.get(unit) else { return (0, None) };
        let fresh =
            |load: &&Arc<Load>| is_fresh(load.at, at, AGE_MAX) && load.on == domain::time::civil(at).date();
        (entry.generation, entry.load.as_ref().filter(fresh).cloned())
    }

    /// Keeps a load, unless the unit had an event while it was read.
    pub(super) fn keep(&self, load: &Arc<Load>, generation: u64) {
        let mut units = lock(&self.units);
        let entry = units.entry(load.unit.clone()).or_default();
        if entry.generation == generation {
            entry.load = Some(load.clone());
            entry.quotes.clear();
        }
    }

    /// A quote worked out before from the same load.
    pub(super) fn find_quote(&self, load: &Arc<Load>, key: &QuoteKey) -> Option<Arc<Quoted>> {
        let units = lock(&self.units);
        let entry = units.get(&load.unit)?;
        let same = entry.load.as_ref().is_some_and(|kept| Arc::ptr_eq(kept, load));
        entry.quotes.get(key).filter(|_| same).cloned()
    }

    /// Keeps a quote beside the load it came from.
    pub(super) fn keep_quote(&self, load: &Arc<Load>, key: QuoteKey, quoted: &Arc<Quoted>) {
        if let Some(entry) = lock(&self.units).get_mut(&load.unit)
            && entry.load.as_ref().is_some_and(|kept| Arc::ptr_eq(kept, load))
        {
            entry.quotes.insert(key, quoted.clone());
        }
    }

    pub(super) fn learned(&self, at: Timestamp) -> Option<Arc<Vec<ServiceTime>>> {
        let kept = lock(&self.learned);
        kept.as_ref()
            .filter(|(read_at, _)| is_fresh(*read_at, at, LEARNED_AGE_MAX))
            .map(|(_, kept)| kept.clone())
    }

    pub(super) fn keep_learned(&self, at: Timestamp, learned: &Arc<Vec<ServiceTime>>) {
        *lock(&self.learned) = Some((at, learned.clone()));
    }
}

/// A clock that was moved, forward or back, makes everything old.
fn is_fresh(read_at: Timestamp, at: Timestamp, age_max: SignedDuration) -> bool {
    (SignedDuration::ZERO..=age_max).contains(&at.duration_since(read_at))
}

/// A poisoned lock holds whole values all the same: each is replaced as one.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

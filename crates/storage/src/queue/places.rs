//! Groups and counters of a unit.

use super::row::{counter, known};
use super::sql;
use crate::event_log::LogError;
use crate::{Row, StoreError, Tx, values};
use domain::place::UnitCode;
use domain::procedure::SectorCode;
use domain::queue::{Counter, CounterNumber, Group, GroupSpec, Opening, Purpose};
use domain::time::{from_ms, to_ms};
use jiff::Timestamp;
use std::collections::BTreeSet;

/// Groups of a unit by letter; the standard ones where it set up none.
///
/// # Errors
/// [`LogError`].
pub fn list_groups(tx: &mut Tx<'_>, unit: &UnitCode) -> Result<Vec<GroupSpec>, LogError> {
    let rows = tx.query(sql::GROUPS, &values![unit.as_str()])?;
    if rows.is_empty() {
        return Ok(GroupSpec::standard());
    }
    rows.iter().map(read_group).collect()
}

fn read_group(row: &Row) -> Result<GroupSpec, LogError> {
    let (letter, purpose) = (row.text(0)?, row.text(1)?);
    let sector = |code: &str| -> Result<SectorCode, LogError> { known("sector", code, code.parse().ok()) };
    Ok(GroupSpec {
        group: known("group", &letter, letter.parse().ok())?,
        purpose: known("purpose", &purpose, Purpose::from_name(&purpose))?,
        sectors: row.str(2)?.split_whitespace().map(sector).collect::<Result<_, _>>()?,
    })
}

/// Writes a group.
///
/// # Errors
/// [`StoreError`].
pub fn put_group(tx: &mut Tx<'_>, unit: &UnitCode, spec: &GroupSpec) -> Result<(), StoreError> {
    let sectors: Vec<&str> = spec.sectors.iter().map(SectorCode::as_str).collect();
    let values = values![unit.as_str(), spec.group.to_string(), spec.purpose.name(), sectors.join(" ")];
    tx.execute_one(sql::PUT_GROUP, &values)
}

/// Removes a group.
///
/// # Errors
/// [`StoreError`].
pub fn drop_group(tx: &mut Tx<'_>, unit: &UnitCode, group: Group) -> Result<(), StoreError> {
    tx.execute(sql::DROP_GROUP, &values![unit.as_str(), group.to_string()]).map(|_| ())
}

fn read_counter(row: &Row) -> Result<Counter, LogError> {
    let unit = row.text(0)?;
    let group = |letter: char| known("group", &letter.to_string(), Group::try_from(letter).ok());
    let opening = match (row.opt_text(4)?, row.opt_int(5)?) {
        (Some(by), Some(since)) => Some(Opening { by: by.parse()?, since: from_ms(since) }),
        (Some(_) | None, _) => None,
    };
    Ok(Counter {
        unit: known("unit code", &unit, unit.parse().ok())?,
        number: counter(row.int(1)?)?,
        label: row.text(2)?,
        groups: row.str(3)?.chars().map(group).collect::<Result<BTreeSet<_>, _>>()?,
        opening,
    })
}

/// Counters of a unit that were described or opened, by number.
///
/// # Errors
/// [`LogError`].
pub fn list_counters(tx: &mut Tx<'_>, unit: &UnitCode) -> Result<Vec<Counter>, LogError> {
    tx.query(sql::COUNTERS, &values![unit.as_str()])?.iter().map(read_counter).collect()
}

/// Counters of all units that were opened since an instant, by unit and number.
///
/// # Errors
/// [`LogError`].
pub fn list_opened(tx: &mut Tx<'_>, since: Timestamp) -> Result<Vec<Counter>, LogError> {
    tx.query(sql::OPENED, &values![to_ms(since)])?.iter().map(read_counter).collect()
}

/// Writes a counter.
///
/// # Errors
/// [`StoreError`].
pub fn put_counter(tx: &mut Tx<'_>, counter: &Counter) -> Result<(), StoreError> {
    let letters: String = counter.groups.iter().map(|group| group.letter()).collect();
    let values = values![
        counter.unit.as_str(),
        counter.number.get(),
        &counter.label,
        letters,
        counter.opening.map(|opening| opening.by.to_string()),
        counter.opening.map(|opening| to_ms(opening.since))
    ];
    tx.execute_one(sql::PUT_COUNTER, &values)
}

/// Removes a counter.
///
/// # Errors
/// [`StoreError`].
pub fn drop_counter(tx: &mut Tx<'_>, unit: &UnitCode, number: CounterNumber) -> Result<(), StoreError> {
    tx.execute(sql::DROP_COUNTER, &values![unit.as_str(), number.get()]).map(|_| ())
}

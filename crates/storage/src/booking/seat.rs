//! Places of an hour: taken for good, or held for some minutes and then free again without anybody's doing.
//!
//! A hold that ends later than it could have begun from now was made by a clock that ran ahead, and holds nothing.

use super::sql;
use crate::{StoreError, Tx, values};

/// What a form is about whose place was held.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(
    missing_docs,
    reason = "named as the columns; `expires_at` is that of the place, where it is still there"
)]
pub struct HoldRow {
    pub unit: String,
    pub on_day: i64,
    pub minute: i64,
    pub expires_at: Option<i64>,
}

/// Now, and how long a hold can last from now; both in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Now.
    pub now: i64,
    /// The longest a hold lasts.
    pub longest: i64,
}

impl Moment {
    const fn latest(self) -> i64 {
        self.now.saturating_add(self.longest)
    }

    /// Whether a hold that ends then is in force.
    pub const fn is_held(self, expires_at: i64) -> bool {
        expires_at > self.now && expires_at <= self.latest()
    }
}

/// Holds the places of a unit's day until the end of the transaction: whoever changes them stands in one line.
///
/// # Errors
/// [`StoreError`].
pub fn lock_day(tx: &mut Tx<'_>, unit: &str, on_day: i64, now: i64) -> Result<(), StoreError> {
    tx.execute(sql::LOCK_DAY, &values![unit, on_day, now]).map(|_| ())
}

/// Takes the lowest free place of an hour; nothing when all are taken. Without an end it is taken for good.
///
/// # Errors
/// [`StoreError`].
pub fn take(
    tx: &mut Tx<'_>,
    (unit, on_day, minute): (&str, i64, i64),
    places: u32,
    holder: &str,
    expires_at: Option<i64>,
    at: Moment,
) -> Result<bool, StoreError> {
    let rows = tx.query(sql::SEATS, &values![unit, on_day, minute, at.now, at.latest()])?;
    let taken: Vec<i64> = rows.iter().map(|row| row.int(0)).collect::<Result<_, _>>()?;
    for seat in (1..=i64::from(places)).filter(|seat| !taken.contains(seat)) {
        let values = values![unit, on_day, minute, seat, holder, expires_at, at.now, at.latest()];
        // Whoever is faster has it, and the next place is tried.
        if tx.execute(sql::TAKE_SEAT, &values)? == 1 {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Makes the held place of one holder the lasting place of another; says whether the hold was still in force.
///
/// # Errors
/// [`StoreError`].
pub fn keep(tx: &mut Tx<'_>, holder: &str, for_good: &str, at: Moment) -> Result<bool, StoreError> {
    Ok(tx.execute(sql::KEEP_SEAT, &values![holder, for_good, at.now, at.latest()])? == 1)
}

/// Gives up every place of a holder.
///
/// # Errors
/// [`StoreError`].
pub fn free(tx: &mut Tx<'_>, holder: &str) -> Result<u64, StoreError> {
    tx.execute(sql::FREE_SEATS, &values![holder])
}

/// Notes what a hold is about.
///
/// # Errors
/// [`StoreError`].
pub fn note_hold(
    tx: &mut Tx<'_>,
    hold_key: &str,
    (unit, on_day, minute): (&str, i64, i64),
) -> Result<(), StoreError> {
    tx.execute_one(sql::NEW_HOLD, &values![hold_key, unit, on_day, minute])
}

/// What a hold is about, and until when its holder has the place.
///
/// # Errors
/// [`StoreError`].
pub fn find_hold(tx: &mut Tx<'_>, hold_key: &str, holder: &str) -> Result<Option<HoldRow>, StoreError> {
    let Some(row) = tx.query_opt(sql::HOLD, &values![hold_key])? else { return Ok(None) };
    let seat = tx.query(sql::SEAT_OF, &values![holder])?.into_iter().next();
    let expires_at = seat.map_or(Ok(None), |seat| seat.opt_int(0))?;
    Ok(Some(HoldRow { unit: row.text(0)?, on_day: row.int(1)?, minute: row.int(2)?, expires_at }))
}

/// How many places of each hour of a unit's day are taken: minute and number.
///
/// # Errors
/// [`StoreError`].
pub fn count_taken(
    tx: &mut Tx<'_>,
    unit: &str,
    on_day: i64,
    at: Moment,
) -> Result<Vec<(i64, u32)>, StoreError> {
    tx.query(sql::TAKEN, &values![unit, on_day, at.now, at.latest()])?
        .iter()
        .map(|row| Ok((row.int(0)?, row.int_as(1)?)))
        .collect()
}

/// The same for every unit of a day: unit, minute, number.
///
/// # Errors
/// [`StoreError`].
pub fn count_taken_anywhere(
    tx: &mut Tx<'_>,
    on_day: i64,
    at: Moment,
) -> Result<Vec<(String, i64, u32)>, StoreError> {
    tx.query(sql::TAKEN_ANYWHERE, &values![on_day, at.now, at.latest()])?
        .iter()
        .map(|row| Ok((row.text(0)?, row.int(1)?, row.int_as(2)?)))
        .collect()
}

/// How many wait for each part of a unit's day.
///
/// # Errors
/// [`StoreError`].
pub fn count_waiting(tx: &mut Tx<'_>, unit: &str, on_day: i64) -> Result<Vec<(String, u32)>, StoreError> {
    tx.query(sql::WAITING_PARTS, &values![unit, on_day])?
        .iter()
        .map(|row| Ok((row.text(0)?, row.int_as(1)?)))
        .collect()
}

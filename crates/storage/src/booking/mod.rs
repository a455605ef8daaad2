//! Appointments: bookings and their log. Places stand in [`seat`], what units decided in [`setting`].

pub mod seat;
pub mod setting;
pub mod sql;

use crate::{Row, StoreError, Tx, values};

/// A booking as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(
    missing_docs,
    reason = "times in milliseconds, days since 1970, minutes of the day; named as the columns"
)]
pub struct BookingRow {
    pub id: String,
    pub code: String,
    pub token_hash: [u8; 32],
    pub hold_key: Option<String>,
    pub unit: String,
    pub on_day: i64,
    pub minute: Option<i64>,
    pub part: String,
    pub state: String,
    pub procedure_code: Option<String>,
    pub name: String,
    pub phone: String,
    pub email: String,
    pub contact_mac: Option<[u8; 32]>,
    pub address_mac: Option<[u8; 32]>,
    pub booked_by: Option<String>,
    pub wait_from: Option<i64>,
    pub offers: i64,
    pub offer_until: Option<i64>,
    pub moved_day: Option<i64>,
    pub moved_minute: Option<i64>,
    pub reason: String,
    pub created_at: i64,
    pub changed_at: i64,
    pub arrived_at: Option<i64>,
    pub synthetic: bool,
    pub version: i64,
}

/// Keeps a new booking.
///
/// # Errors
/// [`StoreError::Unique`] on `booking(code)` when the code is taken, on `booking(hold_key)` for a form sent twice.
pub fn insert(tx: &mut Tx<'_>, row: &BookingRow) -> Result<(), StoreError> {
    tx.execute_one(
        sql::INSERT,
        &values![
            &row.id,
            &row.code,
            &row.token_hash,
            row.hold_key.as_deref(),
            &row.unit,
            row.on_day,
            row.minute,
            &row.part,
            &row.state,
            row.procedure_code.as_deref(),
            &row.name,
            &row.phone,
            &row.email,
            row.contact_mac.map(Vec::from),
            row.address_mac.map(Vec::from),
            row.booked_by.as_deref(),
            row.wait_from,
            row.offers,
            row.offer_until,
            &row.reason,
            row.created_at,
            row.synthetic
        ],
    )
}

/// Writes what changed; the version read must still stand, and goes one up.
///
/// # Errors
/// [`StoreError::Conflict`] when somebody was faster.
pub fn update(tx: &mut Tx<'_>, row: &BookingRow, seen: i64) -> Result<(), StoreError> {
    tx.execute_one(
        sql::UPDATE,
        &values![
            &row.id,
            seen,
            &row.unit,
            row.on_day,
            row.minute,
            &row.state,
            row.wait_from,
            row.offers,
            row.offer_until,
            row.moved_day,
            row.moved_minute,
            &row.reason,
            row.changed_at,
            row.arrived_at
        ],
    )
}

/// Notes what happened; `version` is that of the booking afterwards.
///
/// # Errors
/// [`StoreError`].
pub fn log(
    tx: &mut Tx<'_>,
    id: &str,
    version: i64,
    at: i64,
    act: &str,
    actor: &str,
) -> Result<(), StoreError> {
    tx.execute_one(sql::LOG, &values![id, version, at, act, actor])
}

/// One line of the log of a booking: when, which act, by whom.
pub type LogLine = (i64, String, String);

/// What happened to a booking, oldest first.
///
/// # Errors
/// [`StoreError`].
pub fn list_log(tx: &mut Tx<'_>, id: &str) -> Result<Vec<LogLine>, StoreError> {
    tx.query(sql::LOGGED, &values![id])?
        .iter()
        .map(|row| Ok((row.int(0)?, row.text(1)?, row.text(2)?)))
        .collect()
}

/// Finds a booking by its identifier.
///
/// # Errors
/// [`StoreError`].
pub fn find(tx: &mut Tx<'_>, id: &str) -> Result<Option<BookingRow>, StoreError> {
    tx.query_opt(sql::BY_ID, &values![id])?.map(|row| booking(&row)).transpose()
}

/// Finds a booking by its code.
///
/// # Errors
/// [`StoreError`].
pub fn find_by_code(tx: &mut Tx<'_>, code: &str) -> Result<Option<BookingRow>, StoreError> {
    tx.query_opt(sql::BY_CODE, &values![code])?.map(|row| booking(&row)).transpose()
}

/// Finds a booking by the hash of its token.
///
/// # Errors
/// [`StoreError`].
pub fn find_by_token(tx: &mut Tx<'_>, hash: &[u8; 32]) -> Result<Option<BookingRow>, StoreError> {
    tx.query_opt(sql::BY_TOKEN, &values![hash])?.map(|row| booking(&row)).transpose()
}

/// Finds the booking that came of a hold.
///
/// # Errors
/// [`StoreError`].
pub fn find_by_hold(tx: &mut Tx<'_>, hold_key: &str) -> Result<Option<BookingRow>, StoreError> {
    tx.query_opt(sql::BY_HOLD, &values![hold_key])?.map(|row| booking(&row)).transpose()
}

/// Where a page of a day's list begins: minute and identifier of the last row before it.
pub type After = (i64, String);

/// Bookings of a unit's day that have an hour, in its order, after a position.
///
/// # Errors
/// [`StoreError`].
pub fn list_day(
    tx: &mut Tx<'_>,
    unit: &str,
    on_day: i64,
    after: &After,
    limit: usize,
) -> Result<Vec<BookingRow>, StoreError> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    tx.query(sql::DAY, &values![unit, on_day, after.0, &after.1, limit])?.iter().map(booking).collect()
}

/// Who waits for a place on a unit's day, first come first.
///
/// # Errors
/// [`StoreError`].
pub fn list_waiting(tx: &mut Tx<'_>, unit: &str, on_day: i64) -> Result<Vec<BookingRow>, StoreError> {
    tx.query(sql::WAITING, &values![unit, on_day])?.iter().map(booking).collect()
}

/// Days from one on, on which somebody waits or has an offer: unit and day.
///
/// # Errors
/// [`StoreError`].
pub fn list_waiting_days(tx: &mut Tx<'_>, from_day: i64) -> Result<Vec<(String, i64)>, StoreError> {
    tx.query(sql::WAITING_DAYS, &values![from_day])?
        .iter()
        .map(|row| Ok((row.text(0)?, row.int(1)?)))
        .collect()
}

/// Offers of a unit's day that nobody answered in time; what a clock that ran ahead offered counts as well.
///
/// # Errors
/// [`StoreError`].
pub fn list_unanswered(
    tx: &mut Tx<'_>,
    unit: &str,
    on_day: i64,
    now: i64,
    longest: i64,
) -> Result<Vec<BookingRow>, StoreError> {
    let latest = now.saturating_add(longest);
    tx.query(sql::UNANSWERED, &values![unit, on_day, now, latest])?.iter().map(booking).collect()
}

/// Open bookings of a day and later in any unit, by identifier, after one.
///
/// # Errors
/// [`StoreError`].
pub fn list_open(
    tx: &mut Tx<'_>,
    from_day: i64,
    after_id: &str,
    limit: usize,
) -> Result<Vec<BookingRow>, StoreError> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    tx.query(sql::OPEN, &values![from_day, after_id, limit])?.iter().map(booking).collect()
}

/// How many open bookings a contact has from a day on.
///
/// # Errors
/// [`StoreError`].
pub fn count_of_contact(tx: &mut Tx<'_>, mac: &[u8; 32], from_day: i64) -> Result<u64, StoreError> {
    tx.query_one(sql::OF_CONTACT, &values![mac, from_day])?.int_as(0)
}

/// How many open bookings an address has from a day on.
///
/// # Errors
/// [`StoreError`].
pub fn count_of_address(tx: &mut Tx<'_>, mac: &[u8; 32], from_day: i64) -> Result<u64, StoreError> {
    tx.query_one(sql::OF_ADDRESS, &values![mac, from_day])?.int_as(0)
}

/// Holds the row of a contact or address until the end of the transaction.
///
/// # Errors
/// [`StoreError`].
pub fn lock_person(tx: &mut Tx<'_>, mac: &[u8; 32], now: i64) -> Result<(), StoreError> {
    tx.execute(sql::LOCK_PERSON, &values![mac, now]).map(|_| ())
}

/// How many came and how many did not, of those booked at a unit between two days.
///
/// # Errors
/// [`StoreError`].
pub fn count_shown(
    tx: &mut Tx<'_>,
    unit: &str,
    from_day: i64,
    to_day: i64,
) -> Result<(u32, u32), StoreError> {
    let row = tx.query_one(sql::SHOWN, &values![unit, from_day, to_day])?;
    Ok((row.int_as(0)?, row.int_as(1)?))
}

/// How many bookings of a unit there are by day, from one day to another: day, with an hour, waiting.
///
/// # Errors
/// [`StoreError`].
pub fn count_days(
    tx: &mut Tx<'_>,
    unit: &str,
    from_day: i64,
    to_day: i64,
) -> Result<Vec<(i64, i64, i64)>, StoreError> {
    tx.query(sql::DAYS, &values![unit, from_day, to_day])?
        .iter()
        .map(|row| Ok((row.int(0)?, row.int(1)?, row.int(2)?)))
        .collect()
}

/// Erases names, contacts and addresses of bookings before a day, and says of how many.
///
/// # Errors
/// [`StoreError`].
pub fn erase_before(tx: &mut Tx<'_>, day: i64, before_ms: i64) -> Result<u64, StoreError> {
    let erased = tx.execute(sql::ERASE, &values![day])?;
    tx.execute(sql::FORGET_PERSONS, &values![before_ms])?;
    tx.execute(sql::FORGET_SEATS, &values![day])?;
    tx.execute(sql::FORGET_DAYS, &values![day])?;
    tx.execute(sql::FORGET_HOLDS, &values![day])?;
    Ok(erased)
}

/// A reminder or other message that is due later; the same one twice is one.
///
/// # Errors
/// [`StoreError`].
pub fn queue_later(
    tx: &mut Tx<'_>,
    outbox: &str,
    topic: &str,
    booking: &str,
    due: i64,
    now: i64,
) -> Result<(), StoreError> {
    tx.execute(sql::QUEUE_LATER, &values![outbox, topic, booking, due, now]).map(|_| ())
}

/// Takes back the reminders of a booking that were not sent yet; their identifiers are derived from it.
///
/// # Errors
/// [`StoreError`].
pub fn unqueue(tx: &mut Tx<'_>, outbox: &str) -> Result<u64, StoreError> {
    tx.execute(sql::UNQUEUE, &values![outbox])
}

fn hash(row: &Row, index: usize) -> Result<[u8; 32], StoreError> {
    Ok(row.blob(index)?.try_into().unwrap_or([0; 32]))
}

fn opt_hash(row: &Row, index: usize) -> Result<Option<[u8; 32]>, StoreError> {
    Ok(row.opt_blob(index)?.and_then(|bytes| bytes.try_into().ok()))
}

fn booking(row: &Row) -> Result<BookingRow, StoreError> {
    Ok(BookingRow {
        id: row.text(0)?,
        code: row.text(1)?,
        token_hash: hash(row, 2)?,
        hold_key: row.opt_text(3)?,
        unit: row.text(4)?,
        on_day: row.int(5)?,
        minute: row.opt_int(6)?,
        part: row.text(7)?,
        state: row.text(8)?,
        procedure_code: row.opt_text(9)?,
        name: row.text(10)?,
        phone: row.text(11)?,
        email: row.text(12)?,
        contact_mac: opt_hash(row, 13)?,
        address_mac: opt_hash(row, 14)?,
        booked_by: row.opt_text(15)?,
        wait_from: row.opt_int(16)?,
        offers: row.int(17)?,
        offer_until: row.opt_int(18)?,
        moved_day: row.opt_int(19)?,
        moved_minute: row.opt_int(20)?,
        reason: row.text(21)?,
        created_at: row.int(22)?,
        changed_at: row.int(23)?,
        arrived_at: row.opt_int(24)?,
        synthetic: row.bool(25)?,
        version: row.int(26)?,
    })
}

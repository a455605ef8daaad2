//! The SQL of appointments.

/// A new booking.
pub const INSERT: &str = "INSERT INTO booking (id, code, token_hash, hold_key, unit, on_day, minute, part, state,
    procedure_code, name, phone, email, contact_mac, address_mac, booked_by, wait_from, offers, offer_until, reason,
    created_at, changed_at, synthetic, version)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $21, $22, 1)";
/// What can change; names and contacts do not.
pub const UPDATE: &str = "UPDATE booking SET unit = $3, on_day = $4, minute = $5, state = $6, wait_from = $7,
    offers = $8, offer_until = $9, moved_day = $10, moved_minute = $11, reason = $12, changed_at = $13, arrived_at = $14,
    version = version + 1 WHERE id = $1 AND version = $2";
/// What happened.
pub const LOG: &str =
    "INSERT INTO booking_log (booking_id, version, at, act, actor) VALUES ($1, $2, $3, $4, $5)";
/// The log of one.
pub const LOGGED: &str = "SELECT at, act, actor FROM booking_log WHERE booking_id = $1 ORDER BY version";
/// By identifier.
pub const BY_ID: &str = "SELECT id, code, token_hash, hold_key, unit, on_day, minute, part, state,
    procedure_code, name, phone, email, contact_mac, address_mac, booked_by, wait_from, offers, offer_until,
    moved_day, moved_minute, reason, created_at, changed_at, arrived_at, synthetic, version
    FROM booking WHERE id = $1";
/// By code.
pub const BY_CODE: &str = "SELECT id, code, token_hash, hold_key, unit, on_day, minute, part, state,
    procedure_code, name, phone, email, contact_mac, address_mac, booked_by, wait_from, offers, offer_until,
    moved_day, moved_minute, reason, created_at, changed_at, arrived_at, synthetic, version
    FROM booking WHERE code = $1";
/// By hash of the token.
pub const BY_TOKEN: &str = "SELECT id, code, token_hash, hold_key, unit, on_day, minute, part, state,
    procedure_code, name, phone, email, contact_mac, address_mac, booked_by, wait_from, offers, offer_until,
    moved_day, moved_minute, reason, created_at, changed_at, arrived_at, synthetic, version
    FROM booking WHERE token_hash = $1";
/// By the hold it came of.
pub const BY_HOLD: &str = "SELECT id, code, token_hash, hold_key, unit, on_day, minute, part, state,
    procedure_code, name, phone, email, contact_mac, address_mac, booked_by, wait_from, offers, offer_until,
    moved_day, moved_minute, reason, created_at, changed_at, arrived_at, synthetic, version
    FROM booking WHERE hold_key = $1";
/// A unit's day in its order.
pub const DAY: &str = "SELECT id, code, token_hash, hold_key, unit, on_day, minute, part, state,
    procedure_code, name, phone, email, contact_mac, address_mac, booked_by, wait_from, offers, offer_until,
    moved_day, moved_minute, reason, created_at, changed_at, arrived_at, synthetic, version
    FROM booking WHERE unit = $1 AND on_day = $2 AND (minute, id) > ($3, $4)
    ORDER BY minute, id LIMIT $5";
/// Who waits, first come first.
pub const WAITING: &str = "SELECT id, code, token_hash, hold_key, unit, on_day, minute, part, state,
    procedure_code, name, phone, email, contact_mac, address_mac, booked_by, wait_from, offers, offer_until,
    moved_day, moved_minute, reason, created_at, changed_at, arrived_at, synthetic, version
    FROM booking WHERE unit = $1 AND on_day = $2 AND state = 'waiting' ORDER BY wait_from, id";
/// Offers past their time, and those of a clock that ran ahead.
pub const UNANSWERED: &str = "SELECT id, code, token_hash, hold_key, unit, on_day, minute, part, state,
    procedure_code, name, phone, email, contact_mac, address_mac, booked_by, wait_from, offers, offer_until,
    moved_day, moved_minute, reason, created_at, changed_at, arrived_at, synthetic, version
    FROM booking WHERE unit = $1 AND on_day = $2 AND state = 'offered'
    AND (offer_until <= $3 OR offer_until > $4) ORDER BY wait_from, id";
/// Everything still to come.
pub const OPEN: &str = "SELECT id, code, token_hash, hold_key, unit, on_day, minute, part, state,
    procedure_code, name, phone, email, contact_mac, address_mac, booked_by, wait_from, offers, offer_until,
    moved_day, moved_minute, reason, created_at, changed_at, arrived_at, synthetic, version
    FROM booking WHERE state IN ('waiting', 'offered', 'booked') AND on_day >= $1 AND id > $2 ORDER BY id LIMIT $3";
/// Open bookings of a contact.
pub const OF_CONTACT: &str = "SELECT COUNT(*) FROM booking
    WHERE contact_mac = $1 AND on_day >= $2 AND state IN ('waiting', 'offered', 'booked')";
/// Open bookings of an address.
pub const OF_ADDRESS: &str = "SELECT COUNT(*) FROM booking
    WHERE address_mac = $1 AND on_day >= $2 AND state IN ('waiting', 'offered', 'booked')";
/// Holds the row of a contact or address.
pub const LOCK_PERSON: &str = "INSERT INTO booking_person (mac, touched_at) VALUES ($1, $2)
    ON CONFLICT (mac) DO UPDATE SET touched_at = EXCLUDED.touched_at";
/// Who came and who did not.
pub const SHOWN: &str =
    "SELECT CAST(COALESCE(SUM(CASE state WHEN 'arrived' THEN 1 ELSE 0 END), 0) AS BIGINT),
    CAST(COALESCE(SUM(CASE state WHEN 'missed' THEN 1 ELSE 0 END), 0) AS BIGINT)
    FROM booking WHERE unit = $1 AND on_day BETWEEN $2 AND $3 AND state IN ('arrived', 'missed')";
/// Days with bookings.
pub const DAYS: &str = "SELECT on_day,
    CAST(SUM(CASE state WHEN 'booked' THEN 1 WHEN 'arrived' THEN 1 WHEN 'missed' THEN 1 ELSE 0 END) AS BIGINT),
    CAST(SUM(CASE state WHEN 'waiting' THEN 1 WHEN 'offered' THEN 1 ELSE 0 END) AS BIGINT)
    FROM booking WHERE unit = $1 AND on_day BETWEEN $2 AND $3 GROUP BY on_day ORDER BY on_day";
/// Erases what is personal.
pub const ERASE: &str =
    "UPDATE booking SET name = '', phone = '', email = '', contact_mac = NULL, address_mac = NULL
    WHERE on_day < $1 AND (name <> '' OR contact_mac IS NOT NULL OR address_mac IS NOT NULL)";
/// Forgets contacts that no limit needs.
pub const FORGET_PERSONS: &str = "DELETE FROM booking_person WHERE touched_at < $1";
/// Forgets places of days long gone.
pub const FORGET_SEATS: &str = "DELETE FROM slot_seat WHERE on_day < $1";
/// Forgets the locks of such days.
pub const FORGET_DAYS: &str = "DELETE FROM slot_day WHERE on_day < $1";
/// A message that is due later.
pub const QUEUE_LATER: &str =
    "INSERT INTO outbox (id, topic, subject, payload, state, attempts, next_at, created_at)
    VALUES ($1, $2, $3, '{}', 'waiting', 0, $4, $5) ON CONFLICT (id) DO NOTHING";
/// Takes back a message that was not sent.
pub const UNQUEUE: &str = "DELETE FROM outbox WHERE id = $1 AND state = 'waiting' AND attempts = 0";
/// Holds the places of a unit's day.
pub const LOCK_DAY: &str = "INSERT INTO slot_day (unit, on_day, touched_at) VALUES ($1, $2, $3)
    ON CONFLICT (unit, on_day) DO UPDATE SET touched_at = EXCLUDED.touched_at";
/// Takes a place that is free, or whose hold is over.
pub const TAKE_SEAT: &str = "INSERT INTO slot_seat (unit, on_day, minute, seat, holder, expires_at)
    VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (unit, on_day, minute, seat)
    DO UPDATE SET holder = EXCLUDED.holder, expires_at = EXCLUDED.expires_at
    WHERE slot_seat.expires_at <= $7 OR slot_seat.expires_at > $8";
/// A held place becomes somebody's for good.
pub const KEEP_SEAT: &str = "UPDATE slot_seat SET holder = $2, expires_at = NULL
    WHERE holder = $1 AND expires_at > $3 AND expires_at <= $4";
/// Gives up the places of a holder.
pub const FREE_SEATS: &str = "DELETE FROM slot_seat WHERE holder = $1";
/// Until when a holder has a place.
pub const SEAT_OF: &str = "SELECT expires_at FROM slot_seat WHERE holder = $1";
/// Notes what a hold is about.
pub const NEW_HOLD: &str = "INSERT INTO slot_hold (hold_key, unit, on_day, minute) VALUES ($1, $2, $3, $4)";
/// What a hold is about.
pub const HOLD: &str = "SELECT unit, on_day, minute FROM slot_hold WHERE hold_key = $1";
/// Forgets holds for days long gone.
pub const FORGET_HOLDS: &str = "DELETE FROM slot_hold WHERE on_day < $1";
/// How many places are taken by hour.
pub const TAKEN: &str = "SELECT minute, COUNT(*) FROM slot_seat WHERE unit = $1 AND on_day = $2
    AND (expires_at IS NULL OR (expires_at > $3 AND expires_at <= $4)) GROUP BY minute";
/// Places taken of one hour.
pub const SEATS: &str = "SELECT seat FROM slot_seat WHERE unit = $1 AND on_day = $2 AND minute = $3
    AND (expires_at IS NULL OR (expires_at > $4 AND expires_at <= $5))";
/// How many places are taken by unit and hour of a day.
pub const TAKEN_ANYWHERE: &str = "SELECT unit, minute, COUNT(*) FROM slot_seat WHERE on_day = $1
    AND (expires_at IS NULL OR (expires_at > $2 AND expires_at <= $3)) GROUP BY unit, minute";
/// For which parts of a day people wait.
pub const WAITING_PARTS: &str = "SELECT part, COUNT(*) FROM booking
    WHERE unit = $1 AND on_day = $2 AND state = 'waiting' GROUP BY part";
/// What a unit decided.
pub const SETTING: &str = "SELECT is_open, slot_minutes, service_minutes, counters, share_percent, show_percent, days_ahead, version
    FROM slot_setting WHERE unit = $1";
/// What all units decided.
pub const SETTINGS: &str = "SELECT is_open, slot_minutes, service_minutes, counters, share_percent, show_percent, days_ahead, version, unit
    FROM slot_setting";
/// Decides for the first time.
pub const NEW_SETTING: &str =
    "INSERT INTO slot_setting (unit, is_open, slot_minutes, service_minutes, counters,
    share_percent, show_percent, days_ahead, changed_by, changed_at, version)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)";
/// Decides anew, unless somebody was faster.
pub const CHANGE_SETTING: &str =
    "UPDATE slot_setting SET is_open = $2, slot_minutes = $3, service_minutes = $4,
    counters = $5, share_percent = $6, show_percent = $7, days_ahead = $8, changed_by = $9, changed_at = $10,
    version = version + 1 WHERE unit = $1 AND version = $11";
/// Closed hours of a unit between two days.
pub const CLOSURES: &str = "SELECT id, on_day, from_minute, to_minute, reason FROM slot_closure
    WHERE unit = $1 AND on_day BETWEEN $2 AND $3 ORDER BY on_day, from_minute, id";
/// Closed hours of a day in all units.
pub const CLOSED_ANYWHERE: &str =
    "SELECT unit, id, on_day, from_minute, to_minute, reason FROM slot_closure WHERE on_day = $1";
/// Closes hours.
pub const CLOSE: &str =
    "INSERT INTO slot_closure (id, unit, on_day, from_minute, to_minute, reason, actor, at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
/// Opens them again.
pub const REOPEN: &str = "DELETE FROM slot_closure WHERE id = $1 AND unit = $2";
/// Days on which somebody waits or has an offer.
pub const WAITING_DAYS: &str = "SELECT DISTINCT unit, on_day FROM booking
    WHERE state IN ('waiting', 'offered') AND on_day >= $1 ORDER BY unit, on_day";
/// All statements.
pub const ALL: &[&str] = &[
    INSERT,
    UPDATE,
    LOG,
    LOGGED,
    BY_ID,
    BY_CODE,
    BY_TOKEN,
    BY_HOLD,
    DAY,
    WAITING,
    UNANSWERED,
    OPEN,
    OF_CONTACT,
    OF_ADDRESS,
    LOCK_PERSON,
    SHOWN,
    DAYS,
    ERASE,
    FORGET_PERSONS,
    FORGET_SEATS,
    FORGET_DAYS,
    QUEUE_LATER,
    UNQUEUE,
    LOCK_DAY,
    TAKE_SEAT,
    KEEP_SEAT,
    FREE_SEATS,
    SEAT_OF,
    NEW_HOLD,
    HOLD,
    FORGET_HOLDS,
    TAKEN,
    SEATS,
    TAKEN_ANYWHERE,
    WAITING_PARTS,
    SETTING,
    SETTINGS,
    NEW_SETTING,
    CHANGE_SETTING,
    CLOSURES,
    CLOSED_ANYWHERE,
    CLOSE,
    REOPEN,
    WAITING_DAYS,
];

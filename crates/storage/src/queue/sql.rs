//! The SQL of the queue.

macro_rules! ticket {
    () => {
        "id, unit, on_day, letter, serial, waits_in, door, priority, door_at, stage, version, counter, only_at,
        calls, first_called_at, called_at, serving_since, absent_since, ended_at, dossiers, changed_at, slot_at"
    };
}

/// Takes the next turn of a unit's day; the row lock orders whoever changes the queue.
pub const TURN: &str = "INSERT INTO queue_day (unit, on_day, turn) VALUES ($1, $2, 1)
    ON CONFLICT (unit, on_day) DO UPDATE SET turn = queue_day.turn + 1 RETURNING turn";
/// A new ticket.
pub const INSERT: &str =
    "INSERT INTO ticket (id, token_hash, unit, on_day, letter, serial, waits_in, door, priority,
    door_at, slot_at, stage, is_open, version, calls, dossiers, changed_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1, $13, 0, '', $14)";
/// Writes what changed, against the version that was read.
pub const UPDATE: &str =
    "UPDATE ticket SET waits_in = $3, stage = $4, is_open = $5, version = $6, counter = $7,
    at_counter = $8, only_at = $9, calls = $10, call_turn = COALESCE($11, call_turn), first_called_at = $12,
    called_at = $13, serving_since = $14, absent_since = $15, ended_at = $16, dossiers = $17, changed_at = $18
    WHERE id = $1 AND version = $2";
/// Adds an event.
pub const APPEND: &str = "INSERT INTO ticket_event (ticket_id, sequence, kind, at, actor, format, payload)
    VALUES ($1, $2, $3, $4, $5, $6, $7)";
/// The events of a ticket.
pub const EVENTS: &str = "SELECT sequence, kind, at, actor, format, payload FROM ticket_event WHERE ticket_id = $1 ORDER BY sequence";
/// By identifier.
pub const BY_ID: &str = concat!("SELECT ", ticket!(), " FROM ticket WHERE id = $1");
/// By the token of its address.
pub const BY_TOKEN: &str = concat!("SELECT ", ticket!(), " FROM ticket WHERE token_hash = $1");
/// By number on a day.
pub const BY_NUMBER: &str = concat!(
    "SELECT ",
    ticket!(),
    " FROM ticket WHERE unit = $1 AND on_day = $2 AND letter = $3 AND serial = $4"
);
/// The ticket at a counter.
pub const AT_COUNTER: &str =
    concat!("SELECT ", ticket!(), " FROM ticket WHERE unit = $1 AND on_day = $2 AND at_counter = $3");
/// Whoever waits longest among those a counter may call, without priority and without a booked hour.
pub const HEAD: &str = concat!(
    "SELECT ",
    ticket!(),
    " FROM ticket WHERE unit = $1 AND on_day = $2 AND stage = 'waiting' AND slot_at IS NULL AND priority IS NULL
    AND ((only_at IS NULL AND $3 LIKE '%' || waits_in || '%') OR only_at = $4)
    ORDER BY door_at, serial, id LIMIT 1"
);
/// The same with priority.
pub const PRIORITY_HEAD: &str = concat!(
    "SELECT ",
    ticket!(),
    " FROM ticket WHERE unit = $1 AND on_day = $2 AND stage = 'waiting' AND slot_at IS NULL AND priority IS NOT NULL
    AND ((only_at IS NULL AND $3 LIKE '%' || waits_in || '%') OR only_at = $4)
    ORDER BY door_at, serial, id LIMIT 1"
);
/// Those who booked an hour, for whom the order is not that of the door.
pub const BOOKED: &str = concat!(
    "SELECT ",
    ticket!(),
    " FROM ticket WHERE unit = $1 AND on_day = $2 AND stage = 'waiting' AND slot_at IS NOT NULL
    AND ((only_at IS NULL AND $3 LIKE '%' || waits_in || '%') OR only_at = $4)
    ORDER BY door_at, serial, id LIMIT 500"
);
/// Every open ticket of a day.
pub const OPEN: &str = concat!(
    "SELECT ",
    ticket!(),
    " FROM ticket WHERE unit = $1 AND is_open = 1 AND on_day = $2 ORDER BY door_at, serial, id"
);
/// Open tickets of earlier days.
pub const LEFT: &str = concat!(
    "SELECT ",
    ticket!(),
    " FROM ticket WHERE unit = $1 AND is_open = 1 AND on_day < $2 ORDER BY on_day, id"
);
/// The last calls of a day, the newest first.
pub const CALLS: &str = "SELECT letter, serial, counter, call_turn, called_at, stage FROM ticket
    WHERE unit = $1 AND on_day = $2 AND call_turn IS NOT NULL ORDER BY call_turn DESC LIMIT $3";
/// The last visits of a day: when they began and ended.
pub const VISITS: &str = "SELECT COALESCE(serving_since, called_at, changed_at), ended_at FROM ticket
    WHERE unit = $1 AND on_day = $2 AND stage = 'finished' AND ended_at IS NOT NULL
    ORDER BY ended_at DESC LIMIT $3";
/// How many tickets of a day stand where.
pub const COUNTS: &str =
    "SELECT stage, COUNT(*) FROM ticket WHERE unit = $1 AND on_day = $2 GROUP BY stage ORDER BY stage";
/// How many wait, in every unit, on a day.
pub const WAITING: &str = "SELECT unit, COUNT(*) FROM ticket WHERE on_day = $1 AND stage = 'waiting'
    GROUP BY unit ORDER BY unit";
/// Groups of a unit.
pub const GROUPS: &str = "SELECT letter, purpose, sectors FROM queue_group WHERE unit = $1 ORDER BY letter";
/// Writes a group.
pub const PUT_GROUP: &str = "INSERT INTO queue_group (unit, letter, purpose, sectors) VALUES ($1, $2, $3, $4)
    ON CONFLICT (unit, letter) DO UPDATE SET purpose = EXCLUDED.purpose, sectors = EXCLUDED.sectors";
/// Removes a group.
pub const DROP_GROUP: &str = "DELETE FROM queue_group WHERE unit = $1 AND letter = $2";
/// Counters of a unit.
pub const COUNTERS: &str = "SELECT unit, number, label, letters, opened_by, opened_at FROM queue_counter
    WHERE unit = $1 ORDER BY number";
/// Counters of all units that somebody opened.
pub const OPENED: &str = "SELECT unit, number, label, letters, opened_by, opened_at FROM queue_counter
    WHERE opened_at >= $1 ORDER BY unit, number";
/// Writes a counter.
pub const PUT_COUNTER: &str = "INSERT INTO queue_counter (unit, number, label, letters, opened_by, opened_at)
    VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (unit, number) DO UPDATE SET label = EXCLUDED.label,
    letters = EXCLUDED.letters, opened_by = EXCLUDED.opened_by, opened_at = EXCLUDED.opened_at";
/// Removes a counter.
pub const DROP_COUNTER: &str = "DELETE FROM queue_counter WHERE unit = $1 AND number = $2";
/// All statements.
pub const ALL: &[&str] = &[
    TURN,
    INSERT,
    UPDATE,
    APPEND,
    EVENTS,
    BY_ID,
    BY_TOKEN,
    BY_NUMBER,
    AT_COUNTER,
    HEAD,
    PRIORITY_HEAD,
    BOOKED,
    OPEN,
    LEFT,
    CALLS,
    VISITS,
    COUNTS,
    WAITING,
    GROUPS,
    PUT_GROUP,
    DROP_GROUP,
    COUNTERS,
    OPENED,
    PUT_COUNTER,
    DROP_COUNTER,
];

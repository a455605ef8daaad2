-- Appointments: settings and closed hours of units, places, bookings, the waiting list.
-- A minute is counted from midnight. Names and contacts are erased some weeks after the day; the rest stays for figures.

-- What a unit decided about its appointments; without a row the usual settings hold.
CREATE TABLE slot_setting (
    unit            TEXT   NOT NULL PRIMARY KEY,
    is_open         BIGINT NOT NULL,
    slot_minutes    BIGINT NOT NULL,
    service_minutes BIGINT NOT NULL,
    counters        BIGINT NOT NULL,
    share_percent   BIGINT NOT NULL,
    show_percent    BIGINT NOT NULL,
    days_ahead      BIGINT NOT NULL,
    changed_by      TEXT   NOT NULL,
    changed_at      BIGINT NOT NULL,
    version         BIGINT NOT NULL
);

-- Hours that a unit closed, with the reason people are told.
CREATE TABLE slot_closure (
    id          TEXT   NOT NULL PRIMARY KEY,
    unit        TEXT   NOT NULL,
    on_day      BIGINT NOT NULL,
    from_minute BIGINT NOT NULL,
    to_minute   BIGINT NOT NULL,
    reason      TEXT   NOT NULL,
    actor       TEXT   NOT NULL,
    at          BIGINT NOT NULL
);
CREATE INDEX slot_closure_day ON slot_closure (unit, on_day, from_minute, id);

-- One row a day of a unit: whoever changes places of that day holds its lock.
CREATE TABLE slot_day (
    unit       TEXT   NOT NULL,
    on_day     BIGINT NOT NULL,
    touched_at BIGINT NOT NULL,
    PRIMARY KEY (unit, on_day)
);

-- A place of an hour. Held for some minutes while a form is filled or an offer stands, else for good.
-- Two people never have one place, because it has one row.
CREATE TABLE slot_seat (
    unit       TEXT   NOT NULL,
    on_day     BIGINT NOT NULL,
    minute     BIGINT NOT NULL,
    seat       BIGINT NOT NULL,
    holder     TEXT   NOT NULL,
    expires_at BIGINT,
    PRIMARY KEY (unit, on_day, minute, seat)
);
CREATE INDEX slot_seat_holder ON slot_seat (holder);

-- What a form is about whose place was held; it outlives the place, so that whoever was slow keeps what they typed.
CREATE TABLE slot_hold (
    hold_key TEXT   NOT NULL PRIMARY KEY,
    unit     TEXT   NOT NULL,
    on_day   BIGINT NOT NULL,
    minute   BIGINT NOT NULL
);

CREATE TABLE booking (
    id             TEXT   NOT NULL PRIMARY KEY,
    code           TEXT   NOT NULL,
    token_hash     @BLOB@ NOT NULL,
    hold_key       TEXT,
    unit           TEXT   NOT NULL,
    on_day         BIGINT NOT NULL,
    minute         BIGINT,
    part           TEXT   NOT NULL,
    state          TEXT   NOT NULL,
    procedure_code TEXT,
    name           TEXT   NOT NULL,
    phone          TEXT   NOT NULL,
    email          TEXT   NOT NULL,
    contact_mac    @BLOB@,
    address_mac    @BLOB@,
    booked_by      TEXT,
    wait_from      BIGINT,
    offers         BIGINT NOT NULL,
    offer_until    BIGINT,
    moved_day      BIGINT,
    moved_minute   BIGINT,
    reason         TEXT   NOT NULL,
    created_at     BIGINT NOT NULL,
    changed_at     BIGINT NOT NULL,
    arrived_at     BIGINT,
    synthetic      BIGINT NOT NULL,
    version        BIGINT NOT NULL
);
CREATE UNIQUE INDEX booking_code ON booking (code);
CREATE UNIQUE INDEX booking_token ON booking (token_hash);
-- A form sent twice makes one booking.
CREATE UNIQUE INDEX booking_hold ON booking (hold_key);
CREATE INDEX booking_day ON booking (unit, on_day, minute, id);
CREATE INDEX booking_wait ON booking (unit, on_day, state, wait_from, id);
CREATE INDEX booking_contact ON booking (contact_mac, on_day);
CREATE INDEX booking_address ON booking (address_mac, on_day);
CREATE INDEX booking_open ON booking (state, on_day, id);

-- What happened to a booking, who did it; no names.
CREATE TABLE booking_log (
    booking_id TEXT   NOT NULL,
    version    BIGINT NOT NULL,
    at         BIGINT NOT NULL,
    act        TEXT   NOT NULL,
    actor      TEXT   NOT NULL,
    PRIMARY KEY (booking_id, version)
);

-- One row a contact or address that books: its lock keeps two browsers from passing a limit together.
CREATE TABLE booking_person (
    mac        @BLOB@ NOT NULL PRIMARY KEY,
    touched_at BIGINT NOT NULL
);

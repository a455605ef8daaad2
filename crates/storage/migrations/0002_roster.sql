-- The roster: who is meant to be here, who is here, who stands in for whom, and what staff must hear.

-- A unit's day: its version is what two planners clash on.
CREATE TABLE roster (
    unit         TEXT   NOT NULL,
    on_day       BIGINT NOT NULL,
    version      BIGINT NOT NULL,
    changed_at   BIGINT NOT NULL,
    changed_by   TEXT   NOT NULL,
    published_at BIGINT,
    PRIMARY KEY (unit, on_day)
);

-- Who is meant to be where; minutes since midnight.
CREATE TABLE shift (
    unit        TEXT   NOT NULL,
    on_day      BIGINT NOT NULL,
    position    BIGINT NOT NULL,
    account_id  TEXT   NOT NULL,
    post        TEXT   NOT NULL,
    from_minute BIGINT NOT NULL,
    to_minute   BIGINT NOT NULL,
    stands_for  TEXT,
    PRIMARY KEY (unit, on_day, position)
);
CREATE INDEX shift_person ON shift (account_id, on_day);

-- Sectors that somebody may appraise or approve at a unit. A sector without any row is open to all who hold the role.
CREATE TABLE qualification (
    unit       TEXT   NOT NULL,
    account_id TEXT   NOT NULL,
    duty       TEXT   NOT NULL,
    sector     TEXT   NOT NULL,
    given_at   BIGINT NOT NULL,
    given_by   TEXT   NOT NULL,
    PRIMARY KEY (unit, account_id, duty, sector)
);

-- Days on which somebody cannot come.
CREATE TABLE absence (
    id          TEXT   NOT NULL PRIMARY KEY,
    account_id  TEXT   NOT NULL,
    from_day    BIGINT NOT NULL,
    to_day      BIGINT NOT NULL,
    kind        TEXT   NOT NULL,
    note        TEXT   NOT NULL,
    recorded_at BIGINT NOT NULL,
    recorded_by TEXT   NOT NULL,
    ended_at    BIGINT
);
CREATE INDEX absence_person ON absence (account_id, from_day);

-- A wish to be replaced: open until somebody takes it or the planner ends it.
CREATE TABLE swap (
    id         TEXT   NOT NULL PRIMARY KEY,
    unit       TEXT   NOT NULL,
    on_day     BIGINT NOT NULL,
    account_id TEXT   NOT NULL,
    substitute TEXT   NOT NULL,
    reason     TEXT   NOT NULL,
    state      TEXT   NOT NULL,
    asked_at   BIGINT NOT NULL,
    settled_at BIGINT,
    settled_by TEXT
);
CREATE INDEX swap_day ON swap (unit, on_day, asked_at);

-- A leader lets a deputy approve, by dates. Separation of duties stays as it is.
CREATE TABLE delegation (
    id         TEXT   NOT NULL PRIMARY KEY,
    unit       TEXT   NOT NULL,
    leader     TEXT   NOT NULL,
    deputy     TEXT   NOT NULL,
    from_day   BIGINT NOT NULL,
    to_day     BIGINT NOT NULL,
    reason     TEXT   NOT NULL,
    given_at   BIGINT NOT NULL,
    given_by   TEXT   NOT NULL,
    revoked_at BIGINT
);
CREATE INDEX delegation_deputy ON delegation (deputy, from_day);
CREATE INDEX delegation_unit ON delegation (unit, from_day);

-- Who is here: one row for each stay. One without an end is closed by the reader at the unit's closing.
CREATE TABLE presence (
    id         TEXT   NOT NULL PRIMARY KEY,
    unit       TEXT   NOT NULL,
    on_day     BIGINT NOT NULL,
    account_id TEXT   NOT NULL,
    duties     BIGINT NOT NULL,
    in_at      BIGINT NOT NULL,
    in_by      TEXT   NOT NULL,
    out_at     BIGINT,
    out_by     TEXT
);
-- Two check-ins at once: the second finds the first.
CREATE UNIQUE INDEX presence_open ON presence (unit, on_day, account_id) WHERE out_at IS NULL;
CREATE INDEX presence_day ON presence (unit, on_day, in_at);

-- What a leader put right, with the reason; the row above holds what is true now.
CREATE TABLE presence_correction (
    id          TEXT   NOT NULL PRIMARY KEY,
    presence_id TEXT   NOT NULL,
    at          BIGINT NOT NULL,
    by_account  TEXT   NOT NULL,
    reason      TEXT   NOT NULL,
    was_in_at   BIGINT NOT NULL,
    was_out_at  BIGINT
);
CREATE INDEX presence_correction_of ON presence_correction (presence_id, at);

-- Called away while checked in: until an hour, or for the day.
CREATE TABLE away (
    id         TEXT   NOT NULL PRIMARY KEY,
    unit       TEXT   NOT NULL,
    on_day     BIGINT NOT NULL,
    account_id TEXT   NOT NULL,
    from_at    BIGINT NOT NULL,
    until_at   BIGINT,
    back_at    BIGINT
);
CREATE INDEX away_day ON away (unit, on_day, from_at);

-- The short number for a shared device, as a keyed hash; never the number.
CREATE TABLE device_pin (
    account_id TEXT   NOT NULL PRIMARY KEY,
    mac        @BLOB@ NOT NULL,
    set_at     BIGINT NOT NULL
);

-- Badges with a QR code; only the hash of the code is kept.
CREATE TABLE badge (
    token_hash @BLOB@ NOT NULL PRIMARY KEY,
    account_id TEXT   NOT NULL,
    issued_at  BIGINT NOT NULL,
    issued_by  TEXT   NOT NULL,
    revoked_at BIGINT
);
CREATE INDEX badge_account ON badge (account_id);

-- What somebody, or whoever has a duty at a unit, must hear. The identifier follows from what is said, so that the
-- same thing is said once.
CREATE TABLE staff_notice (
    id         TEXT   NOT NULL PRIMARY KEY,
    unit       TEXT   NOT NULL,
    account_id TEXT,
    duty       TEXT,
    kind       TEXT   NOT NULL,
    args       TEXT   NOT NULL,
    at         BIGINT NOT NULL
);
CREATE INDEX staff_notice_person ON staff_notice (account_id, at);
CREATE INDEX staff_notice_duty ON staff_notice (unit, duty, at);

CREATE TABLE staff_notice_seen (
    notice_id  TEXT   NOT NULL,
    account_id TEXT   NOT NULL,
    seen_at    BIGINT NOT NULL,
    PRIMARY KEY (notice_id, account_id)
);

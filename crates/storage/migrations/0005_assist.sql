-- Help by volunteers: sessions opened with a code, the form prepared in them, notes at the end of a shift.

-- A code an officer gives for a person who is here.
CREATE TABLE assist_invite (
    code       TEXT   NOT NULL PRIMARY KEY,
    unit       TEXT   NOT NULL,
    name       TEXT   NOT NULL,
    officer    TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_by    TEXT
);
CREATE INDEX assist_invite_age ON assist_invite (created_at);

-- One visit, or one dossier, of one person with one volunteer.
CREATE TABLE assist_session (
    id             TEXT   NOT NULL PRIMARY KEY,
    unit           TEXT   NOT NULL,
    volunteer      TEXT   NOT NULL,
    volunteer_name TEXT   NOT NULL,
    open_for       TEXT,
    opening        TEXT   NOT NULL,
    reference      TEXT   NOT NULL,
    name           TEXT   NOT NULL,
    consent        TEXT   NOT NULL,
    heard_by       TEXT   NOT NULL,
    opened_at      BIGINT NOT NULL,
    last_seen_at   BIGINT NOT NULL,
    ended_at       BIGINT,
    end_reason     TEXT   NOT NULL,
    code           TEXT   NOT NULL,
    claim_mac      @BLOB@ NOT NULL,
    procedure_code TEXT,
    content        TEXT   NOT NULL,
    submitted_at   BIGINT,
    dossier_code   TEXT,
    received_at    BIGINT,
    not_online     TEXT   NOT NULL
);
-- A volunteer helps one person at a time.
CREATE UNIQUE INDEX assist_one ON assist_session (open_for);
CREATE UNIQUE INDEX assist_code ON assist_session (code);
CREATE INDEX assist_prepared ON assist_session (unit, submitted_at, id);
CREATE INDEX assist_opened ON assist_session (unit, opened_at);
CREATE INDEX assist_dossier ON assist_session (dossier_code);

-- What people stumbled on, in the volunteer's words; no personal data is asked.
CREATE TABLE assist_shift (
    unit      TEXT   NOT NULL,
    volunteer TEXT   NOT NULL,
    on_day    BIGINT NOT NULL,
    stumbled  TEXT   NOT NULL,
    at        BIGINT NOT NULL,
    PRIMARY KEY (unit, on_day, volunteer)
);

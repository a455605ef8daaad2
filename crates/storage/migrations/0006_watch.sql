-- The watch over promises: quotes, learned times, risks and causes.

-- Promises that are open: few, whatever the number of dossiers.
CREATE INDEX dossier_promise ON dossier (deciding_unit, commitment_due_at)
    WHERE finished_at IS NULL AND commitment_due_at IS NOT NULL;

-- Learned service times: sums over the logarithm of the minutes, in millionths, so that they come to the same whatever
-- the order. Rebuilt from the log; never per officer.
CREATE TABLE service_time (
    unit           TEXT   NOT NULL,
    procedure_code TEXT   NOT NULL,
    duty           TEXT   NOT NULL,
    n              BIGINT NOT NULL,
    log_sum        BIGINT NOT NULL,
    log_square_sum BIGINT NOT NULL,
    PRIMARY KEY (unit, procedure_code, duty)
);

-- When somebody last ended work of a duty: the next piece cannot have begun before. Only the last instant is kept.
CREATE TABLE work_end (
    unit       TEXT   NOT NULL,
    duty       TEXT   NOT NULL,
    account_id TEXT   NOT NULL,
    at         BIGINT NOT NULL,
    PRIMARY KEY (unit, duty, account_id)
);

-- What a quote was worked out from, by its hash: an auditor recomputes it bit for bit.
CREATE TABLE quote_state (
    sha256  TEXT NOT NULL PRIMARY KEY,
    content TEXT NOT NULL
);

-- What was quoted at reception.
CREATE TABLE quote (
    dossier_id     TEXT   NOT NULL PRIMARY KEY,
    unit           TEXT   NOT NULL,
    procedure_code TEXT   NOT NULL,
    on_day         BIGINT NOT NULL,
    at             BIGINT NOT NULL,
    state_sha256   TEXT   NOT NULL,
    seed           BIGINT NOT NULL,
    paths          BIGINT NOT NULL,
    percent        BIGINT NOT NULL,
    late_paths     BIGINT NOT NULL,
    allowed_ppm    BIGINT NOT NULL,
    ahead          BIGINT NOT NULL,
    officers       BIGINT NOT NULL,
    binding        TEXT,
    ready_from     BIGINT,
    ready_by       BIGINT,
    deadline_at    BIGINT NOT NULL
);
CREATE INDEX quote_day ON quote (unit, on_day);
CREATE INDEX quote_on ON quote (on_day);

-- The bands a promise entered, each once: the notice of a band goes out with its row.
CREATE TABLE risk (
    dossier_id TEXT   NOT NULL,
    band       TEXT   NOT NULL,
    unit       TEXT   NOT NULL,
    on_day     BIGINT NOT NULL,
    at         BIGINT NOT NULL,
    late_ppm   BIGINT NOT NULL,
    duty       TEXT,
    PRIMARY KEY (dossier_id, band)
);
CREATE INDEX risk_day ON risk (unit, on_day);

-- Broken promises with the cause the machine names.
CREATE TABLE broken_promise (
    dossier_id  TEXT   NOT NULL PRIMARY KEY,
    unit        TEXT   NOT NULL,
    on_day      BIGINT NOT NULL,
    due_at      BIGINT NOT NULL,
    noticed_at  BIGINT NOT NULL,
    cause       TEXT   NOT NULL,
    duty        TEXT,
    evidence    TEXT   NOT NULL
);
CREATE INDEX broken_promise_day ON broken_promise (unit, on_day);

-- The last sign of life of the program, and spans without one.
CREATE TABLE heartbeat (
    id BIGINT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL
);
CREATE TABLE outage (
    from_at BIGINT NOT NULL PRIMARY KEY,
    to_at   BIGINT NOT NULL
);

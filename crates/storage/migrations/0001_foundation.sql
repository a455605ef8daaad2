-- The foundation: the event log and everything the first dossier needs.
-- Times are milliseconds since 1970, days are days since 1970, money is đồng, truth values are 0 and 1.
-- The log (event, event_payload, dossier_key) is the truth; dossier, result and day rows can be rebuilt from it.

-- Keys of this installation: made once, never shown.
CREATE TABLE secret (
    name  TEXT NOT NULL PRIMARY KEY,
    value @BLOB@ NOT NULL
);

-- Gapless numbers: taken inside the transaction that uses them, so a rollback gives the number back.
CREATE TABLE counter (
    kind  TEXT   NOT NULL,
    scope TEXT   NOT NULL,
    value BIGINT NOT NULL,
    PRIMARY KEY (kind, scope)
);

-- One chain for each receiving unit: the hash of an entry covers the one before.
CREATE TABLE chain_head (
    unit     TEXT   NOT NULL PRIMARY KEY,
    position BIGINT NOT NULL,
    hash     @BLOB@ NOT NULL
);

CREATE TABLE event (
    unit        TEXT   NOT NULL,
    position    BIGINT NOT NULL,
    dossier_id  TEXT   NOT NULL,
    sequence    BIGINT NOT NULL,
    kind        TEXT   NOT NULL,
    at          BIGINT NOT NULL,
    actor       TEXT   NOT NULL,
    role        TEXT   NOT NULL,
    actor_unit  TEXT   NOT NULL,
    payload_mac @BLOB@ NOT NULL,
    hash        @BLOB@ NOT NULL,
    PRIMARY KEY (unit, position)
);
-- Two people deciding at once clash here even if all else failed.
CREATE UNIQUE INDEX event_of_dossier ON event (dossier_id, sequence);

-- The payloads stand beside the chain, which covers only their keyed hash: erasing one leaves the chain verifiable.
CREATE TABLE event_payload (
    dossier_id TEXT   NOT NULL,
    sequence   BIGINT NOT NULL,
    format     BIGINT NOT NULL,
    payload    TEXT   NOT NULL,
    PRIMARY KEY (dossier_id, sequence)
);

CREATE TABLE dossier_key (
    dossier_id TEXT   NOT NULL PRIMARY KEY,
    key        @BLOB@ NOT NULL
);

-- The read model of a dossier: what lists, look-ups and exports need without opening the log.
CREATE TABLE dossier (
    id                   TEXT   NOT NULL PRIMARY KEY,
    code                 TEXT   NOT NULL,
    token_hash           @BLOB@ NOT NULL,
    receiving_unit       TEXT   NOT NULL,
    deciding_unit        TEXT   NOT NULL,
    level                TEXT   NOT NULL,
    sector               TEXT   NOT NULL,
    procedure_code       TEXT   NOT NULL,
    procedure_version    BIGINT NOT NULL,
    channel              TEXT   NOT NULL,
    programme            TEXT,
    applicant_name       TEXT   NOT NULL,
    applicant_fold       TEXT   NOT NULL,
    applicant_mac        @BLOB@,
    stage                TEXT   NOT NULL,
    finance              TEXT   NOT NULL,
    delivery             TEXT   NOT NULL,
    synchronisation      TEXT   NOT NULL,
    outcome              TEXT,
    version              BIGINT NOT NULL,
    received_on          BIGINT NOT NULL,
    received_at          BIGINT NOT NULL,
    changed_at           BIGINT NOT NULL,
    working_due_at       BIGINT NOT NULL,
    statutory_due_at     BIGINT NOT NULL,
    commitment_due_at    BIGINT,
    finished_at          BIGINT,
    returned_at          BIGINT,
    same_day_promised    BIGINT NOT NULL,
    offered_online       BIGINT NOT NULL,
    extensions           BIGINT NOT NULL,
    components_required  BIGINT NOT NULL,
    components_digitised BIGINT NOT NULL,
    components_reused    BIGINT NOT NULL,
    result_required      BIGINT NOT NULL,
    result_digitised     BIGINT NOT NULL,
    fee_due              BIGINT NOT NULL,
    appraiser            TEXT,
    received_by          TEXT   NOT NULL,
    parent_code          TEXT,
    synthetic            BIGINT NOT NULL,
    import_key           TEXT
);
CREATE UNIQUE INDEX dossier_code ON dossier (code);
CREATE UNIQUE INDEX dossier_token ON dossier (token_hash);
-- A row of an imported register is taken once, however often the file comes.
CREATE UNIQUE INDEX dossier_import ON dossier (import_key);
-- Work lists: what waits at a stage, most urgent first.
CREATE INDEX dossier_work ON dossier (deciding_unit, stage, working_due_at, id);
CREATE INDEX dossier_desk ON dossier (receiving_unit, stage, working_due_at, id);
-- The day of a unit, and exports in the order of receipt.
CREATE INDEX dossier_day ON dossier (receiving_unit, received_on, id);
CREATE INDEX dossier_received ON dossier (received_at, id);
-- The same person twice for the same thing.
CREATE INDEX dossier_person ON dossier (applicant_mac, procedure_code);

-- Results by their public token; the paper is drawn once and kept by hash.
CREATE TABLE result (
    dossier_id     TEXT   NOT NULL,
    number         TEXT   NOT NULL,
    token_hash     @BLOB@ NOT NULL,
    unit           TEXT   NOT NULL,
    procedure_code TEXT   NOT NULL,
    approved_at    BIGINT NOT NULL,
    signer         TEXT   NOT NULL,
    content_sha256 TEXT   NOT NULL,
    paper_sha256   TEXT,
    revoked_at     BIGINT,
    PRIMARY KEY (dossier_id, number)
);
CREATE UNIQUE INDEX result_token ON result (token_hash);

-- Who was turned away at the counter and why: slips 02 and 03 before any dossier exists.
CREATE TABLE turned_away (
    id             TEXT   NOT NULL PRIMARY KEY,
    unit           TEXT   NOT NULL,
    on_day         BIGINT NOT NULL,
    at             BIGINT NOT NULL,
    actor          TEXT   NOT NULL,
    procedure_code TEXT   NOT NULL,
    kind           TEXT   NOT NULL,
    slip           TEXT   NOT NULL
);
CREATE INDEX turned_away_day ON turned_away (unit, on_day, at);

-- Accounts of staff.
CREATE TABLE account (
    id                   TEXT   NOT NULL PRIMARY KEY,
    username             TEXT   NOT NULL,
    name                 TEXT   NOT NULL,
    title                TEXT   NOT NULL,
    phone                TEXT   NOT NULL,
    password_hash        TEXT   NOT NULL,
    must_change_password BIGINT NOT NULL,
    loopback_only        BIGINT NOT NULL,
    disabled_at          BIGINT,
    created_at           BIGINT NOT NULL,
    version              BIGINT NOT NULL
);
CREATE UNIQUE INDEX account_username ON account (username);

CREATE TABLE role_grant (
    account_id TEXT   NOT NULL,
    role       TEXT   NOT NULL,
    unit       TEXT   NOT NULL,
    valid_from BIGINT NOT NULL,
    valid_to   BIGINT,
    PRIMARY KEY (account_id, role, unit, valid_from)
);

-- Sessions: only the hash of the token is kept.
CREATE TABLE session (
    token_hash   @BLOB@ NOT NULL PRIMARY KEY,
    id           TEXT   NOT NULL,
    account_id   TEXT   NOT NULL,
    csrf         TEXT   NOT NULL,
    created_at   BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    expires_at   BIGINT NOT NULL,
    confirmed_at BIGINT NOT NULL,
    unit         TEXT   NOT NULL
);
CREATE INDEX session_account ON session (account_id);

-- Failed log-ins, by account and address: five are free, then waiting doubles.
CREATE TABLE login_failure (
    key      TEXT   NOT NULL PRIMARY KEY,
    failures BIGINT NOT NULL,
    last_at  BIGINT NOT NULL
);

-- Tokens for programs, scoped to one role at one unit.
CREATE TABLE api_token (
    token_hash @BLOB@ NOT NULL PRIMARY KEY,
    id         TEXT   NOT NULL,
    account_id TEXT   NOT NULL,
    label      TEXT   NOT NULL,
    role       TEXT   NOT NULL,
    unit       TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    revoked_at BIGINT
);
CREATE UNIQUE INDEX api_token_id ON api_token (id);

-- What administrators did: accounts, packs, programmes, calendars. Codes and names of fields, no secrets.
CREATE TABLE admin_log (
    id     TEXT   NOT NULL PRIMARY KEY,
    at     BIGINT NOT NULL,
    actor  TEXT   NOT NULL,
    action TEXT   NOT NULL,
    object TEXT   NOT NULL,
    detail TEXT   NOT NULL
);
CREATE INDEX admin_log_at ON admin_log (at);

-- Answers to requests that carried a key: the same key gives the same answer, once.
CREATE TABLE idempotency (
    actor       TEXT   NOT NULL,
    key         TEXT   NOT NULL,
    digest      @BLOB@ NOT NULL,
    status      BIGINT NOT NULL,
    response    TEXT   NOT NULL,
    created_at  BIGINT NOT NULL,
    PRIMARY KEY (actor, key)
);
CREATE INDEX idempotency_age ON idempotency (created_at);

-- What the outside world must hear, written in the transaction that caused it.
CREATE TABLE outbox (
    id         TEXT   NOT NULL PRIMARY KEY,
    topic      TEXT   NOT NULL,
    subject    TEXT   NOT NULL,
    payload    TEXT   NOT NULL,
    state      TEXT   NOT NULL,
    attempts   BIGINT NOT NULL,
    next_at    BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    done_at    BIGINT,
    last_error TEXT
);
CREATE INDEX outbox_waiting ON outbox (state, next_at, id);

-- Forms kept before they were sent.
CREATE TABLE draft (
    id         TEXT   NOT NULL PRIMARY KEY,
    account_id TEXT   NOT NULL,
    form       TEXT   NOT NULL,
    content    TEXT   NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX draft_account ON draft (account_id, form, changed_at);

-- Files by hash; the bytes lie in the file store.
CREATE TABLE blob (
    sha256     TEXT   NOT NULL PRIMARY KEY,
    media_type TEXT   NOT NULL,
    bytes      BIGINT NOT NULL,
    pages      BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);

-- Which of the four duties are on at a unit.
CREATE TABLE duty (
    unit       TEXT   NOT NULL,
    duty       TEXT   NOT NULL,
    present    BIGINT NOT NULL,
    account_id TEXT   NOT NULL,
    since      BIGINT NOT NULL,
    PRIMARY KEY (unit, duty)
);

-- Days that the person in charge has closed with their name.
CREATE TABLE day_close (
    unit       TEXT   NOT NULL,
    on_day     BIGINT NOT NULL,
    at         BIGINT NOT NULL,
    account_id TEXT   NOT NULL,
    remark     TEXT   NOT NULL,
    PRIMARY KEY (unit, on_day)
);

-- Packs as imported, file by file; edits by administrators stand in pack_edit and are laid over them.
CREATE TABLE pack_file (
    pack        TEXT   NOT NULL,
    path        TEXT   NOT NULL,
    content     TEXT   NOT NULL,
    imported_at BIGINT NOT NULL,
    PRIMARY KEY (pack, path)
);

-- The queue: counters, tickets and what became of them.

-- Groups of tickets of a unit, one letter each; a unit without rows has the standard ones.
CREATE TABLE queue_group (
    unit    @TEXT@ NOT NULL,
    letter  @TEXT@ NOT NULL,
    purpose @TEXT@ NOT NULL,
    sectors @TEXT@ NOT NULL,
    PRIMARY KEY (unit, letter)
);

-- Counters as described and opened; an opening counts on its own day only.
CREATE TABLE queue_counter (
    unit      @TEXT@ NOT NULL,
    number    @INT@  NOT NULL,
    label     @TEXT@ NOT NULL,
    letters   @TEXT@ NOT NULL,
    opened_by @TEXT@,
    opened_at @INT@,
    PRIMARY KEY (unit, number)
);

-- The day of a unit's queue. Whoever changes the queue raises the turn first, so changes stand in line behind this row.
CREATE TABLE queue_day (
    unit   @TEXT@ NOT NULL,
    on_day @INT@  NOT NULL,
    turn   @INT@  NOT NULL,
    PRIMARY KEY (unit, on_day)
);

-- The row of a ticket: the fold of its events, for calling and showing without opening the log.
CREATE TABLE ticket (
    id              @TEXT@ NOT NULL PRIMARY KEY,
    token_hash      @BLOB@ NOT NULL,
    unit            @TEXT@ NOT NULL,
    on_day          @INT@  NOT NULL,
    letter          @TEXT@ NOT NULL,
    serial          @INT@  NOT NULL,
    waits_in        @TEXT@ NOT NULL,
    door            @TEXT@ NOT NULL,
    priority        @TEXT@,
    door_at         @INT@  NOT NULL,
    slot_at         @INT@,
    stage           @TEXT@ NOT NULL,
    is_open         @INT@  NOT NULL,
    version         @INT@  NOT NULL,
    counter         @INT@,
    at_counter      @INT@,
    only_at         @INT@,
    calls           @INT@  NOT NULL,
    call_turn       @INT@,
    first_called_at @INT@,
    called_at       @INT@,
    serving_since   @INT@,
    absent_since    @INT@,
    ended_at        @INT@,
    dossiers        @TEXT@ NOT NULL,
    changed_at      @INT@  NOT NULL
);
CREATE UNIQUE INDEX ticket_number ON ticket (unit, on_day, letter, serial);
CREATE UNIQUE INDEX ticket_token ON ticket (token_hash);
-- One ticket at a counter, whoever races: absent for tickets that are at none.
CREATE UNIQUE INDEX ticket_at_counter ON ticket (unit, on_day, at_counter);
-- The line, the eldest first; the calls, the newest first; what was left open on earlier days.
CREATE INDEX ticket_line ON ticket (unit, on_day, stage, door_at, serial);
CREATE INDEX ticket_calls ON ticket (unit, on_day, call_turn);
CREATE INDEX ticket_left ON ticket (unit, is_open, on_day);

-- What happened to tickets; rows are only ever added.
CREATE TABLE ticket_event (
    ticket_id @TEXT@ NOT NULL,
    sequence  @INT@  NOT NULL,
    kind      @TEXT@ NOT NULL,
    at        @INT@  NOT NULL,
    actor     @TEXT@,
    format    @INT@  NOT NULL,
    payload   @TEXT@ NOT NULL,
    PRIMARY KEY (ticket_id, sequence)
);

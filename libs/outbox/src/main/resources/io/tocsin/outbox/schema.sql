-- What libs/outbox needs in the database of a service. A service copies this text into its first migration; OutboxSchemaContract
-- compares the migrated database with it.

-- Messages not yet taken in by their destination. Rows are inserted, claimed without being touched, and deleted when they were
-- taken in; only one which failed is updated. Vacuum by count: a share of a table that is empty most of the time says nothing; and never
-- for what was only inserted, which would write each page of a backlog to the log once more (docs/adr/0016).
create table outbox (
    seq          bigint generated always as identity primary key,
    id           uuid        not null,
    destination  text        not null,
    type         text        not null,
    subject      text        not null,
    lane         smallint    not null,
    data         text        not null,
    trace_parent text,
    created_at   timestamptz not null,
    attempts     integer     not null default 0,
    due_at       timestamptz,
    alone        boolean     not null default false,
    error        text
) with (
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 10000,
    autovacuum_analyze_scale_factor = 0,
    autovacuum_analyze_threshold = 10000,
    autovacuum_vacuum_insert_threshold = -1
);

create index outbox_by_lane on outbox (destination, lane, seq);

-- Those which failed and wait: the later ones of their subjects wait with them.
create index outbox_waiting on outbox (destination, lane, seq) where due_at is not null;

-- Who delivers which lane now. Sixteen rows per destination, updated twice per batch; room in the page keeps that cheap.
create table outbox_lane (
    destination  text        not null,
    lane         smallint    not null,
    owner        uuid,
    fence        bigint      not null default 0,
    leased_until timestamptz not null default '-infinity',
    primary key (destination, lane)
) with (fillfactor = 50);

-- Messages which their destination refused until the attempts were used up. They wait for a person.
create table outbox_set_aside (
    id           uuid        primary key,
    destination  text        not null,
    type         text        not null,
    subject      text        not null,
    lane         smallint    not null,
    data         text        not null,
    trace_parent text,
    created_at   timestamptz not null,
    attempts     integer     not null,
    error        text        not null,
    set_aside_at timestamptz not null
);

create index outbox_set_aside_by_time on outbox_set_aside (set_aside_at, id);

-- The ids of messages taken in, kept for longer than any sender repeats itself.
create table inbox (
    id          uuid        primary key,
    received_at timestamptz not null
);

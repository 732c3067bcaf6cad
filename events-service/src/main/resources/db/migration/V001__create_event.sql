-- Every event that was accepted. libs/query compiles searches to these columns; enums are stored by their Java name.
--
-- Partitioned by class of retention, and in each class by the time of receipt, which stands in the upper bits of the id. The service
-- makes the partitions (event_<class>, event_<class>_<hour>) and drops them; docs/adr/0008-partitions-by-receipt.md tells why so.
create table event (
    retention        text        not null,
    id               bigint      not null,
    uid              uuid        not null,
    organization     text        not null,
    account_group    text        not null,
    title            text,
    text             text,
    happened_at      timestamptz not null,
    ended_at         timestamptz,
    status           text        not null,
    type             text,
    severity         text        not null,
    priority         text        not null,
    source           text,
    host             text,
    entity           jsonb,
    tags             text[]      not null,
    aggregation_key  text,
    correlation_id   text,
    related_event_id bigint,
    attributes       jsonb       not null,
    received_at      timestamptz not null,
    -- Hashes of the words, tags and other values of the event, told apart by its scope; libs/query makes them (EventTerms).
    terms            integer[]   not null,
    -- Commits become visible in another order than ids are made. Whoever follows the table reads in the order of (recorded_in, id),
    -- and only below pg_snapshot_xmin(pg_current_snapshot()): nothing can appear there any more.
    recorded_in      xid8        not null default pg_current_xact_id(),
    primary key (retention, id)
) partition by list (retention);

-- The order in which people read, and what serves every condition that no term narrows down.
create index event_feed on event (organization, account_group, happened_at desc, id desc);

-- Events which take time: those that began before a window and last into it.
create index event_lasting on event (organization, account_group, ended_at, happened_at) where ended_at > happened_at;

-- Whatever a search asks for exactly. New terms wait in a list which the service empties every second (TermIndex): an insert which
-- had to do that itself, at the default of 4 MB, would keep its callers waiting for as much as a second.
create index event_terms on event using gin (terms) with (gin_pending_list_limit = 65536);

create index event_recorded on event (recorded_in, id);

-- What libs/outbox needs in the database of a service. A service copies this text into its first migration; OutboxSchemaContract
-- compares the migrated database with it.

-- Messages not yet taken in by their destination. Rows are inserted, claimed without being touched, and deleted when they were
-- taken in; only one which failed is updated. Vacuum by count: a share of a table that is empty most of the time says nothing.
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
    autovacuum_analyze_threshold = 10000
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

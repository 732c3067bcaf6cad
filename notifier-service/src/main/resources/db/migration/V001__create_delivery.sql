-- What must be told, and to whom. Payloads are never searched, so they are kept as they came.
create table notification (
    id                 uuid        primary key,
    organization       text        not null,
    account_group      text        not null,
    alert_id           uuid        not null,
    kind               text        not null,
    subject            text        not null,
    payload            json        not null,
    created_at         timestamptz not null
);

create index notification_by_alert on notification (alert_id, created_at);

-- One recipient of one notification. The states and their moves are drawn in docs/states.md.
--   follows       the delivery about the same alert to the same recipient which must be finished before this one is sent
--   attempts      counts claims, and is the fence: only the holder of the last number may settle
--   due_at        when a replica may claim it; while sending, when the lease ends and the attempt is given up for lost
--   owner         the replica which sends it now
create table delivery (
    id              uuid        primary key,
    seq             bigint      generated always as identity,
    notification_id uuid        not null,
    organization    text        not null,
    account_group   text        not null,
    alert_id        uuid        not null,
    recipient       text        not null,
    state           text        not null,
    message_id      text        not null,
    follows         uuid,
    in_reply_to     text,
    attempts        integer     not null default 0,
    due_at          timestamptz not null,
    owner           text,
    trace_parent    text,
    created_at      timestamptz not null,
    finished_at     timestamptz,
    unique (notification_id, recipient),
    check (state in ('accepted', 'sending', 'deferred', 'delivered', 'refused', 'dead')),
    check ((finished_at is null) = (state in ('accepted', 'sending', 'deferred')))
);

create index delivery_due on delivery (due_at) where finished_at is null;
create index delivery_thread on delivery (alert_id, recipient, seq);
create index delivery_newest on delivery (organization, account_group, created_at, id);
create index delivery_newest_of_recipient on delivery (organization, account_group, recipient, created_at, id);

-- Every conversation with the mail server: begun in one transaction, its reply written in another.
create table delivery_attempt (
    delivery_id   uuid        not null references delivery (id),
    number        integer     not null,
    started_at    timestamptz not null,
    finished_at   timestamptz,
    outcome       text        not null,
    stage         text,
    reply_code    integer,
    enhanced_code text,
    reply_text    text,
    relay         text        not null,
    primary key (delivery_id, number)
);

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

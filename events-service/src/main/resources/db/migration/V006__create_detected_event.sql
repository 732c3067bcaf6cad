-- Event detection (docs/detection.md): what was found, and how far the results of each organization have been judged.

-- The events which nobody posted. Reading leaves out those which late results took back (WITHDRAWN) and those which another one stands
-- for (MERGED); the rows stay, because people have been told of them.
create table detected_event (
    organization   text        not null,
    id             uuid        not null,
    -- What the method calls it. Late results may give the same event another name there; the id stays.
    finding        uuid        not null,
    state          text        not null,
    type           text        not null,
    component      text        not null,
    severity       text        not null,
    started_at     timestamptz not null,
    -- The last failing round; null while the event lasts.
    ended_at       timestamptz,
    -- The last failing round so far.
    failed_at      timestamptz not null default now(),
    detected_at    timestamptz not null,
    -- Every account group which it touched so far: each has its canonical event and its mails.
    account_groups text[]      not null,
    merged_into    uuid,
    evidence       jsonb       not null,
    -- The minute since 1970 in which it was found to be over; the largest number there is while it is not.
    over_minute    integer     not null default 2147483647,
    -- When people were told of it; null for what was over long before it was found.
    told_at        timestamptz,
    version        integer     not null default 1,
    updated_at     timestamptz not null,
    primary key (organization, id)
);

-- The order in which people read.
create index detected_event_by_start on detected_event (organization, started_at desc, id);

-- What goes on, and what is kept for too long.
create index detected_event_lasting on detected_event (organization) where ended_at is null;
create index detected_event_by_end on detected_event (ended_at) where ended_at is not null;

-- What each of them touches: what one agent sees of one target of one test.
create table detected_flow (
    organization  text not null,
    event_id      uuid not null,
    account_group text not null,
    test_id       text not null,
    source_id     text not null,
    -- The name server or prefix of tests which have several, else empty.
    part          text not null,
    -- What is tested, as people read it.
    target        text not null,
    primary key (organization, event_id, account_group, test_id, source_id, part),
    foreign key (organization, event_id) references detected_event on delete cascade
);

-- Who judges an organization's results, and how far that is. Every write of the one who does is conditional on the fence.
create table detection (
    organization  text        primary key,
    holder        uuid,
    fence         bigint      not null default 0,
    leased_until  timestamptz not null default '-infinity',
    -- Minutes since 1970: the first one that is judged at all, and the next one to judge. Null until there are results.
    first_minute  integer,
    next_minute   integer,
    -- The last minute in which there were results.
    heard_minute  integer
) with (fillfactor = 50);

-- In which minutes there is something new, written with the results themselves and deleted with what follows from them.
create table detection_news (
    seq          bigint  generated always as identity,
    organization text    not null,
    minute       integer not null,
    primary key (organization, seq)
) with (
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 10000
);

-- States to go back to when results come late, and to go on from after a restart. Few for each organization.
create table detection_checkpoint (
    organization text    not null,
    minute       integer not null,
    state        bytea   not null,
    primary key (organization, minute)
);
alter table detection_checkpoint alter column state set storage external;

-- All results of an organization are read minute by minute.
create index test_result_by_round on test_result (organization, round_id);

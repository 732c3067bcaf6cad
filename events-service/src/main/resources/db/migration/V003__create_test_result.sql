-- What agents and monitors measured: one row per round, test, layer, source and target. A repeat adds to its row what is new in it.
--
-- Partitioned by the day on which the round began, because that is part of the key and a repeat must find its row. The service makes
-- the partitions (test_result_<day>) when they are needed, and drops them.
create table test_result (
    organization  text        not null,
    account_group text        not null,
    test_id       text        not null,
    layer         text        not null,
    source_kind   text        not null,
    source_id     text        not null,
    -- Which of the test's targets: one text of ResultTarget, empty for the whole test.
    target        text        not null,
    round_id      bigint      not null,
    target_parts  jsonb       not null,
    measured_at   timestamptz not null,
    received_at   timestamptz not null,
    -- How often the row was written: 1 until a repeat said something else.
    revision      integer     not null default 1,
    measurements  jsonb       not null,
    primary key (organization, account_group, test_id, layer, source_kind, source_id, target, round_id)
) partition by range (round_id);

create index test_result_by_round on test_result (organization, account_group, round_id);

-- The tests of which results came, as the latest result that said so described them.
create table test (
    organization  text        not null,
    account_group text        not null,
    id            text        not null,
    type          text        not null,
    name          text,
    interval_s    integer,
    server_id     text,
    server        text,
    first_seen_at timestamptz not null,
    last_seen_at  timestamptz not null,
    primary key (organization, account_group, id)
);

-- The agents and monitors from which results came, in the same way.
create table source (
    organization  text        not null,
    account_group text        not null,
    kind          text        not null,
    id            text        not null,
    name          text,
    type          text,
    location      text,
    country_id    text,
    network       text,
    first_seen_at timestamptz not null,
    last_seen_at  timestamptz not null,
    primary key (organization, account_group, kind, id)
);

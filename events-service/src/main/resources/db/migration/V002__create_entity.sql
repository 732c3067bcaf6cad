-- The monitored things which events named. Names and tags are copied into an event when it is recorded, so that nothing joins here.
create table entity (
    organization  text        not null,
    account_group text        not null,
    id            text        not null,
    type          text        not null,
    name          text,
    tags          text[]      not null,
    first_seen_at timestamptz not null,
    last_seen_at  timestamptz not null,
    primary key (organization, account_group, id)
);

create index entity_by_type on entity (organization, account_group, type, id);

-- Which event is the one that goes on when what an aggregation key names is reported again before its end. The row is also the
-- lock under which two replicas agree on that. Rows whose end has long passed are deleted along the way.
create table open_event (
    organization    text        not null,
    account_group   text        not null,
    aggregation_key text        not null,
    event_id        bigint      not null,
    correlation_id  text        not null,
    ends_at         timestamptz not null,
    primary key (organization, account_group, aggregation_key)
);

create index open_event_by_end on open_event (ends_at);

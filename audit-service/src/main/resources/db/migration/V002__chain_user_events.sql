-- The log as a chain which proves itself: docs/adr/0012. The tables belong to whoever migrates; the role which the service logs in as
-- may add and read, see R__grants.sql.

-- What was recorded before there was a chain. The service records it anew when it starts, and leaves it as it is.
alter table user_event rename to user_event_before_chain;
alter table user_event_before_chain rename constraint user_event_pkey to user_event_before_chain_pkey;
drop index user_event_of_account_group;
drop index user_event_of_organization;
drop index user_event_of_user;

-- One row per entry. What is hashed is the content, byte for byte; the other columns are there to find it by.
create table user_event (
    organization  text        not null,
    number        bigint      not null, -- through all commits of the organization, from 1
    id            uuid        not null,
    account_group text        not null,
    date          timestamptz not null,
    person        uuid        not null, -- who did it: see person
    recorded_at   timestamptz not null, -- the time of the commit, the same for all of its entries
    content       text        not null, -- canonical JSON (RFC 8785)
    personal      text        not null, -- what the content only commits to, encrypted with the keys of the people it is of
    primary key (organization, number, recorded_at)
) partition by range (recorded_at);

-- The log of one account group; of all groups that somebody may see; of one user; one entry.
create index user_event_of_account_group on user_event (organization, account_group, date desc, id desc);
create index user_event_of_organization on user_event (organization, date desc, id desc);
create index user_event_of_person on user_event (organization, person, date desc, id desc);
create index user_event_by_id on user_event (id);

-- One row per commit of an organization: io.tocsin.proof.Link. They stay when the entries expire.
create table chain_link (
    organization text        not null,
    number       bigint      not null,
    previous     bytea,
    root         bytea       not null,
    first_entry  bigint      not null,
    entries      bigint      not null,
    committed_at timestamptz not null,
    primary key (organization, number)
);
create unique index chain_link_by_entry on chain_link (organization, first_entry);

-- The complete subtrees of the Merkle tree over the links; two rows per commit on average.
create table chain_node (
    organization text     not null,
    level        smallint not null,
    number       bigint   not null,
    hash         bytea    not null,
    primary key (organization, level, number)
);

create table signed_head (
    organization text        not null,
    size         bigint      not null,
    entries      bigint      not null,
    root         bytea       not null,
    signed_at    timestamptz not null,
    key_id       text        not null,
    note         text        not null,
    primary key (organization, size, key_id)
);

-- Every public key that ever signed, so that old heads can be checked when the key has changed.
create table signing_key (
    key_id        text        primary key,
    pem           text        not null,
    first_used_at timestamptz not null
);

-- A key per person. Who is erased has no row any more, and what was encrypted with the key is lost.
create table person (
    id           uuid        primary key,
    organization text        not null,
    subject      text        not null,
    secret       bytea       not null,
    made_at      timestamptz not null,
    unique (organization, subject)
);

create function refuse_to_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % is refused', coalesce(tg_argv[0], tg_table_name), lower(tg_op)
        using errcode = 'insufficient_privilege';
end
$$;

create trigger user_event_is_append_only before update or delete on user_event
    for each row execute function refuse_to_change('user_event');
create trigger user_event_is_not_truncated before truncate on user_event
    for each statement execute function refuse_to_change('user_event');
create trigger chain_link_is_append_only before update or delete or truncate on chain_link
    for each statement execute function refuse_to_change();
create trigger chain_node_is_append_only before update or delete or truncate on chain_node
    for each statement execute function refuse_to_change();
create trigger signed_head_is_append_only before update or delete or truncate on signed_head
    for each statement execute function refuse_to_change();
create trigger signing_key_is_append_only before update or delete or truncate on signing_key
    for each statement execute function refuse_to_change();

-- The shortest time that entries are kept, whatever the service is told: only the owner of the table can change it.
create table shortest_retention (keep interval not null);
insert into shortest_retention values (interval '30 days');

-- Makes the partitions of the months from one time to another which are not there.
create function open_user_event_partitions(from_time timestamptz, until_time timestamptz) returns integer
language plpgsql security definer set search_path from current as $$
declare
    month timestamptz := date_trunc('month', from_time, 'UTC');
    made integer := 0;
    name text;
begin
    perform pg_advisory_xact_lock(hashtextextended('partitions of user_event', 0));
    while month <= until_time loop
        name := 'user_event_' || to_char(month at time zone 'UTC', 'YYYYMM');
        if to_regclass(name) is null then
            execute format('create table %I partition of user_event for values from (%L) to (%L)', name, month,
                           date_trunc('month', month + interval '32 days', 'UTC'));
            execute format('create trigger user_event_is_not_truncated before truncate on %I'
                           ' for each statement execute function refuse_to_change(''user_event'')', name);
            made := made + 1;
        end if;
        month := date_trunc('month', month + interval '32 days', 'UTC');
    end loop;
    return made;
end
$$;

-- Drops the partition of one month (YYYYMM) which has been over for long enough, and all of whose entries a signed head covers.
create function drop_user_event_partition(month text) returns void
language plpgsql security definer set search_path from current as $$
declare
    name text := 'user_event_' || month;
    month_ends timestamptz;
    uncovered bigint;
begin
    if month !~ '^[0-9]{6}$' or to_regclass(name) is null then
        raise exception 'there is no partition of %', month;
    end if;
    month_ends := (to_date(month, 'YYYYMM') + interval '1 month') at time zone 'UTC';
    if month_ends > now() - (select keep from shortest_retention) then
        raise exception '% is younger than entries must be kept', name using errcode = 'insufficient_privilege';
    end if;
    execute format('select count(*) from (select organization, max(number) as last from %I group by organization) e'
                   ' where last > coalesce((select max(entries) from signed_head s where s.organization = e.organization), 0)', name)
        into uncovered;
    if uncovered > 0 then
        raise exception '% has entries which no signed head covers', name using errcode = 'insufficient_privilege';
    end if;
    execute format('drop table %I', name);
end
$$;

revoke all on function open_user_event_partitions, drop_user_event_partition from public;

select open_user_event_partitions(now(), now() + interval '2 months');

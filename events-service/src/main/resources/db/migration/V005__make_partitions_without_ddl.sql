-- Partitions come and go while the service runs, and the role it runs as need not be one which may change tables. These functions do
-- it as the owner of the tables, who migrated them, and can do nothing else: they only ever make a partition of `event` or
-- `test_result`, or drop one. R__grants.sql grants them to that role.

-- What these functions name is never a temporary table of whoever calls them.
select set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

create function make_event_class(name text, retention text) returns void
    language plpgsql security definer set search_path from current
as $$
begin
    execute format('create table %I (like event including defaults including storage) partition by range (id)', name);
    execute format('alter table event attach partition %I for values in (%L)', name, retention);
end
$$;

-- Made apart and then attached, because a table may be written while a partition is attached to it.
create function make_event_partition(name text, class text, first_id bigint, end_id bigint) returns void
    language plpgsql security definer set search_path from current
as $$
begin
    if pg_partition_root(class::regclass) is distinct from 'event'::regclass then
        raise exception '% holds no events', class;
    end if;
    execute format('create table %I (like event including defaults including storage)', name);
    execute format('alter table %I attach partition %I for values from (%s) to (%s)', class, name, first_id, end_id);
end
$$;

create function make_result_partition(name text, first_round bigint, end_round bigint) returns void
    language plpgsql security definer set search_path from current
as $$
begin
    execute format('create table %I (like test_result including all)', name);
    execute format('alter table test_result attach partition %I for values from (%s) to (%s)', name, first_round, end_round);
end
$$;

create function drop_partition(name text) returns void
    language plpgsql security definer set search_path from current
as $$
begin
    if not exists (select from pg_class
                    where oid = name::regclass and relispartition and relkind = 'r'
                      and pg_partition_root(oid) in ('event'::regclass, 'test_result'::regclass)) then
        raise exception '% is no partition of events or results', name;
    end if;
    execute format('drop table %I', name);
end
$$;

-- Moves what waits into one index of a partition; asked of the owner of the index alone.
create function take_in_terms(term_index regclass) returns bigint
    language plpgsql security definer set search_path from current
as $$
begin
    if not exists (select from pg_partition_ancestors(term_index) where relid = 'event_terms'::regclass) then
        raise exception '% is no index of terms', term_index;
    end if;
    return gin_clean_pending_list(term_index);
end
$$;

revoke execute on function make_event_class, make_event_partition, make_result_partition, drop_partition, take_in_terms from public;

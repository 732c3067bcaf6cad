-- Entries are never changed, and a month of them is dropped whole: to vacuum them for what was inserted writes each page to the log
-- once more (docs/adr/0016). What becomes too old for transaction ids is vacuumed as ever.

-- What this function names is never a temporary table of whoever calls it.
select set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

create or replace function open_user_event_partitions(from_time timestamptz, until_time timestamptz) returns integer
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
            execute format('create table %I partition of user_event for values from (%L) to (%L)'
                           ' with (autovacuum_vacuum_insert_threshold = -1)', name, month,
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

do $$
declare
    there record;
begin
    for there in select tree.relid from pg_partition_tree('user_event') as tree where tree.isleaf
    loop
        execute format('alter table %s set (autovacuum_vacuum_insert_threshold = -1)', there.relid::regclass);
    end loop;
end
$$;

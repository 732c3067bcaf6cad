-- A vacuum for what was inserted writes each page to the log once more, whole, to note that all may see what is on it: a quarter of the
-- log of events. Partitions of events and results are read by indexes and dropped whole, messages are deleted soon; neither needs
-- such a note (docs/adr/0016). What was updated or deleted, and what becomes too old for transaction ids, is vacuumed as ever, and
-- statistics are made as ever.
alter table outbox set (autovacuum_vacuum_insert_threshold = -1);

-- What these functions name is never a temporary table of whoever calls them.
select set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

create or replace function make_event_partition(name text, class text, first_id bigint, end_id bigint) returns void
    language plpgsql security definer set search_path from current
as $$
begin
    if pg_partition_root(class::regclass) is distinct from 'event'::regclass then
        raise exception '% holds no events', class;
    end if;
    execute format('create table %I (like event including defaults including storage)'
            || ' with (autovacuum_vacuum_insert_threshold = -1)', name);
    execute format('alter table %I attach partition %I for values from (%s) to (%s)', class, name, first_id, end_id);
end
$$;

create or replace function make_result_partition(name text, first_round bigint, end_round bigint) returns void
    language plpgsql security definer set search_path from current
as $$
begin
    execute format('create table %I (like test_result including all) with (autovacuum_vacuum_insert_threshold = -1)', name);
    execute format('alter table test_result attach partition %I for values from (%s) to (%s)', name, first_round, end_round);
end
$$;

do $$
declare
    there record;
begin
    for there in select tree.relid from pg_partition_tree('event') as tree where tree.isleaf
                 union all
                 select tree.relid from pg_partition_tree('test_result') as tree where tree.isleaf
    loop
        execute format('alter table %s set (autovacuum_vacuum_insert_threshold = -1)', there.relid::regclass);
    end loop;
end
$$;

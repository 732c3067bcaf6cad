-- Where in a partition the events of a time lie: the pages which hold them, without an entry for each. With the index of terms it names
-- the few events of a term in a short time, without a look at all others of the term or of the time (docs/adr/0008). Sixteen pages
-- are some two hundred events.
create index event_happened on event using brin (happened_at) with (pages_per_range = 16);

-- What this function names is never a temporary table of whoever calls it.
select set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

-- Pages without a summary count as pages of any time. This makes the summaries of one partition; while something else works on that
-- table, such as a vacuum, which makes them too, it fails at once instead of ending that.
create function sum_up_times(time_index regclass) returns integer
    language plpgsql security definer set search_path from current set lock_timeout = '50ms'
as $$
begin
    if not exists (select from pg_partition_ancestors(time_index) where relid = 'event_happened'::regclass) then
        raise exception '% is no index of times', time_index;
    end if;
    return brin_summarize_new_values(time_index);
end
$$;

revoke execute on function sum_up_times from public;

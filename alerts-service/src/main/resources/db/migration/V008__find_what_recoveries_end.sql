-- A recovery ends what still counts of its key: it need not read all that ended before.
drop index event_match_by_key;
create index event_match_by_key on event_match (aggregation_key, rule_id, live_until, ended_by) where aggregation_key is not null;

-- What the role may do which the service logs in as; run again when this text or the role changes. Nothing here lets it update, delete or
-- truncate a part of the log. A role which owns the tables could do so nevertheless, but for the triggers: docs/audit.md.
grant insert, select on user_event, chain_link, chain_node, signed_head, head_publication,
    signing_key to "${runtime-role}";
grant select on user_event_before_chain, shortest_retention to "${runtime-role}";
grant insert, select, delete on person to "${runtime-role}";
grant execute on function open_user_event_partitions, drop_user_event_partition to "${runtime-role}";
grant insert, select, update, delete on inbox, outbox, outbox_lane, outbox_set_aside to "${runtime-role}";

-- What the role may call as which the service logs in; run again when this text or the role changes.
grant execute on function make_event_class, make_event_partition, make_result_partition, drop_partition, take_in_terms, sum_up_times
    to "${runtime-role}";

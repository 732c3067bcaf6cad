package io.tocsin.outbox.relay;

/** The statements of the relay. Leases are kept by the clock of the database, the only one which all replicas share. */
final class RelaySql {

    /**
     * One plan for each statement, whatever the outbox held when it was made: along the indexes, in their order. It must not look at
     * the table as a whole, which is full of what was delivered a moment ago, and planning anew each time would cost more than the
     * statement. A commit need not be on disk when it is answered: after a crash of the database that forgot it, the same messages are
     * brought again, and the inbox knows them. For one transaction each, so that a pooler may stand between.
     */
    static final String MODES = """
            select set_config('plan_cache_mode', 'force_generic_plan', true),
                   set_config('enable_seqscan', 'off', true),
                   set_config('enable_bitmapscan', 'off', true),
                   set_config('synchronous_commit', 'off', true)
            """;

    static final String OPEN_LANES = """
            insert into outbox_lane (destination, lane)
            select $1, generate_series(0, $2::int - 1)
                on conflict do nothing
            """;

    /**
     * Leases free lanes which have messages, the longest unserved first, and reads their oldest due messages. One that
     * waits holds back the later ones of its subject. Comparing the fence with the one in the statement's snapshot
     * leaves out a lane which was settled since the snapshot was taken: its delivered messages would still look
     * undelivered. Those who wait are gathered once: looked for beside each message they would cost the square of a backlog.
     * Of a lane no more is read than twice its share, so that a long backlog is not read sixteen times over.
     */
    static final String CLAIM = """
            with free as materialized (
                select l.lane
                  from outbox_lane l
                  join outbox_lane seen on seen.destination = l.destination and seen.lane = l.lane and seen.fence = l.fence
                 where l.destination = $1
                   and l.leased_until <= now()
                   and exists (select from outbox o where o.destination = l.destination and o.lane = l.lane)
                 order by l.leased_until
                 limit $2
                   for update of l skip locked
            ), waiting as materialized (
                select lane, subject, min(seq) as seq
                  from outbox
                 where destination = $1
                   and due_at > $4
                   and lane in (select lane from free)
                 group by lane, subject
            ), due as materialized (
                select d.seq
                  from free
                 cross join lateral (
                       select o.seq
                         from outbox o
                        where o.destination = $1
                          and o.lane = free.lane
                          and (o.due_at is null or o.due_at <= $4)
                          and not exists (select
                                            from waiting w
                                           where w.lane = free.lane
                                             and w.subject = o.subject
                                             and w.seq < o.seq)
                        order by o.destination, o.lane, o.seq
                        limit (select 1 + 2 * $3 / greatest(count(*), 1) from free)) d
                 order by d.seq
                 limit $3
            ), picked as materialized (
                select o.seq, o.id, o.type, o.subject, o.data, o.trace_parent, o.created_at, o.attempts, o.alone, o.lane
                  from due
                  join outbox o using (seq)
            ), leased as (
                update outbox_lane
                   set owner = $5,
                       fence = fence + 1,
                       leased_until = now() + $6::int * interval '1 millisecond'
                 where destination = $1
                   and lane in (select lane from picked)
            )
            select * from picked order by seq
            """;

    /**
     * Deletes what was delivered, postpones or sets aside what was refused, and frees the lanes; all only where the
     * lease holds.
     */
    static final String SETTLE = """
            with mine as (
                update outbox_lane
                   set owner = null,
                       fence = fence + 1,
                       leased_until = now()
                 where destination = $1
                   and owner = $2
                returning lane
            ), delivered as (
                delete from outbox o
                 using (select d.seq
                          from unnest($3::bigint[], $4::smallint[]) as d(seq, lane)
                          join mine using (lane)) d
                 where o.seq = d.seq
                returning o.seq
            ), refused as materialized (
                select r.*
                  from unnest($5::bigint[], $6::smallint[], $7::int[], $8::timestamptz[], $9::boolean[], $10::text[])
                       as r(seq, lane, attempts, due_at, alone, error)
                  join mine using (lane)
            ), retried as (
                update outbox o
                   set attempts = r.attempts,
                       due_at = r.due_at,
                       alone = r.alone,
                       error = r.error
                  from refused r
                 where o.seq = r.seq
                   and r.due_at is not null
                returning o.seq
            ), given_up as (
                delete from outbox o
                 using refused r
                 where o.seq = r.seq
                   and r.due_at is null
                returning o.id, o.destination, o.type, o.subject, o.lane, o.data, o.trace_parent, o.created_at,
                          r.attempts, r.error
            ), set_aside as (
                insert into outbox_set_aside (id, destination, type, subject, lane, data, trace_parent, created_at,
                                              attempts, error, set_aside_at)
                select given_up.*, $11::timestamptz
                  from given_up
                    on conflict (id) do update set attempts = excluded.attempts, error = excluded.error
                returning id
            )
            select (select count(*)::int from mine) as lanes,
                   (select count(*)::int from delivered) as delivered,
                   (select count(*)::int from retried) as retried,
                   (select count(*)::int from set_aside) as set_aside
            """;

    private RelaySql() {}
}

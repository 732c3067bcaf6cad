package io.tocsin.events.result;

/** The statement which stores results; {@link ResultColumns} are its parameters. */
final class ResultSql {

    /**
     * Results of one or more calls, the messages about those which say something new, and what they tell of tests and sources: one
     * round trip and one commit. Everything in the order of keys, so that two statements about the same never wait for each other in
     * a circle.
     *
     * <p>
     * Mostly all results are new, and the messages are stored as they came. Else a message tells of each result the whole row, also what
     * an earlier call had measured; one without news is not sent. Event detection finds noted in which minutes there is something new.
     */
    static final String INSERT = """
            with given as materialized (
                select *
                  from unnest($9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[],
                              $16::bigint[], $17::text[], $18::timestamptz[], $19::timestamptz[], $20::text[], $21::uuid[],
                              $22::integer[], $23::integer[])
                       as given(organization, account_group, test_id, layer, source_kind, source_id, target, round_id,
                                target_parts, measured_at, received_at, measurements, message, place, rank)),
            stored as (
                insert into test_result as known (organization, account_group, test_id, layer, source_kind, source_id, target,
                                                  round_id, target_parts, measured_at, received_at, measurements)
                select organization, account_group, test_id, layer, source_kind, source_id, target, round_id,
                       target_parts::jsonb, measured_at, received_at, measurements::jsonb
                  from given
                 order by rank
                    on conflict (organization, account_group, test_id, layer, source_kind, source_id, target, round_id) do update
                   set measured_at = excluded.measured_at,
                       received_at = excluded.received_at,
                       revision = known.revision + 1,
                       measurements = jsonb_build_object(
                           'values', (known.measurements -> 'values') || (excluded.measurements -> 'values'),
                           'children', (known.measurements -> 'children') || (excluded.measurements -> 'children'))
                 where (known.measurements -> 'values') || (excluded.measurements -> 'values')
                           <> known.measurements -> 'values'
                    or (known.measurements -> 'children') || (excluded.measurements -> 'children')
                           <> known.measurements -> 'children'
                returning organization, account_group, test_id, layer, source_kind, source_id, target, round_id, revision,
                          measurements),
            verdict as materialized (
                select count(*) filter (where revision = 1) = (select count(*) from given) as all_new
                  from stored),
            said as materialized (
                select id, data::jsonb -> 'results' as results
                  from unnest($1::uuid[], $6::text[]) as message(id, data)
                 where not (select all_new from verdict)),
            told as (
                select message, revision, place,
                       case when revision = 1 then results -> place
                            else jsonb_set(results -> place, '{measurements}', stored.measurements) end as result
                  from stored
                  join given using (organization, account_group, test_id, layer, source_kind, source_id, target, round_id)
                  join said on said.id = message
                 where not (select all_new from verdict)),
            noted as (
                insert into detection_news (organization, minute)
                select distinct organization, (round_id / 60)::integer
                  from stored),
            announced as (
                insert into outbox (id, destination, type, subject, lane, data, trace_parent, created_at)
                select id, destination, type, subject, lane, coalesce(whole, data), trace_parent, created_at
                  from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::smallint[], $6::text[], $7::text[],
                              $8::timestamptz[])
                       with ordinality as m(id, destination, type, subject, lane, data, trace_parent, created_at, position)
                  left join (select message as id, '{"results":' || jsonb_agg(result order by place)::text || '}' as whole
                               from told
                              group by message) as news using (id)
                 where whole is not null
                    or (select all_new from verdict)
                 order by position),
            seen_test as (
                insert into test as known (organization, account_group, id, type, name, interval_s, server_id, server,
                                           first_seen_at, last_seen_at)
                select organization, account_group, id, type, name, interval_s, server_id, server, seen_at, seen_at
                  from unnest($24::text[], $25::text[], $26::text[], $27::text[], $28::text[], $29::integer[], $30::text[],
                              $31::text[], $32::timestamptz[])
                       with ordinality as seen(organization, account_group, id, type, name, interval_s, server_id, server,
                                               seen_at, rank)
                 order by rank
                    on conflict (organization, account_group, id) do update
                   set type = excluded.type,
                       name = coalesce(excluded.name, known.name),
                       interval_s = coalesce(excluded.interval_s, known.interval_s),
                       server_id = coalesce(excluded.server_id, known.server_id),
                       server = coalesce(excluded.server, known.server),
                       last_seen_at = greatest(known.last_seen_at, excluded.last_seen_at)
                 where known.last_seen_at < excluded.last_seen_at - interval '1 minute'
                    or known.type <> excluded.type
                    or known.name is distinct from coalesce(excluded.name, known.name)
                    or known.interval_s is distinct from coalesce(excluded.interval_s, known.interval_s)
                    or known.server_id is distinct from coalesce(excluded.server_id, known.server_id)
                    or known.server is distinct from coalesce(excluded.server, known.server)),
            seen_source as (
                insert into source as known (organization, account_group, kind, id, name, type, location, country_id, network,
                                             first_seen_at, last_seen_at)
                select organization, account_group, kind, id, name, type, location, country_id, network, seen_at, seen_at
                  from unnest($33::text[], $34::text[], $35::text[], $36::text[], $37::text[], $38::text[], $39::text[],
                              $40::text[], $41::text[], $42::timestamptz[])
                       with ordinality as seen(organization, account_group, kind, id, name, type, location, country_id,
                                               network, seen_at, rank)
                 order by rank
                    on conflict (organization, account_group, kind, id) do update
                   set name = coalesce(excluded.name, known.name),
                       type = coalesce(excluded.type, known.type),
                       location = coalesce(excluded.location, known.location),
                       country_id = coalesce(excluded.country_id, known.country_id),
                       network = coalesce(excluded.network, known.network),
                       last_seen_at = greatest(known.last_seen_at, excluded.last_seen_at)
                 where known.last_seen_at < excluded.last_seen_at - interval '1 minute'
                    or known.name is distinct from coalesce(excluded.name, known.name)
                    or known.type is distinct from coalesce(excluded.type, known.type)
                    or known.location is distinct from coalesce(excluded.location, known.location)
                    or known.country_id is distinct from coalesce(excluded.country_id, known.country_id)
                    or known.network is distinct from coalesce(excluded.network, known.network))
            select message,
                   count(*) filter (where revision = 1) as added,
                   count(*) filter (where revision > 1) as changed
              from (select message, 1 as revision from given where (select all_new from verdict)
                     union all
                    select message, revision from told) as news
             group by message
            """;

    private ResultSql() {}
}

package io.tocsin.events.result;

/**
 * The statements which store results; {@link ResultColumns} are their parameters. Results of one or more calls, the messages about
 * those which say something new, and what they tell of tests and sources: one round trip and one commit. Everything in the order of keys,
 * so that two statements about the same never wait for each other in a circle: results stand so in their columns, whose order
 * {@code unnest} keeps. Event detection finds noted in which minutes there is
 * something new.
 */
final class ResultSql {

    /**
     * If one result of them is known, PostgreSQL refuses all by the key. That is mostly none, and not to look for it halves what a
     * result costs PostgreSQL. Like most statements it is planned but once for a connection, see {@code tocsin.database.longest-prepared}.
     */
    static final String INSERT_NEW = """
            with stored as (
                insert into test_result (organization, account_group, test_id, layer, source_kind, source_id, target,
                                         round_id, target_parts, measured_at, received_at, measurements)
                select organization, account_group, test_id, layer, source_kind, source_id, target,
                       round_id, target_parts::jsonb, measured_at, received_at, measurements::jsonb
                  from unnest($9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[],
                              $16::bigint[], $17::text[], $18::timestamptz[], $19::timestamptz[], $20::text[])
                       as given(organization, account_group, test_id, layer, source_kind, source_id, target, round_id,
                                target_parts, measured_at, received_at, measurements)),
            noted as (
                insert into detection_news (organization, minute)
                select distinct organization, (round_id / 60)::integer
                  from unnest($9::text[], $16::bigint[]) as given(organization, round_id)),
            """ + SeenSql.STEPS + """
            insert into outbox (id, destination, type, subject, lane, data, trace_parent, created_at)
            select id, destination, type, subject, lane, data, trace_parent, created_at
              from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::smallint[], $6::text[], $7::text[], $8::timestamptz[])
                   with ordinality as m(id, destination, type, subject, lane, data, trace_parent, created_at, position)
             order by position
            """;

    /**
     * Whether they are known or not. A message tells of each result the whole row, also what an earlier call had measured; one without
     * news is not sent. It is planned each time anew: how rows and messages find each other depends on how many there are.
     */
    static final String INSERT_ANY = """
            with given as materialized (
                select *
                  from unnest($9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[],
                              $16::bigint[], $17::text[], $18::timestamptz[], $19::timestamptz[], $20::text[], $40::uuid[],
                              $41::integer[])
                       as given(organization, account_group, test_id, layer, source_kind, source_id, target, round_id,
                                target_parts, measured_at, received_at, measurements, message, place)),
            stored as (
                insert into test_result as known (organization, account_group, test_id, layer, source_kind, source_id, target,
                                                  round_id, target_parts, measured_at, received_at, measurements)
                select organization, account_group, test_id, layer, source_kind, source_id, target, round_id,
                       target_parts::jsonb, measured_at, received_at, measurements::jsonb
                  from given
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
            said as materialized (
                select id as message, (position - 1)::integer as place, one.result
                  from unnest($1::uuid[], $6::text[]) as message(id, data),
                       jsonb_array_elements(data::jsonb -> 'results') with ordinality as one(result, position)),
            told as (
                select message, revision, place,
                       case when revision = 1 then result
                            else jsonb_set(result, '{measurements}', stored.measurements) end as result
                  from stored
                  join given using (organization, account_group, test_id, layer, source_kind, source_id, target, round_id)
                  join said using (message, place)),
            noted as (
                insert into detection_news (organization, minute)
                select distinct organization, (round_id / 60)::integer
                  from stored),
            announced as (
                insert into outbox (id, destination, type, subject, lane, data, trace_parent, created_at)
                select id, destination, type, subject, lane, whole, trace_parent, created_at
                  from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::smallint[], $7::text[], $8::timestamptz[])
                       with ordinality as m(id, destination, type, subject, lane, trace_parent, created_at, position)
                  join (select message as id, '{"results":' || jsonb_agg(result order by place)::text || '}' as whole
                          from told
                         group by message) as news using (id)
                 order by position),
            """ + SeenSql.STEPS + """
            select message,
                   count(*) filter (where revision = 1) as added,
                   count(*) filter (where revision > 1) as changed
              from told
             group by message
            """;

    private ResultSql() {}
}

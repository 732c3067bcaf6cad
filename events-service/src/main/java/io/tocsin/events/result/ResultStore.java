package io.tocsin.events.result;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.events.postgres.PostgresFailure;
import io.tocsin.outbox.Outbox;
import io.tocsin.outbox.OutboxRows;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

@Singleton
class ResultStore {

    /**
     * Results of one or more calls, the messages about those which say something new, and what they tell of tests and sources: one
     * round trip and one commit. Everything in the order of keys, so that two statements about the same never wait for each other in
     * a circle. Each document is parsed once, for which its CTE must be materialized. A message tells the whole row, also what an
     * earlier call had measured; of a new row that is the document as it came, which need not be written anew. One without news is not
     * sent. Event detection finds noted in which minutes there is something new.
     */
    private static final String INSERT = """
            with given as materialized (
                select document as text, document::jsonb as document, target, message, position
                  from unnest($9::text[], $10::text[], $11::uuid[])
                       with ordinality as given(document, target, message, position)),
            fresh as materialized (
                select document #>> '{scope,organization}' as organization, document #>> '{scope,accountGroup}' as account_group,
                       document #>> '{test,id}' as test_id, document ->> 'layer' as layer,
                       document #>> '{source,kind}' as source_kind, document #>> '{source,id}' as source_id, target,
                       (document ->> 'roundId')::bigint as round_id, text, document, message, position,
                       document -> 'test' as test, document -> 'source' as source,
                       (document ->> 'receivedAt')::timestamptz as received_at
                  from given),
            stored as (
                insert into test_result as known (organization, account_group, test_id, layer, source_kind, source_id, target,
                                                  round_id, target_parts, measured_at, received_at, measurements)
                select organization, account_group, test_id, layer, source_kind, source_id, target, round_id,
                       document -> 'target', (document ->> 'date')::timestamptz, received_at, document -> 'measurements'
                  from fresh
                 order by organization, account_group, test_id, layer, source_kind, source_id, target, round_id
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
            told as (
                select message, revision, position,
                       case when revision = 1 then text
                            else jsonb_set(document, '{measurements}', measurements)::text end as result
                  from stored
                  join fresh using (organization, account_group, test_id, layer, source_kind, source_id, target, round_id)),
            noted as (
                insert into detection_news (organization, minute)
                select distinct organization, (round_id / 60)::integer
                  from stored),
            announced as (
                insert into outbox (id, destination, type, subject, lane, data, trace_parent, created_at)
                select id, destination, type, subject, lane, results, trace_parent, created_at
                  from (select message as id, '{"results":[' || string_agg(result, ',' order by position) || ']}' as results
                          from told
                         group by message) as news
                  join unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::smallint[], $6::text[], $7::text[],
                              $8::timestamptz[])
                       with ordinality as m(id, destination, type, subject, lane, data, trace_parent, created_at, position)
                 using (id)
                 order by position),
            seen_test as (
                insert into test as known (organization, account_group, id, type, name, interval_s, server_id, server,
                                           first_seen_at, last_seen_at)
                select distinct on (organization, account_group, test_id)
                       organization, account_group, test_id, test ->> 'type', test ->> 'name', (test ->> 'interval')::integer,
                       test ->> 'serverId', test ->> 'server', received_at, received_at
                  from fresh
                 where layer <> 'AGENT'
                 order by organization, account_group, test_id, round_id desc
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
                select distinct on (organization, account_group, source_kind, source_id)
                       organization, account_group, source_kind, source_id, source ->> 'name', source ->> 'type',
                       source ->> 'location', source ->> 'countryId', source ->> 'network', received_at, received_at
                  from fresh
                 order by organization, account_group, source_kind, source_id, round_id desc
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
              from told
             group by message
            """;

    private final Pool pool;
    private final Outbox outbox;
    private final ResultPartitions partitions;

    ResultStore(Pool pool, Outbox outbox, ResultPartitions partitions) {
        this.pool = pool;
        this.outbox = outbox;
        this.partitions = partitions;
    }

    /**
     * Completes after the commit with a receipt for each call; the relay then knows that there is something to deliver.
     *
     * @param batches of which no two have a row in common
     */
    Uni<List<ResultReceipt>> insert(List<ResultBatch> batches) {
        return insertNow(batches)
                .onFailure(failure -> PostgresFailure.of(failure) == PostgresFailure.NO_PARTITION)
                .recoverWithUni(() -> makePartitionsAndInsert(batches));
    }

    private Uni<List<ResultReceipt>> makePartitionsAndInsert(List<ResultBatch> batches) {
        return partitions.makeFor(rows(batches).map(row -> row.result().roundStart()).toList())
                .chain(() -> insertNow(batches));
    }

    private Uni<List<ResultReceipt>> insertNow(List<ResultBatch> batches) {
        return pool.preparedQuery(INSERT)
                .execute(columns(batches))
                .map(NewsByMessage::of)
                .invoke(news -> outbox.committed(ResultRows.DESTINATION, news.messages()))
                .map(news -> batches.stream().map(news::receipt).toList());
    }

    private static Tuple columns(List<ResultBatch> batches) {
        var rows = rows(batches).toList();
        return Tuple.newInstance(OutboxRows.of(batches.stream().flatMap(batch -> batch.messages().stream()).toList())
                .addValue(rows.stream().map(ResultRow::document).toArray(String[]::new))
                .addValue(rows.stream().map(ResultRow::target).toArray(String[]::new))
                .addValue(rows.stream().map(ResultRow::message).toArray(UUID[]::new)));
    }

    private static Stream<ResultRow> rows(List<ResultBatch> batches) {
        return batches.stream().flatMap(batch -> batch.rows().stream());
    }
}

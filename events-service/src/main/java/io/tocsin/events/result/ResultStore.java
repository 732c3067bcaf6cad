package io.tocsin.events.result;

import java.util.List;
import java.util.function.Function;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.events.postgres.PostgresFailure;
import io.tocsin.outbox.Outbox;
import io.tocsin.outbox.OutboxRows;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

@Singleton
class ResultStore {

    /**
     * Results, the messages about those which say something new, and what they tell of tests and sources: one round trip and one
     * commit. Everything in the order of keys, so that two calls about the same never wait for each other in a circle. A message
     * tells the whole row, also what an earlier call had measured.
     */
    private static final String INSERT = """
            with fresh as materialized (
                select organization, account_group, test_id, layer, source_kind, source_id, target, round_id, document, message,
                       position, document -> 'test' as test, document -> 'source' as source,
                       (document ->> 'receivedAt')::timestamptz as received_at
                  from (select document::jsonb as document, target, message, position,
                               document::jsonb #>> '{scope,organization}' as organization,
                               document::jsonb #>> '{scope,accountGroup}' as account_group,
                               document::jsonb #>> '{test,id}' as test_id,
                               document::jsonb ->> 'layer' as layer,
                               document::jsonb #>> '{source,kind}' as source_kind,
                               document::jsonb #>> '{source,id}' as source_id,
                               (document::jsonb ->> 'roundId')::bigint as round_id
                          from unnest($9::text[], $10::text[], $11::integer[])
                               with ordinality as given(document, target, message, position)) as given),
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
            announced as (
                insert into outbox (id, destination, type, subject, lane, data, trace_parent, created_at)
                select id, destination, type, subject, lane, jsonb_build_object('results', results)::text, trace_parent, created_at
                  from (select message,
                               jsonb_agg(jsonb_set(document, '{measurements}', measurements) order by position) as results
                          from stored
                          join fresh using (organization, account_group, test_id, layer, source_kind, source_id, target, round_id)
                         group by message) as told
                  join unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::smallint[], $6::text[], $7::text[],
                              $8::timestamptz[])
                       with ordinality as m(id, destination, type, subject, lane, data, trace_parent, created_at, message)
                 using (message)
                 order by message
                returning 1),
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
            select count(*) filter (where revision = 1) as added,
                   count(*) filter (where revision > 1) as changed,
                   (select count(*) from announced) as announced
              from stored
            """;

    private final Pool pool;
    private final Outbox outbox;
    private final ResultPartitions partitions;

    ResultStore(Pool pool, Outbox outbox, ResultPartitions partitions) {
        this.pool = pool;
        this.outbox = outbox;
        this.partitions = partitions;
    }

    /** Completes after the commit; the relay then knows that there is something to deliver. */
    Uni<ResultReceipt> insert(ResultBatch batch) {
        return insertNow(batch)
                .onFailure(failure -> PostgresFailure.of(failure) == PostgresFailure.NO_PARTITION)
                .recoverWithUni(() -> makePartitionsAndInsert(batch));
    }

    private Uni<ResultReceipt> makePartitionsAndInsert(ResultBatch batch) {
        return partitions.makeFor(batch.rows().stream().map(row -> row.result().roundStart()).toList())
                .chain(() -> insertNow(batch));
    }

    private Uni<ResultReceipt> insertNow(ResultBatch batch) {
        return pool.preparedQuery(INSERT)
                .execute(columns(batch))
                .map(rows -> rows.iterator().next())
                .invoke(counts -> outbox.committed(ResultRows.DESTINATION, counts.getInteger("announced")))
                .map(counts -> receipt(batch, counts));
    }

    private static ResultReceipt receipt(ResultBatch batch, Row counts) {
        var added = counts.getInteger("added");
        var changed = counts.getInteger("changed");
        return new ResultReceipt(added, changed, batch.rows().size() + batch.repeated() - added - changed);
    }

    private static Tuple columns(ResultBatch batch) {
        return Tuple.newInstance(OutboxRows.of(batch.messages())
                .addValue(texts(batch.rows(), ResultRow::document))
                .addValue(texts(batch.rows(), ResultRow::target))
                .addValue(batch.rows().stream().map(ResultRow::message).toArray(Integer[]::new)));
    }

    private static String[] texts(List<ResultRow> rows, Function<ResultRow, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}

package io.tocsin.events.result;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.database.StoredJson;
import io.tocsin.model.result.TestResult;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.PreparedStatement;
import io.vertx.mutiny.sqlclient.Tuple;

/** Results of all tests of an organization, by the minute. */
@Singleton
class ResultMinuteStore {

    /** A minute of a large organization has so many rows that only a part of them should be in memory as such. */
    private static final int ROWS_AT_ONCE = 2_000;

    /**
     * Paths have dozens of hops and pages hundreds of components, of which only where a path ends is needed. Test and source as they
     * were described last. The results of an agent itself have no test.
     */
    static final String OF_MINUTES = """
            select result.account_group, test_id, layer, source_kind, source_id, round_id, measured_at, result.received_at,
                   target_parts::text as target_parts,
                   case when layer = 'PATH_VIS' then jsonb_build_object(
                            'values', measurements -> 'values',
                            'children', jsonb_build_object(
                                'hops', jsonb_path_query_array(measurements, '$.children.hops[last]'),
                                'pathTraces', case when measurements #> '{children,pathTraces,-1}' is null then '[]'
                                    else jsonb_build_array(jsonb_build_object('values', '{}'::jsonb, 'children',
                                        jsonb_build_object('hops', jsonb_path_query_array(measurements,
                                            '$.children.pathTraces[last].children.hops[last]')))) end))
                        when measurements -> 'children' = '{}' then measurements
                        else jsonb_build_object('values', measurements -> 'values', 'children', '{}'::jsonb)
                   end::text as measurements,
                   test.name as test_name, test.type as test_type, test.interval_s, test.server_id, test.server,
                   source.name as source_name, source.type as source_type, source.location, source.country_id, source.network
              from test_result as result
              left join test
                on (test.organization, test.account_group, test.id) = (result.organization, result.account_group, result.test_id)
              left join source
                on (source.organization, source.account_group, source.kind, source.id)
                   = (result.organization, result.account_group, result.source_kind, result.source_id)
             where result.organization = $1
               and result.round_id >= $2
               and result.round_id < $3
               and layer <> 'AGENT'
            """;

    /**
     * A partition of today has no statistics yet: taken for two rows, those of a minute would each be compared with every test and
     * every source.
     */
    static final String BY_HASHES = "set local enable_nestloop = off";

    private final Pool pool;
    private final StoredJson json;
    private final Vertx vertx;

    ResultMinuteStore(Pool pool, StoredJson json, Vertx vertx) {
        this.pool = pool;
        this.json = json;
        this.vertx = vertx;
    }

    Uni<List<TestResult>> ofMinutes(String organization, int first, int last) {
        var parameters = Tuple.of(organization, Minutes.begin(first).getEpochSecond(), Minutes.begin(last + 1)
                .getEpochSecond());
        var reader = new MinuteReader(organization, json);
        return pool.withTransaction(transaction -> transaction.query(BY_HASHES)
                .execute()
                .chain(() -> transaction.prepare(OF_MINUTES))
                .chain(statement -> read(statement, parameters, reader)));
    }

    /** Parsing is no work for an event loop. */
    private Uni<List<TestResult>> read(PreparedStatement statement, Tuple parameters, MinuteReader reader) {
        return statement.createStream(ROWS_AT_ONCE, parameters)
                .toMulti()
                .group()
                .intoLists()
                .of(ROWS_AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(rows -> vertx.executeBlocking(() -> reader.results(rows), true))
                .collect()
                .<List<TestResult>>in(ArrayList::new, List::addAll)
                .call(statement::close);
    }
}

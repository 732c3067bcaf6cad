package io.tocsin.events.result;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.database.StoredJson;
import io.tocsin.model.result.TestResult;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.PreparedStatement;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Results of all tests of an organization, by the minute. */
@Singleton
class ResultMinuteStore {

    /** A minute of a large organization has so many rows that only a part of them should be in memory as such. */
    private static final int ROWS_AT_ONCE = 2_000;

    /** Paths have dozens of hops and pages hundreds of components, of which only where a path ends is needed. An agent's own have no test. */
    static final String OF_MINUTES = """
            select account_group, test_id, layer, source_kind, source_id, round_id, measured_at, received_at,
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
                   end::text as measurements
              from test_result
             where organization = $1
               and round_id >= $2
               and round_id < $3
               and layer <> 'AGENT'
            """;

    /** Read by themselves: joined to each result, their dozen texts are half of what a minute takes. */
    private static final String TESTS = """
            select account_group, id as test_id, name as test_name, type as test_type, interval_s, server_id, server
              from test
             where organization = $1
            """;

    private static final String SOURCES = """
            select account_group, id as source_id, name as source_name, kind as source_kind, type as source_type, location,
                   country_id, network
              from source
             where organization = $1
            """;

    /** A test and its first result come with one commit. */
    private static final String AT_ONE_MOMENT = "set transaction isolation level repeatable read, read only";

    private final Pool pool;
    private final StoredJson json;
    private final Vertx vertx;

    ResultMinuteStore(Pool pool, StoredJson json, Vertx vertx) {
        this.pool = pool;
        this.json = json;
        this.vertx = vertx;
    }

    <T> Uni<List<T>> ofMinutes(String organization, int first, int last, Function<TestResult, T> kept) {
        var parameters = Tuple.of(organization, Minutes.begin(first).getEpochSecond(), Minutes.begin(last + 1)
                .getEpochSecond());
        return pool.withTransaction(transaction -> transaction.query(AT_ONE_MOMENT)
                .execute()
                .chain(() -> names(transaction, organization))
                .map(names -> new MinuteReader<>(names, json, kept))
                .chain(reader -> transaction.prepare(OF_MINUTES)
                        .chain(statement -> read(statement, parameters, reader))));
    }

    private static Uni<KnownNames> names(SqlConnection transaction, String organization) {
        var names = new KnownNames(organization);
        return transaction.preparedQuery(TESTS)
                .execute(Tuple.of(organization))
                .invoke(names::addTests)
                .chain(() -> transaction.preparedQuery(SOURCES)
                        .execute(Tuple.of(organization)))
                .invoke(names::addSources)
                .replaceWith(names);
    }

    /** Parsing is no work for an event loop. */
    private <T> Uni<List<T>> read(PreparedStatement statement, Tuple parameters, MinuteReader<T> reader) {
        return statement.createStream(ROWS_AT_ONCE, parameters)
                .toMulti()
                .group()
                .intoLists()
                .of(ROWS_AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(rows -> vertx.executeBlocking(() -> reader.kept(rows), true))
                .collect()
                .<List<T>>in(ArrayList::new, List::addAll)
                .call(statement::close);
    }
}

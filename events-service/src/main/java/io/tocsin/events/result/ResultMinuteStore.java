package io.tocsin.events.result;

import java.util.List;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.Scope;
import io.tocsin.model.result.Measurements;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.ResultTarget;
import io.tocsin.model.result.TestRef;
import io.tocsin.model.result.TestResult;
import io.tocsin.model.result.TestType;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Results of all tests of an organization, by the minute. */
@Singleton
class ResultMinuteStore {

    private static final int SECONDS = 60;

    /**
     * Paths have dozens of hops and pages hundreds of components, of which only where a path ends is needed. Test and source as they
     * were described last. The results of an agent itself have no test.
     */
    private static final String OF_MINUTES = """
            select result.account_group, test_id, layer, source_kind, source_id, round_id, measured_at, result.received_at,
                   target_parts::text as target_parts,
                   jsonb_build_object(
                       'values', measurements -> 'values',
                       'children', case when layer = 'PATH_VIS' then jsonb_build_object(
                           'hops', jsonb_path_query_array(measurements, '$.children.hops[last]'),
                           'pathTraces', case when measurements #> '{children,pathTraces,-1}' is null then '[]'
                               else jsonb_build_array(jsonb_build_object('values', '{}'::jsonb, 'children', jsonb_build_object(
                                   'hops', jsonb_path_query_array(measurements, '$.children.pathTraces[last].children.hops[last]'))))
                               end) else '{}' end)::text as measurements,
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

    private final Pool pool;
    private final ObjectMapper json;
    private final Vertx vertx;

    ResultMinuteStore(Pool pool, ObjectMapper json, Vertx vertx) {
        this.pool = pool;
        this.json = json;
        this.vertx = vertx;
    }

    Uni<List<TestResult>> ofMinutes(String organization, int first, int last) {
        return pool.preparedQuery(OF_MINUTES)
                .execute(Tuple.of(organization, (long) first * SECONDS, (last + 1L) * SECONDS))
                .chain(rows -> vertx.executeBlocking(() -> results(organization, rows), false));
    }

    private List<TestResult> results(String organization, RowSet<Row> rows) {
        return rows.stream().map(row -> result(organization, row)).toList();
    }

    private TestResult result(String organization, Row row) {
        var type = row.getString("test_type");
        var test = new TestRef(row.getString("test_id"), row.getString("test_name"),
                type == null ? TestType.AGENT_TO_SERVER : TestType.valueOf(type), row.getInteger("interval_s"),
                row.getString("server_id"), row.getString("server"));
        var source = new ResultSource(row.getString("source_id"), row.getString("source_name"),
                ResultSource.Kind.valueOf(row.getString("source_kind")), row.getString("source_type"),
                row.getString("location"), row.getString("country_id"), row.getString("network"));
        return new TestResult(new Scope(organization, row.getString("account_group")), test,
                ResultLayer.valueOf(row.getString("layer")), source, read(row.getString("target_parts"), ResultTarget.class),
                row.getLong("round_id"), row.getOffsetDateTime("measured_at").toInstant(),
                row.getOffsetDateTime("received_at").toInstant(),
                read(row.getString("measurements"), Measurements.class));
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored result must be readable", e);
        }
    }
}

package io.tocsin.events.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.tocsin.database.StoredJson;
import io.tocsin.model.StorableText;
import io.tocsin.model.result.Measurements;
import io.tocsin.model.result.ResultTarget;
import io.tocsin.model.result.TestResult;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

@Singleton
class ResultHistoryStore {

    private static final String FOUND = """
             where organization = $1
               and account_group = $2
               and test_id = $3
               and layer = $4
               and round_id between $5 and $6
               and ($7::text is null or source_id = $7)
               and ($8::text is null or target_parts ->> 'serverId' = $8)
            """;

    private static final String LATEST = "select round_id from test_result" + FOUND + " order by round_id desc limit 1";

    /** A source which the table of sources lacks is one which was never described. */
    private static final String LIST = """
            select found.*, name as source_name, type as source_type, location, country_id, network
              from (select organization, account_group, source_kind, source_id, target, round_id, measured_at, received_at,
                           target_parts::text as target_parts, measurements::text as measurements
                      from test_result
            """ + FOUND + """
                       and (round_id < $9 or round_id = $9 and (source_kind, source_id, target) > ($10, $11, $12))
                     order by round_id desc, source_kind, source_id, target
                     limit $13) as found
              left join source
                on (source.organization, source.account_group, source.kind, source.id)
                   = (found.organization, found.account_group, found.source_kind, found.source_id)
             order by found.round_id desc, found.source_kind, found.source_id, found.target
            """;

    private final Pool pool;
    private final StoredJson json;

    ResultHistoryStore(@ReactiveDataSource("search") Pool pool, StoredJson json) {
        this.pool = pool;
        this.json = json;
    }

    Uni<Optional<Long>> latestRound(ResultQuery query) {
        return pool.preparedQuery(LATEST)
                .execute(Tuple.wrap(found(query)))
                .map(rows -> rows.stream().map(row -> row.getLong("round_id")).findFirst());
    }

    Uni<List<TestResult>> list(ResultQuery query, ResultPlace after, int limit) {
        var parameters = found(query);
        parameters.addAll(List.of(after.roundId(), after.sourceKind(), StorableText.of(after.sourceId()), StorableText.of(after
                .target()), limit));
        return pool.preparedQuery(LIST)
                .execute(Tuple.wrap(parameters))
                .map(rows -> rows.stream().map(row -> result(query, row)).toList());
    }

    private static List<Object> found(ResultQuery query) {
        var parameters = new ArrayList<Object>(List.of(query.scope().organization(), query.scope().accountGroup(), query.test()
                .id(), query.layer().name(), query.from(), query.to()));
        parameters.add(StorableText.of(query.sourceId()));
        parameters.add(StorableText.of(query.serverId()));
        return parameters;
    }

    private TestResult result(ResultQuery query, Row row) {
        return new TestResult(query.scope(), query.test(), query.layer(), SeenRows.source(row),
                json.read(row.getString("target_parts"), ResultTarget.class), row.getLong("round_id"),
                row.getOffsetDateTime("measured_at").toInstant(), row.getOffsetDateTime("received_at").toInstant(),
                json.read(row.getString("measurements"), Measurements.class));
    }
}

package io.tocsin.events.result;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.tocsin.database.StoredJson;
import io.tocsin.model.result.Measurements;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.ResultTarget;
import io.tocsin.model.result.TestResult;
import io.vertx.mutiny.sqlclient.Row;

/**
 * Rows of some minutes as what is kept of each result. Each test, source and target is one object, however many results it has.
 *
 * @param <T> what is kept
 */
final class MinuteReader<T> {

    private final KnownNames names;
    private final StoredJson json;
    private final Function<TestResult, T> kept;
    private final Map<String, ResultTarget> targets = new HashMap<>();

    MinuteReader(KnownNames names, StoredJson json, Function<TestResult, T> kept) {
        this.names = names;
        this.json = json;
        this.kept = kept;
    }

    List<T> kept(List<Row> rows) {
        return rows.stream().map(this::result).map(kept).toList();
    }

    private TestResult result(Row row) {
        var scope = names.scope(row.getString("account_group"));
        var kind = ResultSource.Kind.valueOf(row.getString("source_kind"));
        return new TestResult(scope, names.test(scope, row.getString("test_id")), ResultLayer.valueOf(row.getString("layer")),
                names.source(scope, kind, row.getString("source_id")),
                targets.computeIfAbsent(row.getString("target_parts"), this::target), row.getLong("round_id"),
                row.getOffsetDateTime("measured_at").toInstant(), row.getOffsetDateTime("received_at").toInstant(),
                json.read(row.getString("measurements"), Measurements.class));
    }

    private ResultTarget target(String text) {
        return json.read(text, ResultTarget.class);
    }
}

package io.tocsin.events.result;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.tocsin.database.StoredJson;
import io.tocsin.model.Scope;
import io.tocsin.model.result.Measurements;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.ResultTarget;
import io.tocsin.model.result.TestResult;
import io.vertx.mutiny.sqlclient.Row;

/** Rows of some minutes as results. Each test, source and target is one object, however many results it has. */
final class MinuteReader {

    private final String organization;
    private final StoredJson json;
    private final Map<Object, Object> known = new HashMap<>();
    private final Map<String, ResultTarget> targets = new HashMap<>();

    MinuteReader(String organization, StoredJson json) {
        this.organization = organization;
        this.json = json;
    }

    List<TestResult> results(List<Row> rows) {
        return rows.stream().map(this::result).toList();
    }

    private TestResult result(Row row) {
        return new TestResult(once(new Scope(organization, row.getString("account_group"))), once(SeenRows.test(row)),
                ResultLayer.valueOf(row.getString("layer")), once(SeenRows.source(row)),
                targets.computeIfAbsent(row.getString("target_parts"), this::target), row.getLong("round_id"),
                row.getOffsetDateTime("measured_at").toInstant(), row.getOffsetDateTime("received_at").toInstant(),
                json.read(row.getString("measurements"), Measurements.class));
    }

    private ResultTarget target(String text) {
        return json.read(text, ResultTarget.class);
    }

    @SuppressWarnings("unchecked")
    private <T> T once(T value) {
        return (T) known.computeIfAbsent(value, same -> same);
    }
}

package io.tocsin.events.result;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.tocsin.model.Scope;
import io.tocsin.model.result.Measurements;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.ResultTarget;
import io.tocsin.model.result.TestRef;
import io.tocsin.model.result.TestResult;
import io.tocsin.model.result.TestType;
import io.vertx.mutiny.sqlclient.Row;

/** Rows of some minutes as results. Each test and each source is one object, however many results it has. */
final class MinuteReader {

    private final String organization;
    private final ObjectMapper json;
    private final Map<Object, Object> known = new HashMap<>();

    MinuteReader(String organization, ObjectMapper json) {
        this.organization = organization;
        this.json = json;
    }

    List<TestResult> results(List<Row> rows) {
        return rows.stream().map(this::result).toList();
    }

    private TestResult result(Row row) {
        return new TestResult(once(new Scope(organization, row.getString("account_group"))), once(test(row)),
                ResultLayer.valueOf(row.getString("layer")), once(source(row)),
                once(read(row.getString("target_parts"), ResultTarget.class)), row.getLong("round_id"),
                row.getOffsetDateTime("measured_at").toInstant(), row.getOffsetDateTime("received_at").toInstant(),
                read(row.getString("measurements"), Measurements.class));
    }

    private static TestRef test(Row row) {
        var type = row.getString("test_type");
        return new TestRef(row.getString("test_id"), row.getString("test_name"),
                type == null ? TestType.AGENT_TO_SERVER : TestType.valueOf(type), row.getInteger("interval_s"),
                row.getString("server_id"), row.getString("server"));
    }

    private static ResultSource source(Row row) {
        return new ResultSource(row.getString("source_id"), row.getString("source_name"),
                ResultSource.Kind.valueOf(row.getString("source_kind")), row.getString("source_type"),
                row.getString("location"), row.getString("country_id"), row.getString("network"));
    }

    @SuppressWarnings("unchecked")
    private <T> T once(T value) {
        return (T) known.computeIfAbsent(value, same -> same);
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored result must be readable", e);
        }
    }
}

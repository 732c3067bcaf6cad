package io.tocsin.expression;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.tocsin.expression.metric.AlertType;
import io.tocsin.model.Scope;
import io.tocsin.model.result.Measurements;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.ResultTarget;
import io.tocsin.model.result.TestRef;
import io.tocsin.model.result.TestResult;
import io.tocsin.model.result.TestType;

/** Results as tests need them: {@code aResult(HTTP_SERVER).with("totalTime", 120).build()}. */
final class AResult {

    private final ResultLayer layer;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, List<Measurements>> parts = new LinkedHashMap<>();
    private String source = "58";
    private ResultTarget target = ResultTarget.WHOLE_TEST;

    private AResult(ResultLayer layer) {
        this.layer = layer;
    }

    static AResult aResult(AlertType type) {
        return new AResult(type.layer());
    }

    AResult with(String measurement, Object value) {
        values.put(measurement, value);
        return this;
    }

    AResult withPart(String name, Map<String, ?> part) {
        parts.computeIfAbsent(name, key -> new ArrayList<>()).add(Measurements.of(part));
        return this;
    }

    AResult from(String agent) {
        source = agent;
        return this;
    }

    AResult of(ResultTarget other) {
        target = other;
        return this;
    }

    AResult ofPrefix(String prefix) {
        return of(ResultTarget.ofPrefix(null, prefix));
    }

    TestResult build() {
        return new TestResult(new Scope("acme", "11"), new TestRef("567", "shop", TestType.HTTP_SERVER, 60, null, null), layer,
                new ResultSource(source, "Oslo", ResultSource.Kind.AGENT, null, null, null, null), target, 1_700_000_040,
                null, Instant.ofEpochSecond(1_700_000_050), new Measurements(values, parts));
    }
}

package io.tocsin.events.api.otlp;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.tocsin.model.Scope;
import io.tocsin.model.result.Measurements;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.TestResult;

/** A result of which the points of a request tell one measurement each. */
final class Draft {

    private static final String ERROR = "errorType";

    /** What an error is called which has no type. */
    private static final String UNAVAILABLE = "unavailable";
    private static final Predicate<String> CODE = Pattern.compile("\\d{1,9}").asMatchPredicate();

    private final Scope scope;
    private final OtlpPoint first;
    private final ResultLayer layer;
    private final long roundId;
    private final Map<String, Object> values = new LinkedHashMap<>();

    Draft(Scope scope, OtlpPoint first, ResultLayer layer, long roundId) {
        this.scope = scope;
        this.first = first;
        this.layer = layer;
        this.roundId = roundId;
    }

    void add(Meaning meaning, OtlpPoint point) {
        var value = meaning.value(point);
        values.put(meaning.measurement(), value);
        if (point.attribute(Attribute.ERROR_TYPE) != null) {
            values.put(ERROR, point.attribute(Attribute.ERROR_TYPE));
        } else if (isFailure(meaning.measurement(), value)) {
            values.putIfAbsent(ERROR, UNAVAILABLE);
        }
        Attribute.STATUS_CODES.forEach(status -> code(point.attribute(status)));
        if (layer == ResultLayer.DNSSEC) {
            values.put("isValid", value > 0);
        }
    }

    private static boolean isFailure(String measurement, double value) {
        return measurement.equals("availability") && value == 0 || measurement.equals("errorCount") && value > 0;
    }

    private void code(String code) {
        if (code != null && CODE.test(code)) {
            values.put("responseCode", Integer.valueOf(code));
        }
    }

    TestResult result(Instant receivedAt) {
        return new TestResult(scope, PointIdentity.test(first, layer), layer, PointIdentity.source(first),
                PointIdentity.target(first, layer), roundId, date(), receivedAt, measurements());
    }

    private Instant date() {
        return Instant.ofEpochSecond(0, first.time());
    }

    private Measurements measurements() {
        var hops = PointIdentity.asPath(first)
                .stream()
                .map(asn -> Measurements.of(Map.of("asn", asn)))
                .toList();
        var measured = Measurements.of(values);
        return hops.isEmpty() ? measured : measured.with("bgpHops", hops);
    }

    /** What names the result to which a point belongs. */
    static List<Object> keyOf(Scope scope, OtlpPoint point, ResultLayer layer, long roundId) {
        return List.of(scope, PointIdentity.testId(point), layer, PointIdentity.sourceKind(point), PointIdentity.sourceId(
                point),
                PointIdentity.target(point, layer), roundId);
    }
}

package io.tocsin.expression.metric;

import java.util.List;
import java.util.stream.Stream;

/** What several alert types ask alike. */
final class SharedMetrics {

    static final Metric LOCATION = Metric.of("locationId", "Location", Kind.TEXT, sight -> List.of(sight.result()
            .source()
            .id()));
    static final Metric PROBLEM = Metric.of("probDetail", "Error", Kind.TEXT, ErrorReadings::details);
    static final Metric RESPONSE_CODE = Metric.of("responseCode", "Response code", Kind.WHOLE, ErrorReadings::responseCode);

    /** Bytes a second are measured. */
    static final Metric THROUGHPUT = Metric.of("throughput", "Throughput", Unit.KILOBIT_PER_SECOND)
            .from("throughput", 8.0 / 1_000);

    private static final Vocabulary ANY_SCOPE = Vocabulary.of(LOCATION);

    private SharedMetrics() {}

    static Vocabulary anyScope() {
        return ANY_SCOPE;
    }

    static Metric errorType(String name) {
        return Metric.of(name, "Error type", Kind.WORD, ErrorReadings::type);
    }

    /** {@code dnsTime} is the {@code DNS time}. */
    static Vocabulary phases(String... phases) {
        return Vocabulary.of(Stream.of(phases)
                .map(phase -> Metric.milliseconds(phase + "Time", label(phase) + " time"))
                .toArray(Metric[]::new));
    }

    private static String label(String phase) {
        return switch (phase) {
            case "dns" -> "DNS";
            case "ssl" -> "SSL";
            default -> Character.toUpperCase(phase.charAt(0)) + phase.substring(1);
        };
    }
}

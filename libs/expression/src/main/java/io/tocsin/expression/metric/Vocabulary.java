package io.tocsin.expression.metric;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The words which may stand in one place of an expression. */
public final class Vocabulary {

    private final Map<String, Metric> metrics;
    private final Map<String, PartMetric> parts;

    private Vocabulary(Map<String, Metric> metrics, Map<String, PartMetric> parts) {
        this.metrics = metrics;
        this.parts = parts;
    }

    static Vocabulary of(Metric... metrics) {
        var named = new LinkedHashMap<String, Metric>();
        Arrays.stream(metrics).forEach(metric -> named.put(metric.name(), metric));
        return new Vocabulary(named, Map.of());
    }

    Vocabulary with(PartMetric... more) {
        var named = new LinkedHashMap<>(parts);
        Arrays.stream(more).forEach(part -> named.put(part.name(), part));
        return new Vocabulary(metrics, named);
    }

    Vocabulary and(Vocabulary other) {
        var allMetrics = new LinkedHashMap<>(metrics);
        allMetrics.putAll(other.metrics);
        var allParts = new LinkedHashMap<>(parts);
        allParts.putAll(other.parts);
        return new Vocabulary(allMetrics, allParts);
    }

    public Optional<Metric> metric(String name) {
        return Optional.ofNullable(metrics.get(name));
    }

    public Optional<PartMetric> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    public List<Metric> metrics() {
        return List.copyOf(metrics.values());
    }

    public List<PartMetric> parts() {
        return List.copyOf(parts.values());
    }

    /** Every word, as it is written: {@code loss}, {@code hops(...)}. */
    public List<String> words() {
        return Stream.concat(metrics.keySet().stream(), parts.keySet().stream().map(name -> name + "(...)")).toList();
    }
}

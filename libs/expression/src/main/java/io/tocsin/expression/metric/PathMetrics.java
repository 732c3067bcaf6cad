package io.tocsin.expression.metric;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import io.tocsin.expression.metric.PartMetric.Selection;
import io.tocsin.model.result.Measurements;

/** Traces of the path to a target. Several traces of one round are read together: the smallest packet, the longest path. */
final class PathMetrics {

    private static final String TRACES = "pathTraces";
    private static final Pattern IN_NETWORK = Pattern.compile("\\(AS (\\d{1,10})\\)");

    private PathMetrics() {}

    static Vocabulary all() {
        return Vocabulary.of(
                Metric.of("serverIp", "Server", Kind.ADDRESS, Readings.text("serverIp")),
                Metric.of("mss", "MSS", Unit.BYTE).readBy(sight -> smallest(values(sight, "mss"))),
                Metric.of("pathMtu", "Path MTU", Unit.BYTE).readBy(sight -> smallest(values(sight, "pathMtu"))),
                Metric.whole("pathLength", "Path length").readBy(sight -> largest(values(sight, "numberOfHops"))),
                Metric.flag("isTerminal", "Target reached"))
                .with(hops("hops", false), hops("noHops", true));
    }

    private static PartMetric hops(String name, boolean absence) {
        var address = Metric.of("ip", "IP address", Kind.ADDRESS, Readings.text("ipAddress"));
        var ofHop = Vocabulary.of(
                Metric.milliseconds("hopDelay", "Delay").from("responseTime"),
                Metric.text("mpls", "MPLS"),
                Metric.code("dscp", "DSCP"),
                address,
                Metric.of("asn", "AS", Kind.CODE, PathMetrics::autonomousSystem),
                Metric.text("rdns", "Reverse DNS"));
        return new PartMetric(name, "Hop", absence, Selection.BY_NUMBER, "hop", address, ofHop, PathMetrics::hopsOf);
    }

    private static List<Measurements> hopsOf(Sight sight) {
        return Stream.concat(Stream.of(sight.part()), sight.part().parts(TRACES).stream())
                .flatMap(trace -> trace.parts("hops").stream())
                .toList();
    }

    /** Of the hop itself, or of its network, {@code Example Net (AS 64500)}. */
    private static Object autonomousSystem(Sight sight) {
        var own = Readings.code("asn").of(sight);
        if (own != null) {
            return own;
        }
        var inNetwork = IN_NETWORK.matcher(sight.part().text("network").orElse(""));
        return inNetwork.find() ? Double.valueOf(inNetwork.group(1)) : null;
    }

    private static DoubleStream values(Sight sight, String measurement) {
        return Stream.concat(Stream.of(sight.part()), sight.part().parts(TRACES).stream())
                .map(trace -> trace.number(measurement))
                .flatMapToDouble(number -> number.stream());
    }

    private static Object smallest(DoubleStream numbers) {
        var found = numbers.min();
        return found.isPresent() ? found.getAsDouble() : null;
    }

    private static Object largest(DoubleStream numbers) {
        var found = numbers.max();
        return found.isPresent() ? found.getAsDouble() : null;
    }
}

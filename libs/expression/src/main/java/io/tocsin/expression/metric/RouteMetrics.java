package io.tocsin.expression.metric;

import java.util.List;

import io.tocsin.expression.metric.PartMetric.Selection;

/** BGP, prefix by prefix as a monitor sees it. */
final class RouteMetrics {

    private static final int IPV4 = 4;
    private static final int IPV6 = 16;

    private RouteMetrics() {}

    static Vocabulary all() {
        return scope()
                .and(Vocabulary.of(
                        Metric.percent("reachability", "Reachability"),
                        Metric.number("changes", "Path changes").from("pathChanges")))
                .with(hops("bgpHops", false), hops("noBgpHops", true));
    }

    static Vocabulary scope() {
        return SharedMetrics.anyScope()
                .and(Vocabulary.of(
                        Metric.of("prefix", "Prefix", Kind.PREFIX, RouteMetrics::prefix),
                        Metric.of("subprefix", "Prefix", Kind.SUBPREFIX, RouteMetrics::prefix),
                        Metric.whole("prefixLengthIPv4", "Prefix length").readBy(sight -> length(sight, IPV4)),
                        Metric.whole("prefixLengthIPv6", "Prefix length").readBy(sight -> length(sight, IPV6))));
    }

    private static PartMetric hops(String name, boolean absence) {
        var system = Metric.code("asn", "AS");
        return new PartMetric(name, "Hop", absence, Selection.BY_NUMBER, "hop", system, Vocabulary.of(system),
                sight -> sight.part().parts("bgpHops"));
    }

    private static Object prefix(Sight sight) {
        var prefix = sight.result().target().prefix();
        return prefix == null ? null : List.of(prefix);
    }

    private static Object length(Sight sight, int bytes) {
        return IpPrefix.parse(sight.result().target().prefix())
                .filter(prefix -> prefix.bytes() == bytes)
                .map(prefix -> (Object) (double) prefix.length())
                .orElse(null);
    }
}

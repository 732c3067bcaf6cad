package io.tocsin.expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.tocsin.expression.metric.AlertType;
import io.tocsin.model.result.Direction;
import io.tocsin.model.result.ResultTarget;
import io.tocsin.model.result.TestResult;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Results of small values, so that conditions hold about as often as they do not. */
final class RandomResults {

    private static final List<String> NUMBERS = List.of("responseCode", "dnsTime", "connectTime", "responseTime", "totalTime",
            "throughput", "wireSize", "loss", "avgLatency", "jitter", "reachability", "pathChanges", "mos", "latency",
            "transactionTime", "completion", "pageLoadTime", "numErrors", "resolutionTime", "lastContact", "numberOfHops",
            "duration", "asn", "hop", "pageNum", "stepTime");
    private static final List<String> TEXTS = List.of("errorType", "errorDetails", "responseHeaders", "mappings", "serverIp",
            "ipAddress", "rdns", "mpls", "name", "domain");
    private static final List<String> FLAGS = List.of("pageLoaded", "isTerminal", "assertError", "componentLoaded", "isValid");
    private static final List<String> PARTS = List.of("hops", "bgpHops", "components", "webPages", "markers", "steps", "pages");

    private RandomResults() {}

    static Arbitrary<TestResult> of(AlertType type) {
        return Combinators.combine(values(30), parts(), targets(), Arbitraries.of("58", "25", "7"))
                .as((values, parts, target, source) -> result(type, values, parts, target, source));
    }

    private static TestResult result(AlertType type, Map<String, Object> values, Map<String, List<Map<String, Object>>> parts,
            ResultTarget target, String source) {
        var result = AResult.aResult(type).of(target).from(source);
        values.forEach(result::with);
        parts.forEach((name, each) -> each.forEach(part -> result.withPart(name, part)));
        return result.build();
    }

    private static Arbitrary<Map<String, List<Map<String, Object>>>> parts() {
        return Arbitraries.maps(Arbitraries.of(PARTS), values(8).list().ofMaxSize(3)).ofMaxSize(7);
    }

    private static Arbitrary<Map<String, Object>> values(int most) {
        var numbers = Arbitraries.maps(Arbitraries.of(NUMBERS), number()).ofMaxSize(most);
        var texts = Arbitraries.maps(Arbitraries.of(TEXTS), text()).ofMaxSize(TEXTS.size());
        var flags = Arbitraries.maps(Arbitraries.of(FLAGS), Arbitraries.of(true, false)).ofMaxSize(FLAGS.size());
        return Combinators.combine(numbers, texts, flags).as(RandomResults::together);
    }

    private static Map<String, Object> together(Map<String, ?> one, Map<String, ?> two, Map<String, ?> three) {
        var all = new LinkedHashMap<String, Object>(one);
        all.putAll(two);
        all.putAll(three);
        return all;
    }

    private static Arbitrary<Double> number() {
        return Arbitraries.oneOf(Arbitraries.integers().between(0, 20).map(Integer::doubleValue),
                Arbitraries.of(0.5, 1.25, 1_000.0, 2_000.0, 60_000.0));
    }

    private static Arbitrary<String> text() {
        return Arbitraries.of("", "None", "DNS", "x", "a/b\\/", "192.0.2.1,192.0.2.2", "203.0.113.7", "2001:db8::1");
    }

    private static Arbitrary<ResultTarget> targets() {
        return Arbitraries.oneOf(
                Arbitraries.just(ResultTarget.WHOLE_TEST),
                Arbitraries.of("203.0.113.0/24", "203.0.113.128/25", "2001:db8:1::/48", "nonsense")
                        .map(prefix -> ResultTarget.ofPrefix(null, prefix)),
                Arbitraries.of(Direction.class).map(ResultTarget::of));
    }
}

package io.tocsin.events.detection.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.tocsin.model.result.Measurements;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.ResultTarget;
import io.tocsin.model.result.TestRef;
import io.tocsin.model.result.TestResult;
import io.tocsin.model.result.TestType;

/** Results which can be stored and which no sane agent measures. */
final class Poison {

    private static final int DAYS_AHEAD = 3;
    private static final int DAY = 24 * 60;
    private static final double HUGE = 1e308;
    private static final String LONG = "x".repeat(300);

    private static final List<Measurements> MEASURED = List.of(
            Measurements.NOTHING,
            Measurements.of(Map.of("responseTime", HUGE, "responseCode", -HUGE)),
            Measurements.of(Map.of("responseTime", -HUGE, "availability", HUGE)),
            Measurements.of(Map.of("responseTime", Double.MIN_VALUE, "errorType", "", "errorDetails", "")),
            Measurements.of(Map.of("responseTime", "soon", "errorType", 7, "proxy", LONG)));

    private static final List<TestRef> TESTS = List.of(
            new TestRef("", "", TestType.HTTP_SERVER, 1, "", ""),
            new TestRef(" ", null, TestType.HTTP_SERVER, Integer.MAX_VALUE, null, null),
            new TestRef(LONG, LONG, TestType.HTTP_SERVER, 60, LONG, "http://"),
            new TestRef("\u0000\n\uD83D\uDEA8", "\u0000", TestType.HTTP_SERVER, null, null, "[::::]:x/ \n.."),
            new TestRef("9", "of no layer", TestType.BGP, 60, null, "...co.uk"));

    private static final List<ResultSource> SOURCES = List.of(
            new ResultSource("", null, ResultSource.Kind.AGENT, null, null, null, "Large (AS 4294967295)"),
            new ResultSource(LONG, LONG, ResultSource.Kind.AGENT, LONG, LONG, "A B 7", "(AS 0)"),
            new ResultSource("\u0000", "", ResultSource.Kind.MONITOR, "", "", "", "(AS 9999999999)"));

    private Poison() {}

    /** Of these minutes, of the past and of the time to come. */
    static List<TestResult> in(Site site, int from, int until) {
        var results = new ArrayList<TestResult>();
        for (int minute = from; minute < until; minute++) {
            add(site, minute, results);
        }
        add(site, -DAY, results);
        add(site, DAYS_AHEAD * DAY, results);
        return results;
    }

    private static void add(Site site, int minute, List<TestResult> results) {
        for (var test : TESTS) {
            for (var source : SOURCES) {
                var odd = MEASURED.get((TESTS.indexOf(test) + SOURCES.indexOf(source)) % MEASURED.size());
                results.add(result(site, minute, test, ResultLayer.HTTP_SERVER, source, odd));
                results.add(result(site, minute, test, ResultLayer.PATH_VIS, source, path()));
            }
        }
    }

    private static Measurements path() {
        var end = Measurements.of(Map.of("asn", HUGE, "prefix", "", "ipAddress", "nowhere"));
        return Measurements.of(Map.of("targetIsProxy", true, "server", "")).with("hops", List.of(end));
    }

    /** How agents are, and nothing of what they test. */
    static List<TestResult> ofAgentsThemselves(Site site, int from, int until) {
        var results = new ArrayList<TestResult>();
        var none = new TestRef("agent", null, TestType.AGENT_TO_SERVER, null, null, null);
        for (int minute = from; minute < until; minute++) {
            results.add(result(site, minute, none, ResultLayer.AGENT, SOURCES.get(0), Measurements.NOTHING));
        }
        return results;
    }

    private static TestResult result(Site site, int minute, TestRef test, ResultLayer layer, ResultSource source,
            Measurements measured) {
        return new TestResult(site.scope("11"), test, layer, source, ResultTarget.WHOLE_TEST, site.at(minute).getEpochSecond(),
                null, Instant.now(), measured);
    }
}

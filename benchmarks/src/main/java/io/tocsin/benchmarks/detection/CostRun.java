package io.tocsin.benchmarks.detection;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.tocsin.benchmarks.detection.world.World;
import io.tocsin.benchmarks.workbench.Report;
import io.tocsin.detection.DetectionSettings;
import io.tocsin.detection.Detector;
import io.tocsin.detection.flow.Observation;
import io.tocsin.model.Scope;
import io.tocsin.model.result.Measurements;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.TestRef;
import io.tocsin.model.result.TestResult;
import io.tocsin.model.result.TestType;

/** A thousand tests from fifty agents, a round a minute, one in five hundred results failing: the time of a core that takes, and the memory. */
final class CostRun {

    private static final int TESTS = 1_000;
    private static final int AGENTS = 50;
    private static final int WARM_UP = 30;
    private static final int FAILING = 500;
    private static final DetectionSettings AT_ONCE = DetectionSettings.DEFAULT.learningFor(0);

    private final int minutes;

    CostRun(int minutes) {
        this.minutes = minutes;
    }

    void run() throws IOException, SQLException {
        var detector = new Detector("org", AT_ONCE);
        var judging = 0L;
        var inserting = 0L;
        try (var insert = PlainInsert.open()) {
            for (int minute = 0; minute < WARM_UP + minutes; minute++) {
                var counts = minute >= WARM_UP;
                var results = results(World.BEGIN_MINUTE + minute);
                var nanos = judge(detector, World.BEGIN_MINUTE + minute, results);
                judging += counts ? nanos : 0;
                inserting += counts ? insert.nanos(results) : 0;
            }
        }
        report(judging / 1e9 / minutes, inserting / 1e9 / minutes, detector.snapshot().length);
    }

    private static long judge(Detector detector, int minute, List<TestResult> results) {
        var begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        detector.judge(minute, Observation.of(results));
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
    }

    /** @param judging seconds of a core for each minute; @param inserting seconds for the same */
    private static void report(double judging, double inserting, int snapshot) {
        Report.line("cost",
                "%d tests x %d agents, a round a minute: %.1f %% of one core, %.1f us a result, a snapshot of %.1f MB"
                        .formatted(TESTS, AGENTS, 100 * judging / 60, 1e6 * judging / TESTS / AGENTS, snapshot / 1e6));
        Report.line("reference", "the plain insert of the same results takes %.1f us each".formatted(1e6 * inserting / TESTS
                / AGENTS));
        Report.line("ratio", "%.3f of the time of the plain insert".formatted(judging / inserting));
    }

    private static List<TestResult> results(int minute) {
        var results = new ArrayList<TestResult>();
        for (int test = 0; test < TESTS; test++) {
            var ref = new TestRef("" + test, "Test " + test, TestType.HTTP_SERVER, 60, null,
                    "host" + test + ".corp" + test / 4 + ".example:443");
            for (int agent = 0; agent < AGENTS; agent++) {
                results.add(result(ref, agent, minute, fails(minute, test, agent)));
            }
        }
        return results;
    }

    /** Spread evenly, and the same in every run. */
    private static boolean fails(int minute, int test, int agent) {
        return Math.floorMod(((long) minute * TESTS + test) * 2_654_435_761L + agent * 40_503L >>> 8, FAILING) == 0;
    }

    private static TestResult result(TestRef test, int agent, int minute, boolean fails) {
        var source = new ResultSource("a" + agent, "Agent " + agent, ResultSource.Kind.AGENT, "cloud", null, "C" + agent / 10,
                "Net (AS " + (64_500 + agent / 5) + ")");
        Map<String, Object> values = fails
                ? Map.of("errorType", "HTTP")
                : Map.of("errorType", "None", "responseTime", 80 + agent);
        return new TestResult(new Scope("org", "1"), test, ResultLayer.HTTP_SERVER, source, null, 60L * minute, null,
                Instant.ofEpochSecond(60L * minute), Measurements.of(values));
    }
}

package io.tocsin.benchmarks.detection;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.tocsin.benchmarks.detection.world.World;
import io.tocsin.benchmarks.workbench.Report;
import io.tocsin.detection.DetectionSettings;
import io.tocsin.detection.Detector;
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
    private static final DetectionSettings AT_ONCE = new DetectionSettings(DetectionSettings.DEFAULT.metrics(),
            DetectionSettings.DEFAULT.noise(), DetectionSettings.DEFAULT.diagnosis(), DetectionSettings.DEFAULT.life(), 0);

    private final int minutes;

    CostRun(int minutes) {
        this.minutes = minutes;
    }

    void run() {
        var detector = new Detector("org", AT_ONCE);
        var nanos = 0L;
        for (int minute = 0; minute < WARM_UP + minutes; minute++) {
            var results = results(World.BEGIN_MINUTE + minute);
            var begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            detector.judge(World.BEGIN_MINUTE + minute, results);
            nanos += minute < WARM_UP ? 0 : ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
        }
        var share = nanos / 60e9 / minutes;
        Report.line("cost",
                "%d tests x %d agents, a round a minute: %.1f %% of one core, %.1f us a result, a snapshot of %.1f MB"
                        .formatted(TESTS, AGENTS, 100 * share, 60e6 * share / TESTS / AGENTS, detector.snapshot().length
                                / 1e6));
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

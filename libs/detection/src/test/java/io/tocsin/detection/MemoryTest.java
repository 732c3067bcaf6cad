package io.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.tocsin.detection.flow.Observation;
import io.tocsin.model.Scope;
import io.tocsin.model.result.Measurements;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.TestRef;
import io.tocsin.model.result.TestResult;
import io.tocsin.model.result.TestType;

class MemoryTest {

    private static final int DAY = 24 * 60;

    @Test
    void whatIsNotTestedAnyMoreIsForgotten() {
        var detector = new Detector("org", DetectionSettings.DEFAULT);
        var atFirst = 0;

        for (int minute = Site.BEGIN; minute <= Site.BEGIN + 4 * DAY; minute++) {
            detector.judge(minute, Observation.of(results(minute)));
            atFirst = minute == Site.BEGIN + 2 * DAY ? detector.snapshot().length : atFirst;
        }

        assertThat(detector.snapshot().length).isLessThanOrEqualTo(atFirst * 11 / 10);
    }

    /** Every hour another test of another server is traced and measured. */
    private static List<TestResult> results(int minute) {
        var results = new ArrayList<TestResult>();
        for (var agent : List.of("a1", "a2", "a3")) {
            results.add(result(minute, agent, ResultLayer.HTTP_SERVER, Measurements.of(Map.of("responseTime", 100))));
            results.add(result(minute, agent, ResultLayer.PATH_VIS, Measurements.NOTHING.with("hops", List.of(Measurements.of(
                    Map.of("ipAddress", "198.18.0.1", "prefix", "198.18." + minute / 60 % 250 + ".0/24"))))));
        }
        return results;
    }

    private static TestResult result(int minute, String agent, ResultLayer layer, Measurements measured) {
        var hour = minute / 60;
        var test = new TestRef("t" + hour, "Test", TestType.HTTP_SERVER, 60, null, "host" + hour + ".example:443");
        var source = new ResultSource(agent, agent, ResultSource.Kind.AGENT, "cloud", null, "NO", "Net (AS 64500)");
        return new TestResult(new Scope("org", "1"), test, layer, source, null, 60L * minute, null, Instant.EPOCH, measured);
    }
}

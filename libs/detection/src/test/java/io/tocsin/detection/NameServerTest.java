package io.tocsin.detection;

import static io.tocsin.detection.Site.BEGIN;
import static io.tocsin.detection.component.EventType.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.flow.Observation;
import io.tocsin.detection.life.DetectedEvent;
import io.tocsin.model.Scope;
import io.tocsin.model.result.Measurements;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.TestRef;
import io.tocsin.model.result.TestResult;
import io.tocsin.model.result.TestType;

/** That a name server does not answer looks like a name which is not resolved. */
class NameServerTest {

    private static final int AGENTS = 6;
    private static final int SERVERS = 4;
    private static final int FAULT = BEGIN + DetectionSettings.DEFAULT.learningMinutes() + 30;

    @Test
    void aNameServerWhichFailsIsNoFaultOfItsDomain() {
        var detector = new Detector("org", DetectionSettings.DEFAULT);
        var events = List.<DetectedEvent>of();

        for (int minute = BEGIN; minute <= FAULT + 5; minute++) {
            events = detector.judge(minute, Observation.of(results(minute)));
        }

        assertThat(events).extracting(DetectedEvent::component).containsExactly(new Component(TARGET, Site.host(0)));
    }

    /** Two servers are of the same domain each. */
    private static List<TestResult> results(int minute) {
        var results = new ArrayList<TestResult>();
        for (int agent = 0; agent < AGENTS; agent++) {
            for (int server = 0; server < SERVERS; server++) {
                results.add(result(minute, agent, server, server == 0 && minute >= FAULT));
            }
        }
        return results;
    }

    private static TestResult result(int minute, int agent, int server, boolean fails) {
        var test = new TestRef("" + server, "Test " + server, TestType.DNS_SERVER, 60, null, Site.host(server) + ":53");
        var source = new ResultSource("a" + agent, "Agent " + agent, ResultSource.Kind.AGENT, "cloud", null, "C" + agent / 2,
                "Net (AS " + (64_500 + agent / 2) + ")");
        var measured = Measurements.of(fails ? Map.of("errorDetails", "no answer") : Map.of("resolutionTime", 20 + minute % 3));
        return new TestResult(new Scope("org", "1"), test, ResultLayer.DNS_SERVER, source, null, 60L * minute, null,
                Instant.EPOCH, measured);
    }
}

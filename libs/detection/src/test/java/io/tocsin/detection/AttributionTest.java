package io.tocsin.detection;

import static io.tocsin.detection.component.EventType.AGENT_LOCAL;
import static io.tocsin.detection.component.EventType.NETWORK_POP;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.component.EventType;
import io.tocsin.detection.flow.Observation;
import io.tocsin.detection.life.DetectedEvent;
import io.tocsin.model.Scope;
import io.tocsin.model.result.Measurements;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.TestRef;
import io.tocsin.model.result.TestResult;
import io.tocsin.model.result.TestType;

/** Of agents which are alone in their networks, only what goes wrong tells the agent from the network. */
class AttributionTest {

    private static final int AGENTS = 4;
    private static final int SERVERS = 5;
    private static final int FAULT = Site.BEGIN + DetectionSettings.DEFAULT.learningMinutes() + 30;

    @ParameterizedTest
    @CsvSource({ "30, NETWORK_POP", "100, AGENT_LOCAL" })
    void lossOfSomePacketsIsTheNetworksAndThatOfAllTheAgents(int lost, EventType expected) {
        var detector = new Detector("org", DetectionSettings.DEFAULT);
        var events = List.<DetectedEvent>of();

        for (int minute = Site.BEGIN; minute <= FAULT + 5; minute++) {
            events = detector.judge(minute, Observation.of(results(minute, lost)));
        }

        var components = Map.of(AGENT_LOCAL, new Component(AGENT_LOCAL, "a1"), NETWORK_POP, Component.pop(64_501, "C1"));
        assertThat(events).extracting(DetectedEvent::component).containsExactly(components.get(expected));
    }

    private static List<TestResult> results(int minute, int lost) {
        var results = new ArrayList<TestResult>();
        for (int agent = 0; agent < AGENTS; agent++) {
            for (int server = 0; server < SERVERS; server++) {
                results.add(result(minute, agent, server, agent == 1 && minute >= FAULT ? lost : 0));
            }
        }
        return results;
    }

    private static TestResult result(int minute, int agent, int server, double loss) {
        var test = new TestRef("" + server, "Test " + server, TestType.AGENT_TO_SERVER, 60, null, Site.host(server) + ":443");
        var source = new ResultSource("a" + agent, "Agent " + agent, ResultSource.Kind.AGENT, "cloud", null, "C" + agent,
                "Net (AS " + (64_500 + agent) + ")");
        return new TestResult(new Scope("org", "1"), test, ResultLayer.NETWORK, source, null, 60L * minute, null, Instant.EPOCH,
                Measurements.of(Map.of("loss", loss)));
    }
}

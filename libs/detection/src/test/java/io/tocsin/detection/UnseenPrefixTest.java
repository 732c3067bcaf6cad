package io.tocsin.detection;

import static io.tocsin.detection.Site.BEGIN;
import static io.tocsin.detection.component.EventType.TARGET;
import static io.tocsin.detection.component.EventType.TARGET_NETWORK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.flow.Observation;
import io.tocsin.detection.life.DetectedEvent;
import io.tocsin.detection.life.DetectedEvent.State;
import io.tocsin.model.Scope;
import io.tocsin.model.result.Measurements;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.TestRef;
import io.tocsin.model.result.TestResult;
import io.tocsin.model.result.TestType;

/** Of the servers behind the proxy nobody knows the prefix. */
class UnseenPrefixTest {

    private static final int AGENTS = 6;
    private static final int SERVERS = 7;
    private static final int FIRST_BEHIND_PROXY = 5;
    private static final int FAULT = BEGIN + DetectionSettings.DEFAULT.learningMinutes() + 30;
    private static final Component PREFIX = new Component(TARGET_NETWORK, "198.18.0.0/24");

    @Test
    void whatFailsBehindAProxySinceAPrefixDoesIsPartOfThat() {
        var events = found(FAULT, FAULT + 30);

        assertThat(events).filteredOn(event -> event.state() == State.ACTIVE).singleElement().satisfies(event -> {
            assertThat(event.component()).isEqualTo(PREFIX);
            assertThat(event.flows()).hasSize(4 * AGENTS);
        });
        assertThat(events).filteredOn(event -> event.state() != State.ACTIVE)
                .allSatisfy(event -> assertThat(event.state()).isEqualTo(State.MERGED));
    }

    @Test
    void whatFailsBehindAProxyAtAnotherTimeIsAnEventOfItsOwn() {
        var events = found(FAULT + 25, FAULT + 40);

        assertThat(events).extracting(DetectedEvent::component)
                .containsExactlyInAnyOrder(PREFIX, new Component(TARGET, Site.host(FIRST_BEHIND_PROXY)));
    }

    private static Collection<DetectedEvent> found(int behindProxy, int until) {
        var detector = new Detector("org", DetectionSettings.DEFAULT);
        Map<UUID, DetectedEvent> events = new LinkedHashMap<>();
        for (int minute = BEGIN; minute <= until; minute++) {
            detector.judge(minute, Observation.of(results(minute, behindProxy)))
                    .forEach(event -> events.put(event.id(), event));
        }
        return events.values();
    }

    /** The first three servers are in one prefix, the next two in another one. */
    private static List<TestResult> results(int minute, int behindProxy) {
        var results = new ArrayList<TestResult>();
        for (int agent = 0; agent < AGENTS; agent++) {
            for (int server = 0; server < SERVERS; server++) {
                var fails = server < 3 && minute >= FAULT || server == FIRST_BEHIND_PROXY && minute >= behindProxy;
                results.add(result(minute, agent, server, ResultLayer.NETWORK, measured(server, fails)));
                if (server < FIRST_BEHIND_PROXY && minute % 30 == 0 && !fails) {
                    results.add(result(minute, agent, server, ResultLayer.PATH_VIS, path(server)));
                }
            }
        }
        return results;
    }

    private static Measurements measured(int server, boolean fails) {
        return server < FIRST_BEHIND_PROXY
                ? Measurements.of(Map.of("loss", fails ? 60.0 : 0.0))
                : Measurements.of(Map.of("errorType", fails ? "Connect" : "None", "proxy", "proxy.example"));
    }

    private static Measurements path(int server) {
        var prefix = server < 3 ? PREFIX.name() : "198.18.1.0/24";
        var last = Map.of("ipAddress", "198.18." + server / 3 + ".1" + server, "prefix", prefix, "network", "Net (AS 65000)");
        var trace = Measurements.NOTHING.with("hops", List.of(Measurements.of(last)));
        return Measurements.of(Map.of("targetIsProxy", false, "server", Site.host(server), "serverIp", last.get("ipAddress")))
                .with("pathTraces", List.of(trace));
    }

    private static TestResult result(int minute, int agent, int server, ResultLayer layer, Measurements measured) {
        var test = new TestRef("" + server, "Test " + server, TestType.AGENT_TO_SERVER, 60, null, Site.host(server) + ":443");
        var source = new ResultSource("a" + agent, "Agent " + agent, ResultSource.Kind.AGENT, "cloud", null, "C" + agent / 2,
                "Net (AS " + (64_500 + agent / 2) + ")");
        return new TestResult(new Scope("org", "1"), test, layer, source, null, 60L * minute, null, Instant.EPOCH, measured);
    }
}

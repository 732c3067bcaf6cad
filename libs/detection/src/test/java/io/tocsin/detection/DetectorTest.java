package io.tocsin.detection;

import static io.tocsin.detection.Site.BEGIN;
import static io.tocsin.detection.component.EventType.AGENT_LOCAL;
import static io.tocsin.detection.component.EventType.DNS;
import static io.tocsin.detection.component.EventType.NETWORK_POP;
import static io.tocsin.detection.component.EventType.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.flow.Observation;
import io.tocsin.detection.life.DetectedEvent;
import io.tocsin.detection.life.DetectedEvent.State;

class DetectorTest {

    private static final int LEARNED = BEGIN + DetectionSettings.DEFAULT.learningMinutes();
    private static final int FAULT = LEARNED + 30;
    private static final String FINE = "None";

    @Test
    void aServerWhichFailsForAllAgentsIsOneTargetEvent() {
        var events = found((minute, agent, server) -> server == 2 && minute >= FAULT ? "HTTP" : FINE, FAULT + 10);

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.component()).isEqualTo(new Component(TARGET, Site.host(2)));
            assertThat(event.since()).isEqualTo(FAULT);
            assertThat(event.detected()).isEqualTo(FAULT + 1);
            assertThat(event.flows()).hasSize(Site.AGENTS);
            assertThat(event.state()).isEqualTo(State.ACTIVE);
        });
    }

    @Test
    void anEventIsOverAfterFiveQuietMinutesAndEndsWithTheLastFailingRound() {
        var lastFailure = FAULT + 20;

        var events = found((minute, agent, server) -> server == 2 && minute >= FAULT && minute <= lastFailure ? "HTTP" : FINE,
                lastFailure + 5);

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.state()).isEqualTo(State.RESOLVED);
            assertThat(event.until()).isEqualTo(lastFailure);
        });
    }

    @Test
    void anAgentWhichFailsForAllServersIsALocalIssue() {
        var events = found((minute, agent, server) -> agent == 3 && minute >= FAULT ? "Connect" : FINE, FAULT + 10);

        assertThat(events).extracting(DetectedEvent::component).containsExactly(new Component(AGENT_LOCAL, "a3"));
    }

    @Test
    void twoAgentsOfOneNetworkInOneCountryAreAnOutageOfThat() {
        var events = found((minute, agent, server) -> agent / 2 == 1 && minute >= FAULT ? "Connect" : FINE, FAULT + 10);

        assertThat(events).extracting(DetectedEvent::component).containsExactly(new Component(NETWORK_POP, "64501 C1"));
    }

    @Test
    void unresolvedNamesOfAllServersOfADomainAreAnIssueOfTheDomain() {
        var events = found((minute, agent, server) -> server / 2 == 1 && minute >= FAULT ? "DNS" : FINE, FAULT + 10);

        assertThat(events).extracting(DetectedEvent::component).containsExactly(new Component(DNS, "corp1.example"));
    }

    @Test
    void twoServersWhichFailAtTheSameTimeAreTwoEvents() {
        var events = found((minute, agent, server) -> (server == 0 || server == 3) && minute >= FAULT ? "HTTP" : FINE, FAULT
                + 10);

        assertThat(events).extracting(DetectedEvent::component)
                .containsExactlyInAnyOrder(new Component(TARGET, Site.host(0)), new Component(TARGET, Site.host(3)));
    }

    @Test
    void whatIsGoneWithTheNextRoundIsNoEvent() {
        var events = found((minute, agent, server) -> server == 2 && minute == FAULT ? "HTTP" : FINE, FAULT + 60);

        assertThat(events).isEmpty();
    }

    @Test
    void aTestWhichAlwaysFlapsIsNoise() {
        var events = found((minute, agent, server) -> server == 2 && minute % 10 < 3 ? "HTTP" : FINE, FAULT + 120);

        assertThat(events).isEmpty();
    }

    @Test
    void aFaultWhichSpreadsIsOneEventThatWidens() {
        var events = found((minute, agent, server) -> (agent == 2 && minute >= FAULT || agent == 3 && minute >= FAULT + 30)
                ? "Connect"
                : FINE, FAULT + 45);

        assertThat(events).filteredOn(event -> event.state() == State.ACTIVE).singleElement().satisfies(event -> {
            assertThat(event.component()).isEqualTo(new Component(NETWORK_POP, "64501 C1"));
            assertThat(event.since()).isEqualTo(FAULT);
        });
    }

    @Test
    void whatIsOverIsNamedAfterWhatItWasForTheLongestTime() {
        var spread = FAULT + 60;
        Site.Weather weather = (minute, agent, server) -> (agent == 2 && minute >= FAULT || agent == 3 && minute >= spread)
                && minute < spread + 10 ? "Connect" : FINE;

        var running = found(weather, spread + 9);
        var over = found(weather, spread + 20);

        assertThat(running).filteredOn(event -> event.state() == State.ACTIVE)
                .extracting(DetectedEvent::component)
                .containsExactly(new Component(NETWORK_POP, "64501 C1"));
        assertThat(over).filteredOn(event -> event.state() == State.RESOLVED)
                .extracting(DetectedEvent::component)
                .containsExactly(new Component(AGENT_LOCAL, "a2"));
    }

    @Test
    void whatIsLeftOfAFaultIsWhatItsEventIsAboutUntilItIsOver() {
        var shrunk = FAULT + 30;
        Site.Weather weather = (minute, agent, server) -> (agent == 2 && minute < shrunk + 20 || agent == 3 && minute < shrunk)
                && minute >= FAULT ? "Connect" : FINE;

        var running = found(weather, shrunk + 8);
        var over = found(weather, shrunk + 30);

        assertThat(running).extracting(DetectedEvent::component).containsExactly(new Component(AGENT_LOCAL, "a2"));
        assertThat(over).singleElement().satisfies(event -> {
            assertThat(event.component()).isEqualTo(new Component(NETWORK_POP, "64501 C1"));
            assertThat(event.until()).isEqualTo(shrunk + 19);
        });
    }

    @Test
    void whoeverGoesOnFromASnapshotFindsTheSame() {
        var site = new Site((minute, agent, server) -> server == 2 && minute >= FAULT && minute < FAULT + 20 ? "HTTP" : FINE);
        var untouched = new Detector("org", DetectionSettings.DEFAULT);
        var restarted = new Detector("org", DetectionSettings.DEFAULT);

        for (int minute = BEGIN; minute < FAULT + 40; minute++) {
            restarted = minute % 7 == 0 && minute > BEGIN
                    ? Detector.restored(restarted.snapshot(), "org", DetectionSettings.DEFAULT)
                    : restarted;
            assertThat(restarted.judge(minute, Observation.of(site.minute(minute)))).isEqualTo(untouched.judge(minute,
                    Observation.of(site.minute(minute))));
        }
        assertThat(restarted.snapshot()).isEqualTo(untouched.snapshot());
    }

    private static Collection<DetectedEvent> found(Site.Weather weather, int until) {
        var site = new Site(weather);
        var detector = new Detector("org", DetectionSettings.DEFAULT);
        Map<UUID, DetectedEvent> events = new LinkedHashMap<>();
        for (int minute = BEGIN; minute <= until; minute++) {
            detector.judge(minute, Observation.of(site.minute(minute))).forEach(event -> events.put(event.id(), event));
        }
        return events.values();
    }
}

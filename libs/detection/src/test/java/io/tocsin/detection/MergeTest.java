package io.tocsin.detection;

import static io.tocsin.detection.Site.BEGIN;
import static io.tocsin.detection.component.EventType.DNS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.flow.Observation;
import io.tocsin.detection.life.DetectedEvent;
import io.tocsin.detection.life.DetectedEvent.State;

class MergeTest {

    private static final int FAULT = BEGIN + DetectionSettings.DEFAULT.learningMinutes() + 30;
    private static final int SECOND = FAULT + 25;

    @Test
    void twoEventsWhichAreAllOfSomethingWiderBecomeTheOlderOne() {
        var site = new Site((minute, agent, server) -> server == 2 && minute >= FAULT || server == 3 && minute >= SECOND
                ? "HTTP"
                : "None");
        var detector = new Detector("org", DetectionSettings.DEFAULT);
        Map<UUID, DetectedEvent> events = new LinkedHashMap<>();

        for (int minute = BEGIN; minute <= SECOND + 15; minute++) {
            detector.judge(minute, Observation.of(site.minute(minute))).forEach(event -> events.put(event.id(), event));
        }

        assertThat(events.values()).filteredOn(event -> event.state() == State.ACTIVE).singleElement().satisfies(event -> {
            assertThat(event.component()).isEqualTo(new Component(DNS, "corp1.example"));
            assertThat(event.since()).isEqualTo(FAULT);
            assertThat(event.flows()).hasSize(2 * Site.AGENTS);
        });
        assertThat(events.values()).filteredOn(event -> event.state() != State.ACTIVE)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.state()).isEqualTo(State.MERGED));
    }
}

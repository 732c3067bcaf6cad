package io.tocsin.alerts.evaluation;

import static io.tocsin.alerts.AnEvent.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.alerts.Alerts;
import io.tocsin.alerts.EventsService;
import io.tocsin.alerts.SettableClock;
import io.tocsin.alerts.TestSetUp;
import io.tocsin.model.Event;
import io.tocsin.test.PostgresResource;

/** Ten thousand matching events within one second: one alert per rule, one mail. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestSetUp.class)
class StormTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final int EVENTS = 10_000;
    private static final int HOSTS = 200;
    private static final int BATCH = 500;

    @Inject
    EventsService events;

    @Inject
    Alerts alerts;

    @Inject
    SettableClock clock;

    private final String source = "test-" + UUID.randomUUID();

    @BeforeEach
    void noOtherRules() {
        Alerts.removeAllRules();
    }

    @Test
    void aStormIsOneAlertPerRule() {
        clock.set(START.plusSeconds(2));
        var plain = alerts.rule("events(\"source:%s\").rollup(\"count\").last(\"5m\") >= 3".formatted(source));
        var grouped = alerts.rule("events(\"source:%s\").rollup(\"count\").by(\"host\").last(\"5m\") > 10".formatted(source));
        var values = alerts.rule("events(\"source:%s\").rollup(\"cardinality\", \"host\").last(\"5m\") >= 20".formatted(
                source));

        batches(storm()).forEach(events::deliver);

        assertThat(alerts.of(plain)).singleElement()
                .satisfies(alert -> assertThat(alert.getString("details[0].start.metrics")).isEqualTo("Events: 3"));
        assertThat(alerts.of(grouped)).singleElement()
                .satisfies(alert -> assertThat(alert.getInt("violationCount")).isEqualTo(HOSTS));
        assertThat(alerts.of(values)).singleElement()
                .satisfies(alert -> assertThat(alert.getString("details[0].start.metrics")).isEqualTo("Values of host: 20"));
        for (var rule : List.of(plain, grouped, values)) {
            assertThat(alerts.told(rule)).hasSize(1);
        }
    }

    /** In the order of their times, but for neighbours: lanes deliver side by side. */
    private List<Event> storm() {
        var storm = new ArrayList<Event>();
        for (int i = 0; i < EVENTS; i++) {
            storm.add(anEvent().of(source).on("host-" + i % HOSTS).keyed(source + i).at(START.plusNanos(i * 100_000L)));
        }
        for (int from = 0; from < EVENTS; from += 2 * BATCH) {
            Collections.shuffle(storm.subList(from, from + 2 * BATCH), new Random(from));
        }
        return storm;
    }

    private static List<List<Event>> batches(List<Event> storm) {
        var batches = new ArrayList<List<Event>>();
        for (int from = 0; from < EVENTS; from += BATCH) {
            batches.add(storm.subList(from, from + BATCH));
        }
        return batches;
    }
}

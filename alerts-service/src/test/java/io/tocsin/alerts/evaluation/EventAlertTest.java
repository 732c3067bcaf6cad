package io.tocsin.alerts.evaluation;

import static io.tocsin.alerts.AnEvent.anEvent;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
import io.tocsin.model.Severity;
import io.tocsin.test.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestSetUp.class)
class EventAlertTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    @Inject
    EventsService events;

    @Inject
    Alerts alerts;

    @Inject
    Clearing clearing;

    @Inject
    SettableClock clock;

    /** What tells the events of this test from those of others. */
    private final String source = "test-" + UUID.randomUUID();

    @BeforeEach
    void itIsTheStart() {
        clock.set(START);
    }

    @Test
    void anAlertOpensWithTheEventThatReachesTheThreshold() {
        var rule = alerts.rule(counting(3, "5m"));
        events.deliver(anEvent().of(source).at(after(0)), anEvent().of(source).at(after(10)));

        events.deliver(anEvent().of(source).at(after(20)));

        assertThat(alerts.of(rule)).singleElement().satisfies(alert -> {
            assertThat(alert.getString("state")).isEqualTo("trigger");
            assertThat(alert.getString("startDate")).isEqualTo("2026-03-01T12:00:20Z");
            assertThat(alert.getString("endDate")).isNull();
            assertThat(alert.getInt("violationCount")).isEqualTo(1);
            assertThat(alert.getString("details[0].name")).isEqualTo("all events");
            assertThat(alert.getString("details[0].start.metrics")).isEqualTo("Events: 3");
            assertThat(alert.getString("details[0].end")).isNull();
        });
        assertThat(alerts.told(rule)).singleElement().satisfies(told -> {
            assertThat(told.getString("kind")).isEqualTo("TRIGGERED");
            assertThat(told.getJsonArray("recipients")).containsExactly("ann@example.com");
            assertThat(told.getString("accountGroupName")).isEqualTo("Network");
            assertThat(told.getJsonObject("rule").getString("message")).isEqualTo("look");
        });
    }

    @Test
    void anAlertClearsWhenItsWindowHasSlidAway() {
        var rule = alerts.rule(counting(2, "5m"));
        events.deliver(anEvent().of(source).at(after(0)), anEvent().of(source).at(after(10)));
        clock.set(after(303));

        await(clearing::clearDue);

        assertThat(alerts.of(rule)).singleElement().satisfies(alert -> {
            assertThat(alert.getString("state")).isEqualTo("clear");
            assertThat(alert.getString("endDate")).isEqualTo("2026-03-01T12:05:00Z");
            assertThat(alert.getInt("duration")).isEqualTo(290);
            assertThat(alert.getInt("violationCount")).isZero();
            assertThat(alert.getString("details[0].state")).isEqualTo("clear");
            assertThat(alert.getString("details[0].end.metrics")).isEqualTo("Events: 1");
        });
        assertThat(alerts.told(rule)).extracting(told -> told.getString("kind")).containsExactly("TRIGGERED", "CLEARED");
        assertThat(alerts.told(rule)).extracting(told -> told.getString("alertId"))
                .containsOnly(alerts.of(rule).get(0).getString("id"));
    }

    @Test
    void aRecoveryClearsAtOnce() {
        var rule = alerts.rule(counting(1, "5m"));
        events.deliver(anEvent().of(source).keyed("disk").at(after(0)));
        clock.set(after(30));

        events.deliver(anEvent().keyed("disk").saying(Severity.SUCCESS).at(after(29)));

        assertThat(alerts.of(rule)).singleElement().satisfies(alert -> {
            assertThat(alert.getString("state")).isEqualTo("clear");
            assertThat(alert.getString("endDate")).isEqualTo("2026-03-01T12:00:29Z");
        });
        assertThat(alerts.told(rule)).extracting(told -> told.getString("kind")).containsExactly("TRIGGERED", "CLEARED");
    }

    private String counting(int threshold, String last) {
        return "events(\"source:%s status:error\").rollup(\"count\").last(\"%s\") >= %d".formatted(source, last, threshold);
    }

    private static Instant after(long seconds) {
        return START.plusSeconds(seconds);
    }
}

package io.tocsin.alerts.result;

import static io.tocsin.alerts.AResult.resultOf;
import static io.tocsin.alerts.Alerts.caller;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.alerts.Alerts;
import io.tocsin.alerts.ResultsService;
import io.tocsin.alerts.SettableClock;
import io.tocsin.alerts.TestSetUp;
import io.tocsin.model.result.TestResult;
import io.tocsin.test.PostgresResource;
import io.vertx.core.json.JsonObject;

/** What suppression windows do to alerts, wire/thousandeyes.md §3.7. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestSetUp.class)
class SuppressedAlertTest {

    private static final AtomicInteger TESTS = new AtomicInteger(5000);

    @Inject
    ResultsService results;

    @Inject
    Alerts alerts;

    @Inject
    Muting muting;

    @Inject
    SettableClock clock;

    private final String test = Integer.toString(TESTS.incrementAndGet());
    private String rule;

    @BeforeEach
    void aRuleAndItIsDuringTheWindow() {
        clock.set(Instant.parse("2026-03-01T12:09:00Z"));
        rule = rule();
    }

    @Test
    void aRoundInAScheduledWindowCountsForNothing() {
        window("scheduled");

        results.deliver(oslo(3, 50), oslo(9, 50));
        assertThat(alerts.of(rule)).isEmpty();
        results.deliver(oslo(10, 50));

        assertThat(alerts.of(rule)).singleElement()
                .satisfies(alert -> assertThat(alert.getString("startDate")).isEqualTo("2026-03-01T12:10:00Z"));
        assertThat(alerts.told(rule)).hasSize(1);
    }

    @Test
    void anAlertInARealTimeWindowIsSuppressedAndTriggersAnewWhenTheWindowEnds() {
        window("real-time");
        results.deliver(oslo(3, 50));
        await(muting::follow);
        assertThat(alerts.of(rule)).singleElement().satisfies(alert -> {
            assertThat(alert.getBoolean("suppressed")).isTrue();
            assertThat(alert.getInt("meta.version")).isEqualTo(1);
        });
        assertThat(alerts.told(rule)).isEmpty();
        clock.set(Instant.parse("2026-03-01T12:10:30Z"));

        await(muting::follow);
        await(muting::follow);

        assertThat(alerts.of(rule)).singleElement().satisfies(alert -> {
            assertThat(alert.getBoolean("suppressed")).isFalse();
            assertThat(alert.getInt("meta.version")).isEqualTo(2);
        });
        assertThat(alerts.told(rule)).extracting(told -> told.getString("kind")).containsExactly("TRIGGERED");
    }

    @Test
    void anAlertWhichComesAndGoesInARealTimeWindowIsNeverTold() {
        window("real-time");

        results.deliver(oslo(3, 50));
        results.deliver(oslo(4, 0));

        assertThat(alerts.of(rule)).singleElement().satisfies(alert -> {
            assertThat(alert.getString("state")).isEqualTo("clear");
            assertThat(alert.getBoolean("suppressed")).isFalse();
        });
        assertThat(alerts.told(rule)).isEmpty();
    }

    @Test
    void aWindowMutesAnAlertWhichIsOpenAlready() {
        results.deliver(oslo(3, 50));
        window("real-time");

        await(muting::follow);

        assertThat(alerts.of(rule)).singleElement().satisfies(alert -> assertThat(alert.getBoolean("suppressed")).isTrue());
    }

    /** From 12:00 on until before 12:10. */
    private void window(String type) {
        var window = new JsonObject().put("name", "of a test")
                .put("startDate", "2026-03-01T12:00:00Z")
                .put("duration", 600)
                .put("suppressionType", type)
                .put("testIds", List.of(test));
        caller().body(window.encode()).post("/v7/alert-suppression-windows").then().statusCode(201);
    }

    private TestResult oslo(long minute, double loss) {
        return resultOf(test).from("Oslo").in(minute).losing(loss);
    }

    private String rule() {
        var settings = Alerts.settings("((loss >= 10%))", true)
                .put("alertType", "end-to-end-server")
                .put("testIds", List.of(test));
        return caller().body(settings.encode()).post("/v7/alerts/rules").jsonPath().getString("ruleId");
    }
}

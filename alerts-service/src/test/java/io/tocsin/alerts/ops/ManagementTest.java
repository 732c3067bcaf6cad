package io.tocsin.alerts.ops;

import static io.restassured.RestAssured.when;
import static io.tocsin.alerts.AnEvent.anEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.net.URI;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.alerts.Alerts;
import io.tocsin.alerts.EventsService;
import io.tocsin.alerts.SettableClock;
import io.tocsin.alerts.TestSetUp;
import io.tocsin.model.Severity;
import io.tocsin.test.MetricsPage;
import io.tocsin.test.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestSetUp.class)
class ManagementTest {

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject
    Alerts alerts;

    @Inject
    EventsService events;

    @Inject
    SettableClock clock;

    @ParameterizedTest
    @ValueSource(strings = { "live", "ready", "started" })
    void aHealthyServiceSaysSo(String probe) {
        when().get(management.resolve("/q/health/" + probe))
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"));
    }

    @Test
    void whatOpensIsClearedDisabledOrOpen() {
        var source = "test-" + UUID.randomUUID();
        var expression = "events(\"source:%s\").rollup(\"count\").last(\"1m\") > 0".formatted(source);
        alerts.rule(expression);
        var disabled = alerts.rule(expression);
        var before = metrics();

        events.deliver(anEvent().of(source).keyed(source).at(clock.instant()));
        Alerts.caller().delete("/v7/alerts/rules/" + disabled);
        events.deliver(anEvent().of(source).keyed(source).saying(Severity.SUCCESS).at(clock.instant()));

        var after = metrics();
        assertThat(grown("tocsin_alerts_opened_total", before, after)).isEqualTo(2);
        assertThat(grown("tocsin_alerts_cleared_total", before, after)).isEqualTo(1);
        assertThat(grown("tocsin_alerts_disabled_total", before, after)).isEqualTo(1);
        assertThat(grown("tocsin_alerts_events_evaluated_total", before, after)).isEqualTo(2);
        assertThat(grown("tocsin_alerts_evaluation_seconds_count", before, after)).isEqualTo(2);
    }

    @Test
    void theApiIsDescribed() {
        when().get(management.resolve("/q/openapi"))
                .then()
                .statusCode(200)
                .body(containsString("/v7/alerts/rules/{ruleId}"))
                .body(containsString("/v7/alerts/{alertId}"));
    }

    private MetricsPage metrics() {
        return new MetricsPage(when().get(management.resolve("/q/metrics")).asString());
    }

    private static double grown(String name, MetricsPage before, MetricsPage after) {
        return after.value(name) - before.value(name);
    }
}

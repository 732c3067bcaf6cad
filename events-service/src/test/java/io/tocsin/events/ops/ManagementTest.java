package io.tocsin.events.ops;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static io.tocsin.events.TestKeys.ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.events.TestKeys;
import io.tocsin.test.MetricsPage;
import io.tocsin.test.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class ManagementTest {

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @ParameterizedTest
    @ValueSource(strings = { "live", "ready", "started" })
    void aHealthyServiceSaysSo(String probe) {
        when().get(management.resolve("/q/health/" + probe))
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"));
    }

    @Test
    void whatWasReceivedIsRecordedRefusedOrWaiting() {
        given().header("DD-API-KEY", ALL).body("{\"title\": \"a\", \"text\": \"b\"}").post("/api/v1/events");

        var metrics = metrics();

        assertThat(metrics.value("tocsin_events_received_total")).isPositive()
                .isEqualTo(metrics.value("tocsin_events_recorded_total") + metrics.value("tocsin_events_waiting")
                        + metrics.value("tocsin_events_refused_total{reason=\"overloaded\"}")
                        + metrics.value("tocsin_events_refused_total{reason=\"unstorable\"}")
                        + metrics.value("tocsin_events_refused_total{reason=\"out_of_time\"}")
                        + metrics.value("tocsin_events_refused_total{reason=\"database_unavailable\"}"));
        assertThat(metrics.value("tocsin_events_batch_size_sum")).isPositive();
        assertThat(metrics.value("tocsin_events_queue_depth")).isZero();
    }

    @Test
    void itIsToldHowFarAheadPartitionsAreThere() {
        var metrics = metrics();

        assertThat(metrics.value("tocsin_events_partitions_ahead_seconds")).isGreaterThan(27 * 86_400);
        when().get(management.resolve("/q/health/ready")).then().body("checks.name", hasItem("partitions for events"));
    }

    @Test
    void theApiIsDescribed() {
        when().get(management.resolve("/q/openapi"))
                .then()
                .statusCode(200)
                .body(containsString("/api/v1/events/{event_id}"));
    }

    private MetricsPage metrics() {
        return new MetricsPage(when().get(management.resolve("/q/metrics")).asString());
    }
}

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

        var metrics = when().get(management.resolve("/q/metrics")).asString();

        assertThat(metric(metrics, "tocsin_events_received_total")).isPositive()
                .isEqualTo(metric(metrics, "tocsin_events_recorded_total") + metric(metrics, "tocsin_events_waiting")
                        + metric(metrics, "tocsin_events_refused_total{reason=\"overloaded\"}")
                        + metric(metrics, "tocsin_events_refused_total{reason=\"unstorable\"}")
                        + metric(metrics, "tocsin_events_refused_total{reason=\"out_of_time\"}")
                        + metric(metrics, "tocsin_events_refused_total{reason=\"database_unavailable\"}"));
        assertThat(metric(metrics, "tocsin_events_batch_size_sum")).isPositive();
        assertThat(metric(metrics, "tocsin_events_queue_depth")).isZero();
    }

    @Test
    void itIsToldHowFarAheadPartitionsAreThere() {
        var metrics = when().get(management.resolve("/q/metrics")).asString();

        assertThat(metric(metrics, "tocsin_events_partitions_ahead_seconds")).isGreaterThan(27 * 86_400);
        when().get(management.resolve("/q/health/ready")).then().body("checks.name", hasItem("partitions for events"));
    }

    @Test
    void theApiIsDescribed() {
        when().get(management.resolve("/q/openapi"))
                .then()
                .statusCode(200)
                .body(containsString("/api/v1/events/{event_id}"));
    }

    private static double metric(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no metric " + name + " in\n" + metrics));
    }
}

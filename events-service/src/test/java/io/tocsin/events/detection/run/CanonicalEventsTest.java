package io.tocsin.events.detection.run;

import static io.restassured.RestAssured.given;
import static io.tocsin.events.TestKeys.WATCHED;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.time.Instant;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;

/** A detected event and its recovery as readers of Datadog's and Dynatrace's dialects see them (docs/dialects/across.md). */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
@TestInstance(Lifecycle.PER_CLASS)
class CanonicalEventsTest {

    private static final int FOUND = 110;
    private static final int END = 150;
    private static final String TITLE = "Server Issue: " + Site.DOWN;
    private static final String OVER = "Over: " + TITLE;
    private static final String KEY = "tocsin-detected-event-[0-9a-f-]{36}";

    @Inject
    Around around;

    @Inject
    Replicas replicas;

    private final Site site = new Site("watched", Instant.now().minus(Duration.ofMinutes(200)));

    @BeforeAll
    void aServerFailsAndIsWellAgain() {
        var replica = replicas.start(site.organization(), site);
        come(0, FOUND);
        replica.poll();
        come(FOUND, END);
        replica.poll();
    }

    @Test
    void aSearchOfDatadogFindsTheEvent() {
        datadogSearch("source:tocsin event_type:target status:error")
                .body("data", hasSize(1))
                .body("data[0].attributes.timestamp", equalTo(began().toString()))
                .body("data[0].attributes.message", equalTo("Significant number of issues detected with the server " + Site.DOWN
                        + ". Most likely the server " + Site.DOWN + " is at fault: server errors."))
                .body("data[0].attributes.tags", containsInAnyOrder("component:" + Site.DOWN, "detected:true",
                        "event_type:target", "impact:high", "source:tocsin"))
                .body("data[0].attributes.attributes.title", equalTo(TITLE))
                .body("data[0].attributes.attributes.status", equalTo("error"))
                .body("data[0].attributes.attributes.hostname", equalTo(Site.DOWN))
                .body("data[0].attributes.attributes.aggregation_key", matchesPattern(KEY))
                .body("data[0].attributes.attributes.detected_event.state", equalTo("active"))
                .body("data[0].attributes.attributes.detected_event.startDate", equalTo(began().toString()))
                .body("data[0].attributes.attributes.detected_event.tests", equalTo(1))
                .body("data[0].attributes.attributes.detected_event.agents", equalTo(Site.AGENTS))
                .body("data[0].attributes.attributes.detected_event.link", matchesPattern("http.*/v7/events/[0-9a-f-]{36}"));
    }

    @Test
    void aSearchOfDatadogFindsTheRecoveryUnderTheSameKey() {
        var key = datadogSearch("source:tocsin status:error").extract()
                .<String>path(
                        "data[0].attributes.attributes.aggregation_key");

        datadogSearch("source:tocsin status:success @aggregation_key:" + key)
                .body("data", hasSize(1))
                .body("data[0].attributes.timestamp", equalTo(ended().toString()))
                .body("data[0].attributes.message", equalTo("The last failing round began at " + ended() + "."))
                .body("data[0].attributes.attributes.title", equalTo(OVER))
                .body("data[0].attributes.attributes.detected_event.state", equalTo("resolved"))
                .body("data[0].attributes.attributes.detected_event.endDate", equalTo(ended().toString()));
    }

    @ParameterizedTest
    @CsvSource({ "component:" + Site.DOWN + ", 2", "detected:true impact:high, 2", "host:" + Site.DOWN + ", 2",
            "@detected_event.type:target @detected_event.state:resolved, 1", "event_type:dns, 0", "server issue, 2" })
    void aSearchOfDatadogLooksAtTagsAndAttributes(String query, int found) {
        datadogSearch(query).body("data", hasSize(found));
    }

    @Test
    void theListOfDatadogHasBoth() {
        datadog("/api/v1/events?start=%d&end=%d&sources=tocsin&unaggregated=true".formatted(began().getEpochSecond(),
                ended().getEpochSecond()))
                .body("events.title", contains(OVER, TITLE))
                .body("events.alert_type", contains("success", "error"))
                .body("events.date_happened", contains((int) ended().getEpochSecond(), (int) began().getEpochSecond()))
                .body("events.host", contains(Site.DOWN, Site.DOWN))
                .body("events.source", contains("Tocsin", "Tocsin"))
                .body("events[1].tags", hasItems("event_type:target", "component:" + Site.DOWN));
    }

    @Test
    void theFeedOfDynatraceHasBoth() {
        dynatrace("/api/v1/events?from=%d&to=%d".formatted(began().toEpochMilli(), ended().toEpochMilli() + 1))
                .body("events.title", containsInAnyOrder(OVER, TITLE))
                .body("events.find { it.title == '%s' }.eventType".formatted(TITLE), equalTo("ERROR_EVENT"))
                .body("events.find { it.title == '%s' }.severityLevel".formatted(TITLE), equalTo("ERROR"))
                .body("events.find { it.title == '%s' }.startTime".formatted(TITLE), equalTo(began().toEpochMilli()))
                .body("events.find { it.title == '%s' }.entityName".formatted(TITLE), equalTo(Site.DOWN))
                .body("events.find { it.title == '%s' }.source".formatted(TITLE), equalTo("tocsin"))
                .body("events.find { it.title == '%s' }.customProperties.event_type".formatted(TITLE), equalTo("target"))
                .body("events.find { it.title == '%s' }.eventType".formatted(OVER), equalTo("CUSTOM_INFO"));
    }

    @Test
    void theListOfDynatraceFindsThemByProperties() {
        dynatrace("/api/v2/events?from=now-1d&eventSelector=property.event_type(\"target\"),eventType(\"ERROR_EVENT\")")
                .body("events", hasSize(1))
                .body("events[0].title", equalTo(TITLE))
                .body("events[0].startTime", equalTo(began().toEpochMilli()))
                .body("events[0].entityId.name", equalTo(Site.DOWN))
                .body("events[0].properties.find { it.key == 'component' }.value", equalTo(Site.DOWN))
                .body("events[0].properties.find { it.key == 'dt.event.source' }.value", equalTo("tocsin"))
                .body("events[0].properties.find { it.key == 'dt.event.description' }.value", endsWith("server errors."));
        dynatrace("/api/v2/events?from=now-1d&eventSelector=property.detected(\"true\")")
                .body("events.title", containsInAnyOrder(OVER, TITLE))
                .body("events.correlationId", not(contains((Object) null)));
    }

    private static ValidatableResponse datadogSearch(String query) {
        return given().header("DD-API-KEY", WATCHED)
                .header("DD-APPLICATION-KEY", WATCHED)
                .queryParam("filter[query]", query)
                .queryParam("filter[from]", "now-1d")
                .get("/api/v2/events")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse datadog(String path) {
        return given().header("DD-API-KEY", WATCHED).header("DD-APPLICATION-KEY", WATCHED).get(path).then().statusCode(200);
    }

    private static ValidatableResponse dynatrace(String path) {
        return given().header("Authorization", "Api-Token " + WATCHED).get(path).then().statusCode(200);
    }

    private Instant began() {
        return site.at(Site.DOWN_FROM);
    }

    private Instant ended() {
        return site.at(Site.DOWN_UNTIL - 1);
    }

    private void come(int from, int until) {
        around.come(site.minutes(from, until));
        site.setTo(until - 1);
    }
}

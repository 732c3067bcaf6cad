package io.tocsin.events.api.datadog;

import static io.tocsin.events.TestKeys.ALL;
import static io.tocsin.events.api.datadog.DatadogCalls.find;
import static io.tocsin.events.api.datadog.DatadogCalls.keys;
import static io.tocsin.events.api.datadog.DatadogCalls.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DatadogEventsTest {

    @TestHTTPResource
    URI service;

    private final String tag = "run:" + UUID.randomUUID();
    private final long now = Instant.now().getEpochSecond();

    @Test
    void aPostedEventIsFoundAtOnce() {
        var posted = post("""
                {"title": "Disk full", "text": "on db-1", "priority": "low", "alert_type": "error", "host": "db-1",
                 "tags": ["env:prod", "app:web"], "aggregation_key": "disk"}""");

        var found = find(posted.jsonPath().getString("event.id_str"));

        posted.then()
                .statusCode(202)
                .header("Content-Type", equalTo("application/json"))
                .body("$", not(hasKey("errors")))
                .body("status", equalTo("ok"))
                .body("event.tags", contains("env:prod", "app:web"))
                .body("event.related_event_id", nullValue());
        found.then()
                .statusCode(200)
                .header("Content-Type", equalTo("application/json"))
                .body("$", not(hasKey("errors")))
                .body("event.title", equalTo("Disk full"))
                .body("event.alert_type", equalTo("error"))
                .body("event.priority", equalTo("low"))
                .body("event.host", equalTo("db-1"))
                .body("event.tags", contains("app:web", "env:prod"));
    }

    @Test
    void anIdIsExactBeyondWhatADoubleHolds() {
        var posted = post("{\"title\": \"a\", \"text\": \"b\"}").jsonPath();

        long id = posted.getLong("event.id");

        assertThat(id).isGreaterThan(1L << 53);
        assertThat(posted.getString("event.id_str")).isEqualTo(Long.toString(id));
        assertThat(posted.getString("event.url")).isEqualTo("http://localhost:8080/event/event?id=" + id);
    }

    @ParameterizedTest
    @ValueSource(strings = { "application/json; charset=utf-8", "application/x-www-form-urlencoded", "text/plain", "x/y" })
    void jsonIsJsonWhateverItIsCalled(String contentType) throws Exception {
        var request = HttpRequest.newBuilder(service.resolve("/api/v1/events"))
                .header("DD-API-KEY", ALL)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString("{\"title\": \"a\", \"text\": \"b\"}"))
                .build();

        var posted = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(posted.statusCode()).isEqualTo(202);
    }

    @Test
    void charactersWhichCannotBeStoredAreReplaced() {
        var posted = post("""
                {"title": "nul \\u0000", "text": "half \\ud83d", "tags": ["t\\udd14"], "host": "\\u0000",
                 "aggregation_key": "\\u0000", "source_type_name": "\\u0000", "handle": "\\u0000"}""");

        var found = find(posted.jsonPath().getString("event.id_str"));

        found.then()
                .statusCode(200)
                .body("event.title", equalTo("nul \uFFFD"))
                .body("event.text", equalTo("half \uFFFD"))
                .body("event.tags", contains("t\uFFFD"))
                .body("event.host", equalTo("\uFFFD"))
                .body("event.handle", equalTo("\uFFFD"));
    }

    @Test
    void aListHoldsTheNewestFirst() {
        post(anEvent("old", "normal", "", now - 10));
        post(anEvent("new", "normal", "", now));

        var listed = list("start=%d&end=%d".formatted(now - 10, now));

        listed.then()
                .statusCode(200)
                .contentType("application/json")
                .body("$", not(hasKey("errors")))
                .body("events.title", contains("new", "old"))
                .body("events.source", contains("My Apps", "My Apps"))
                .body("events[0].is_aggregate", equalTo(false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                          | quiet,loud,sick
            &priority=low                                | quiet
            &priority=normal                             | loud,sick
            &sources=nagios                              | loud
            &sources=NAGIOS,vsphere                      | loud,sick
            &tags=env:prod                               | quiet,loud
            &tags=env:prod,-app:web                      | quiet
            &tags=-env:prod                              | sick
            &tags=env:%00                                | ''
            &unaggregated=True&page=0                    | quiet,loud,sick
            &exclude_aggregate=true&page=1               | ''
            &exclude_aggregate=true&page=2147483647      | ''
            """)
    void aListIsFiltered(String filter, String titles) {
        post(anEvent("quiet", "low", "", now, "env:prod"));
        post(anEvent("loud", "normal", "Nagios", now, "env:prod", "app:web"));
        post(anEvent("sick", "normal", "vsphere", now));

        var listed = list("start=%d&end=%d".formatted(now, now) + filter);

        listed.then()
                .statusCode(200)
                .body("events.title", containsInAnyOrder(titles == null || titles.isEmpty()
                        ? new Object[0]
                        : titles.split(",")));
    }

    /** Tags are ANDed, so that one of our own keeps the events of other tests out. */
    private Response list(String query) {
        var tags = query.contains("tags=") ? query.replace("tags=", "tags=" + tag + ",") : query + "&tags=" + tag;
        return keys().urlEncodingEnabled(false).get("/api/v1/events?" + tags);
    }

    private String anEvent(String title, String priority, String source, long happened, String... tags) {
        return """
                {"title": "%s", "text": "b", "priority": "%s", "source_type_name": "%s", "date_happened": %d,
                 "tags": ["%s"]}""".formatted(title, priority, source, happened, String.join("\", \"", withOurs(tags)));
    }

    private String[] withOurs(String... tags) {
        return Stream.concat(Stream.of(tag), Stream.of(tags)).toArray(String[]::new);
    }
}

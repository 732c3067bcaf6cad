package io.tocsin.events.api.datadog;

import static io.restassured.RestAssured.given;
import static io.tocsin.events.TestKeys.ALL;
import static io.tocsin.events.TestKeys.SCOPE;
import static io.tocsin.events.api.datadog.DatadogCalls.find;
import static io.tocsin.events.api.datadog.DatadogCalls.keys;
import static io.tocsin.events.api.datadog.DatadogCalls.post;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.tocsin.events.TestKeys;
import io.tocsin.events.record.EventLog;
import io.tocsin.model.EventContent;
import io.tocsin.test.PostgresResource;

/** wire/datadog.md §3 and §13: what the clients of many years send, and what they need to find in the answer. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DatadogOldClientsTest {

    @Inject
    EventLog log;

    private final String tag = "run:" + UUID.randomUUID();
    private final long now = Instant.now().getEpochSecond();

    @Test
    void dogshellSendsEveryFieldAsNullAndItsParentAsText() {
        var posted = post("""
                {"title": "t", "text": "b", "date_happened": null, "handle": null, "priority": null, "tags": null, "host": null,
                 "device_name": null, "aggregation_key": null, "source_type_name": null, "alert_type": null,
                 "related_event_id": "5309722856448002944"}""");

        posted.then()
                .statusCode(202)
                .body("event.related_event_id.toString()", equalTo("5309722856448002944"))
                .body("event", hasKey("handle"))
                .body("event.handle", nullValue())
                .body("event.priority", nullValue())
                .body("event.tags", nullValue())
                .body("event.url", matchesPattern(".*/event/event\\?id=([0-9]*)"));
    }

    @Test
    void dogapiForRubySendsItsKeyInTheQueryAndEmptyTextForNothing() {
        var posted = given().queryParam("api_key", ALL)
                .contentType("application/json")
                .body("""
                        {"msg_title": "t", "msg_text": "b", "title": "t", "text": "b", "date_happened": %d, "aggregation_key": "",
                         "event_type": "", "parent": null, "alert_type": "", "source_type_name": "", "device": "sda",
                         "priority": "", "host": "h", "tags": []}""".formatted(now))
                .post("/api/v1/events");

        posted.then().statusCode(202).body("event.tags", equalTo(List.of())).body("event.priority", nullValue());
        find(posted.jsonPath().getString("event.id_str")).then()
                .body("event.alert_type", equalTo("info"))
                .body("event.priority", equalTo("normal"))
                .body("event.device_name", nullValue());
    }

    @Test
    void clientsForGoAndJavaScriptSendBothKeysInEveryQuery() {
        var id = inQuery().contentType("application/json")
                .body("{\"title\": \"t\", \"text\": \"b\", \"tags\": [\"" + tag + "\"]}")
                .post("/api/v1/events")
                .jsonPath()
                .getString("event.id_str");

        inQuery().get("/api/v1/events/" + id).then().statusCode(200);
        inQuery().get("/api/v1/events?start=" + (now - 60) + "&end=" + (now + 60) + "&tags=" + tag)
                .then()
                .statusCode(200)
                .body("events.id_str", contains(id));
        inQuery().get("/api/v1/validate").then().statusCode(200);
    }

    @Test
    void anIdIsFoundAsJavaScriptRoundsItButNoOtherIdNearIt() {
        var ids = IntStream.range(0, 20)
                .mapToObj(n -> post("{\"title\": \"t\", \"text\": \"b\"}").jsonPath().getString("event.id_str"))
                .toList();

        assertThat(ids).allSatisfy(id -> {
            find(new BigDecimal(Double.parseDouble(id)).round(new MathContext(17)).toPlainString()).then()
                    .statusCode(200)
                    .body("event.id_str", equalTo(id));
            find(Long.toString(Long.parseLong(id) / 100 * 100 + 1 + Long.parseLong(id) % 2)).then().statusCode(404);
        });
    }

    @Test
    void vectorWantsExactly200AsItsHealthCheck() {
        given().header("DD-API-KEY", ALL).get("/api/v1/validate").then().statusCode(200).body("valid", equalTo(true));
    }

    @Test
    void pythonSendsItsTimeWithAFractionAndItsBooleansWithACapital() {
        post("{\"title\": \"t\", \"text\": \"b\", \"date_happened\": " + now + ".75, \"tags\": [\"" + tag + "\"]}");

        list("&unaggregated=True&exclude_aggregate=False").then()
                .statusCode(200)
                .body("$", not(hasKey("errors")))
                .body("events.date_happened", contains((int) now));
    }

    @ParameterizedTest
    @ValueSource(strings = { "error", "warning", "info", "success", "user_update", "recommendation", "snapshot" })
    void everyAlertTypeIsReadBack(String type) {
        var id = post("{\"title\": \"t\", \"text\": \"b\", \"alert_type\": \"" + type + "\"}").jsonPath()
                .getString("event.id_str");

        find(id).then().body("event.alert_type", equalTo(type));
    }

    @Test
    void aTitleOfTwoHundredCharactersComesBackUnchangedAndALongTextIsCut() {
        var title = "t".repeat(200);
        var posted = post("{\"title\": \"" + title + "\", \"text\": \"" + "b".repeat(4001) + "\"}");

        posted.then().body("event.title", equalTo(title)).body("event.text", equalTo("b".repeat(4000)));
    }

    @Test
    void bothEndsOfAWindowBelongToIt() {
        post("{\"title\": \"t\", \"text\": \"b\", \"date_happened\": " + (now - 60) + ", \"tags\": [\"" + tag + "\"]}");

        assertThat(count(window(now - 60, now - 60))).isOne();
        assertThat(count(window(now - 120, now - 60))).isOne();
        assertThat(count(window(now - 60, now))).isOne();
        assertThat(count(window(now - 59, now))).isZero();
        assertThat(count(window(now - 120, now - 61))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "&unaggregated=true", "&exclude_aggregate=true",
            "&unaggregated=false&exclude_aggregate=true" })
    void eventsOfOneKeyAreNeverFoldedIntoOne(String flags) {
        var parent = post(ofOneKey("null")).jsonPath().getString("event.id_str");
        post(ofOneKey(parent));

        list(flags).then()
                .body("events", hasSize(2))
                .body("events.is_aggregate", everyItem(equalTo(false)))
                .body("events.comments", everyItem(equalTo(List.of())))
                .body("events.id_str", hasItem(parent));
    }

    @Test
    void aListHoldsAThousandAtMostAndItsPagesGoOnFromThere() {
        var happened = Instant.ofEpochSecond(now);
        var events = IntStream.range(0, 1005)
                .mapToObj(n -> EventContent.titled("n" + n).text("b").happenedAt(happened).tags(List.of(tag)).build())
                .toList();
        await(() -> log.record(SCOPE, events));

        var all = new HashSet<String>(list("").jsonPath().getList("events.id_str"));
        var first = list("&unaggregated=true&page=0").jsonPath().<String>getList("events.id_str");
        var second = list("&unaggregated=true&page=1").jsonPath().<String>getList("events.id_str");

        assertThat(all).hasSize(1000);
        assertThat(first).hasSize(1000);
        assertThat(second).hasSize(5).doesNotContainAnyElementsOf(first);
        list("&unaggregated=true&page=2").then().body("events", hasSize(0));
    }

    @Test
    void whoAsksForNoPageGoesOnFromTheLastTimestamp() {
        var events = IntStream.range(0, 1005)
                .mapToObj(n -> EventContent.titled("n" + n)
                        .text("b")
                        .happenedAt(Instant.ofEpochSecond(now - n))
                        .tags(List.of(tag))
                        .build())
                .toList();
        await(() -> log.record(SCOPE, events));

        var first = window(now - 1005, now).jsonPath();
        var second = window(now - 1005, first.getLong("events[-1].date_happened")).jsonPath();

        assertThat(first.getList("events.title")).hasSize(1000).startsWith("n0").endsWith("n999");
        assertThat(second.getList("events.title")).containsExactly("n999", "n1000", "n1001", "n1002", "n1003", "n1004");
    }

    private String ofOneKey(String parent) {
        return """
                {"title": "t", "text": "b", "aggregation_key": "k", "related_event_id": %s, "tags": ["%s"]}"""
                .formatted(parent, tag);
    }

    private Response list(String more) {
        return keys().get("/api/v1/events?start=" + (now - 60) + "&end=" + (now + 60) + "&tags=" + tag + more);
    }

    private Response window(long start, long end) {
        return keys().get("/api/v1/events?start=" + start + "&end=" + end + "&tags=" + tag);
    }

    private static int count(Response answer) {
        return answer.jsonPath().getList("events").size();
    }

    private static RequestSpecification inQuery() {
        return given().queryParam("api_key", ALL).queryParam("application_key", ALL);
    }
}

package io.tocsin.events.api.dynatrace;

import static io.tocsin.events.api.dynatrace.DynatraceCalls.FEED;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.aPush;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.anEntity;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.feed;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.push;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.events.TestDatabase;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;

/** wire/dynatrace.md §3 and §4. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DynatracePushTest {

    @Inject
    TestDatabase database;

    private final String entity = anEntity("HOST");
    private final long now = Instant.now().toEpochMilli();

    @ParameterizedTest
    @ValueSource(strings = { "CUSTOM_ANNOTATION", "CUSTOM_CONFIGURATION", "CUSTOM_DEPLOYMENT", "CUSTOM_INFO",
            "MARKED_FOR_TERMINATION" })
    void anInformationIsStoredOnceForEachEntityAndClosed(String type) {
        var second = anEntity("SERVICE");

        var pushed = push(aPush(type, entity + "\", \"" + second));

        pushed.then()
                .statusCode(200)
                .body("storedEventIds", hasSize(2))
                .body("storedIds", hasSize(2))
                .body("storedCorrelationIds", empty());
        var id = pushed.jsonPath().getString("storedIds[1]");
        assertThat(id).startsWith(pushed.jsonPath().getLong("storedEventIds[1]") + "_");
        token().get(FEED + "/{id}", id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("eventId", equalTo(pushed.jsonPath().getLong("storedEventIds[1]")))
                .body("entityId", equalTo(second))
                .body("eventType", equalTo(type))
                .body("eventStatus", equalTo("CLOSED"))
                .body("severityLevel", nullValue())
                .body("impactLevel", equalTo("SERVICE"))
                .body("$", not(hasKey("correlationId")));
    }

    @ParameterizedTest
    @CsvSource({ "AVAILABILITY_EVENT,AVAILABILITY", "ERROR_EVENT,ERROR", "PERFORMANCE_EVENT,PERFORMANCE",
            "RESOURCE_CONTENTION,RESOURCE_CONTENTION", "CUSTOM_ALERT,CUSTOM_ALERT" })
    void aProblemIsOpenUntilItsTimeout(String type, String severity) {
        var pushed = push(aPush(type, entity));

        pushed.then()
                .statusCode(200)
                .body("storedEventIds", empty())
                .body("storedIds", empty())
                .body("storedCorrelationIds", contains(matchesPattern("[0-9a-f]{16}")));
        var shown = feed("entityId", entity).jsonPath();
        assertThat(shown.getString("events[0].eventType")).isEqualTo(type);
        assertThat(shown.getString("events[0].severityLevel")).isEqualTo(severity);
        assertThat(shown.getString("events[0].eventStatus")).isEqualTo("OPEN");
        assertThat(shown.getString("events[0].correlationId")).isEqualTo(pushed.jsonPath()
                .getString("storedCorrelationIds[0]"));
        assertThat(shown.getLong("events[0].endTime") - shown.getLong("events[0].startTime"))
                .isEqualTo(Duration.ofMinutes(15).toMillis());
    }

    @Test
    void everyFieldIsReadBack() {
        var pushed = push("""
                {"eventType": "CUSTOM_CONFIGURATION", "source": "Acme CI", "attachRules": {"entityIds": ["%s"], "tagRule": null},
                 "start": "%d", "end": "%d", "description": "tuned", "original": "c1", "changed": "c3", "configuration": "c2",
                 "timeoutMinutes": 0, "allowDavisMerge": true, "timeseriesIds": ["a", "b"], "title": null,
                 "customProperties": {"Text": "x", "Number": 5, "deep": {"a": [1, true, null]}}, "unknown": {"ignored": 1}}"""
                .formatted(entity, now - 60_000, now - 30_000));

        var found = token().get(FEED + "/{id}", pushed.jsonPath().getString("storedIds[0]"));

        found.then()
                .statusCode(200)
                .body("startTime", equalTo(now - 60_000))
                .body("endTime", equalTo(now - 30_000))
                .body("entityId", equalTo(entity))
                .body("entityName", nullValue())
                .body("impactLevel", equalTo("INFRASTRUCTURE"))
                .body("tags", nullValue())
                .body("source", equalTo("Acme CI"))
                .body("description", equalTo("tuned"))
                .body("original", equalTo("c1"))
                .body("changed", equalTo("c3"))
                .body("configuration", equalTo("c2"))
                .body("$", not(hasKey("title")))
                .body("$", not(hasKey("deploymentName")))
                .body("customProperties.Text", equalTo("x"))
                .body("customProperties.Number", equalTo(5))
                .body("customProperties.deep.a", contains(1, true, null))
                .body("customProperties.'dt.event.allow_davis_merge'", equalTo("true"));
    }

    @ParameterizedTest
    @CsvSource({ "annotationType,CUSTOM_ANNOTATION,test", "annotationDescription,CUSTOM_ANNOTATION,noted",
            "deploymentName,CUSTOM_DEPLOYMENT,shop", "deploymentVersion,CUSTOM_DEPLOYMENT,1.2",
            "description,CUSTOM_INFO,it happened", "title,CUSTOM_INFO,Titled", "source,CUSTOM_INFO,Acme CI" })
    void aFieldOfItsTypeStandsBesideTheOthers(String field, String type, String value) {
        var id = push(aPush(type, entity)).jsonPath().getString("storedIds[0]");

        token().get(FEED + "/{id}", id).then().body(field, equalTo(value));
    }

    @ParameterizedTest
    @ValueSource(strings = { "deploymentProject", "ciBackLink", "remediationAction" })
    void optionalFieldsOfADeploymentAreReadBack(String field) {
        var id = push(aPush("CUSTOM_DEPLOYMENT", entity).replace("\"source\"", "\"" + field + "\": \"value\", \"source\""))
                .jsonPath()
                .getString("storedIds[0]");

        token().get(FEED + "/{id}", id).then().body(field, equalTo("value"));
    }

    @Test
    void anEventIsAlsoFoundByItsNumberAlone() {
        var pushed = push(aPush("CUSTOM_INFO", entity)).jsonPath();

        token().get(FEED + "/{id}", pushed.getLong("storedEventIds[0]"))
                .then()
                .statusCode(200)
                .body("id", equalTo(pushed.getString("storedIds[0]")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "4166694657638834567_1533134704285", "-8338439733889003014_1532328338475", "1", "x", "1_2_3",
            "99999999999999999999_1", "9223372036854775807", "%00" })
    void anEventNobodyKnowsIs404(String id) {
        token().urlEncodingEnabled(false)
                .get(FEED + "/" + id)
                .then()
                .statusCode(404)
                .body("error.code", equalTo(404));
    }

    @Test
    void theSamePayloadRefreshesTheOpenEvent() {
        var push = aPush("ERROR_EVENT", entity);
        var first = push(push).jsonPath();
        var opened = feed("entityId", entity).jsonPath();

        var second = push(push.replace("\"source\"", "\"timeoutMinutes\": 120, \"source\"")).jsonPath();

        var refreshed = feed("entityId", entity).jsonPath();
        assertThat(second.getString("storedCorrelationIds[0]")).isEqualTo(first.getString("storedCorrelationIds[0]"));
        assertThat(refreshed.getInt("totalEventCount")).isOne();
        assertThat(refreshed.getString("events[0].id")).isEqualTo(opened.getString("events[0].id"));
        assertThat(refreshed.getLong("events[0].endTime")).isGreaterThan(opened.getLong("events[0].endTime") + 100 * 60_000);
        assertThat(messages()).isOne();
    }

    @Test
    void anotherPayloadIsAnotherEvent() {
        push(aPush("ERROR_EVENT", entity));

        push(aPush("ERROR_EVENT", entity).replace("it happened", "it happened differently"));

        assertThat(feed("entityId", entity).jsonPath().getInt("totalEventCount")).isEqualTo(2);
    }

    @Test
    void anEventWhoseTimeIsUpIsClosedAndTheNextIsANewOne() {
        var push = aPush("ERROR_EVENT", entity).replace("\"source\"",
                "\"start\": %d, \"timeoutMinutes\": 1, \"source\"".formatted(now - Duration.ofMinutes(50).toMillis()));
        var first = push(push).jsonPath();
        var closed = feed("entityId", entity).jsonPath();

        var second = push(push).jsonPath();

        assertThat(closed.getString("events[0].eventStatus")).isEqualTo("CLOSED");
        assertThat(closed.getLong("events[0].endTime")).isEqualTo(closed.getLong("events[0].startTime") + 60_000);
        assertThat(second.getString("storedCorrelationIds[0]")).isNotEqualTo(first.getString("storedCorrelationIds[0]"));
        assertThat(feed("entityId", entity).jsonPath().getInt("totalEventCount")).isEqualTo(2);
    }

    @Test
    void manyAtOnceOpenOneEvent() {
        var push = aPush("AVAILABILITY_EVENT", entity + "\", \"" + anEntity("HOST"));

        var correlations = IntStream.range(0, 40)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> push(push)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(answer -> answer.jsonPath().getList("storedCorrelationIds"))
                .toList();

        assertThat(correlations).allSatisfy(ids -> assertThat(ids).hasSize(2).isEqualTo(correlations.get(0)));
        assertThat(feed("entityId", entity).jsonPath().getInt("totalEventCount")).isOne();
        assertThat(messages()).isOne();
    }

    @Test
    void tagsWhichNobodyHasAreTheDocumentedError() {
        var pushed = push("""
                {"eventType": "CUSTOM_INFO", "source": "ci", "description": "d", "attachRules": {"entityIds": null, "tagRule": [
                  {"meTypes": ["PROCESS_GROUP_INSTANCE"],
                   "tags": [{"context": "CONTEXTLESS", "key": "environment", "value": "nobody's"}]}]}}""");

        pushed.then()
                .statusCode(400)
                .body("error.code", equalTo(400))
                .body("error.message", equalTo("Invalid attachRules object provided. No entity IDs match: Matching rule:"
                        + " PushEventAttachRules{entityIds=null, tagRules=[TagMatchRule{meTypes=[PROCESS_GROUP_INSTANCE],"
                        + " tags=[[CONTEXTLESS]environment:nobody's]}]}"))
                .body("error", not(hasKey("constraintViolations")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                              | eventType
            {}                                              | source
            {}                                              | attachRules
            {"eventType": "FOO"}                            | eventType
            {"eventType": "WARNING"}                        | eventType
            {"eventType": ["CUSTOM_INFO"]}                  | eventType
            {"source": ""}                                  | source
            {"attachRules": {}}                             | attachRules
            {"attachRules": []}                             | attachRules
            {"attachRules": {"tagRule": [{}]}}              | attachRules.tagRule[0].meTypes
            {"attachRules": {"tagRule": [{}]}}              | attachRules.tagRule[0].tags
            {"attachRules": {"tagRule": [{"tags": [{}]}]}}  | attachRules.tagRule[0].tags[0].key
            {"eventType": "CUSTOM_INFO", "start": "soon"}   | start
            {"eventType": "CUSTOM_INFO", "start": 1}        | start
            {"eventType": "CUSTOM_INFO", "end": 1}          | end
            {"eventType": "CUSTOM_INFO", "end": 9999999999999} | end
            {"eventType": "CUSTOM_INFO", "start": 1700000000000, "end": 1600000000000} | end
            {"eventType": "ERROR_EVENT", "start": 1}        | start
            {"eventType": "ERROR_EVENT", "timeoutMinutes": 121} | timeoutMinutes
            {"eventType": "ERROR_EVENT", "timeoutMinutes": -1}  | timeoutMinutes
            {"customProperties": "x"}                       | customProperties
            {"title": {}}                                   | title
            """)
    void eachWrongFieldIsNamed(String body, String path) {
        push(body).then()
                .statusCode(400)
                .body("error.code", equalTo(400))
                .body("error.message", equalTo("Constraints violated."))
                .body("error.constraintViolations.path", hasItem(path))
                .body("error.constraintViolations.parameterLocation", hasItem("PAYLOAD_BODY"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "[]", "null", "{", "\"x\"", "{\"a\":1} {}" })
    void whatIsNoJsonObjectIsRefused(String body) {
        push(body).then().statusCode(400).body("error.code", equalTo(400));
    }

    @Test
    void clientsWhichLeaveFieldsOutAreServed() {
        push("""
                {"eventType": "CUSTOM_DEPLOYMENT", "source": "dtcli", "deploymentName": "shop", "start": "%d",
                 "attachRules": {"entityIds": "%s"}}""".formatted(now, entity)).then().statusCode(200);
    }

    private long messages() {
        return database.number("select count(*) from outbox where data like '%' || ? || '%'", entity);
    }
}

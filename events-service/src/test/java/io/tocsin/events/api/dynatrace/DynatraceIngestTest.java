package io.tocsin.events.api.dynatrace;

import static io.tocsin.events.api.dynatrace.DynatraceCalls.EVENTS;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.anEntity;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.ingest;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.list;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;

/** wire/dynatrace.md §7. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DynatraceIngestTest {

    private final String entity = anEntity("SERVICE");
    private final long now = Instant.now().toEpochMilli();

    @ParameterizedTest
    @CsvSource({ "AVAILABILITY_EVENT,OPEN", "CUSTOM_ALERT,OPEN", "ERROR_EVENT,OPEN", "PERFORMANCE_EVENT,OPEN",
            "RESOURCE_CONTENTION_EVENT,OPEN", "WARNING,OPEN", "CUSTOM_ANNOTATION,CLOSED", "CUSTOM_CONFIGURATION,CLOSED",
            "CUSTOM_DEPLOYMENT,CLOSED", "CUSTOM_INFO,CLOSED", "MARKED_FOR_TERMINATION,CLOSED" })
    void eachTypeIsStoredUnderACorrelationId(String type, String status) {
        var ingested = ingest(anIngest(type, ""));

        ingested.then()
                .statusCode(201)
                .body("reportCount", equalTo(1))
                .body("eventIngestResults.status", contains("OK"))
                .body("eventIngestResults.correlationId", contains(matchesPattern("[0-9a-f]{16}")));
        var event = found(ingested.jsonPath());
        assertThat(event.getString("eventType")).isEqualTo(type);
        assertThat(event.getString("status")).isEqualTo(status);
        assertThat(event.getLong("endTime")).isEqualTo(status.equals("OPEN") ? -1 : event.getLong("startTime"));
    }

    @Test
    void everyFieldIsReadBack() {
        var ingested = ingest(anIngest("CUSTOM_DEPLOYMENT", """
                , "startTime": "%d", "endTime": %d, "timeout": null,
                "properties": {"dt.event.source": "Acme CI", "dt.event.description": "rolled out", "team": "shop", "n": 5}"""
                .formatted(now - 60_000, now - 30_000)));

        var event = found(ingested.jsonPath());

        assertThat(event.getString("eventId")).matches("[0-9]{16,19}_" + (now - 60_000));
        assertThat(event.getLong("startTime")).isEqualTo(now - 60_000);
        assertThat(event.getLong("endTime")).isEqualTo(now - 30_000);
        assertThat(event.getString("title")).isEqualTo("Titled");
        assertThat(event.getString("entityId.entityId.id")).isEqualTo(entity);
        assertThat(event.getString("entityId.entityId.type")).isEqualTo("SERVICE");
        assertThat(event.getMap("entityId")).doesNotContainKey("name");
        assertThat(event.getList("entityTags")).isEmpty();
        assertThat(event.getList("managementZones")).isEmpty();
        assertThat(event.getBoolean("underMaintenance")).isFalse();
        assertThat(event.getBoolean("suppressAlert")).isFalse();
        assertThat(event.getBoolean("suppressProblem")).isFalse();
        assertThat(event.getBoolean("frequentEvent")).isFalse();
        assertThat(properties(event)).containsAllEntriesOf(Map.of("dt.event.source", "Acme CI", "dt.event.description",
                "rolled out", "team", "shop", "n", "5"));
    }

    @ParameterizedTest
    @CsvSource({ "ERROR_EVENT,dt.event.group_label,Error event", "CUSTOM_DEPLOYMENT,dt.event.group_label,Deployment",
            "ERROR_EVENT,dt.event.title,Titled", "ERROR_EVENT,dt.event.timeout,15", "ERROR_EVENT,dt.event.impact_level,Service",
            "ERROR_EVENT,dt.event.is_rootcause_relevant,true", "CUSTOM_INFO,dt.event.is_rootcause_relevant,false" })
    void theServerAddsProperties(String type, String key, String value) {
        var event = found(ingest(anIngest(type, "")).jsonPath());

        assertThat(properties(event)).containsEntry(key, value);
    }

    @Test
    void theEnvironmentIsTheDefaultEntity() {
        var ingested = ingest("{\"eventType\": \"CUSTOM_INFO\", \"title\": \"t\", \"entitySelector\": null}").jsonPath();

        assertThat(found(ingested).getString("entityId.entityId.id")).matches("ENVIRONMENT-[0-9A-F]{16}");
        assertThat(properties(found(ingested))).containsEntry("dt.event.impact_level", "Environment");
    }

    @Test
    void eachEntityHasAResultOfItsOwn() {
        var second = anEntity("SERVICE");

        var ingested = ingest(anIngest("ERROR_EVENT", "").replace(entity, entity + "\\\",\\\"" + second));

        ingested.then()
                .statusCode(201)
                .body("reportCount", equalTo(2))
                .body("eventIngestResults.status", everyItem(equalTo("OK")));
        assertThat(ingested.jsonPath().getList("eventIngestResults.correlationId")).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            CUSTOM_INFO | -43201 |  |                INVALID_TIMESTAMPS
            CUSTOM_INFO | -43190 |  |                OK
            CUSTOM_INFO | 10081  |  |                INVALID_TIMESTAMPS
            CUSTOM_INFO | 10070  |  |                OK
            ERROR_EVENT | -361   |  |                INVALID_TIMESTAMPS
            ERROR_EVENT | -355   |  |                OK
            ERROR_EVENT | 6      |  |                INVALID_TIMESTAMPS
            ERROR_EVENT | 4      |  |                OK
            CUSTOM_INFO | -5     | "endTime": 1000 | INVALID_TIMESTAMPS
            ERROR_EVENT | -5     | "endTime": 9999999999999 | INVALID_TIMESTAMPS
            CUSTOM_INFO | -5     | "properties": {"dt.system.bucket": "x"} | INVALID_METADATA
            CUSTOM_INFO | -5     | "properties": {"dt.event.x": "x", "dt.davis.x": "x", "dt.entity.host": "x"} | OK
            CUSTOM_INFO | -5     | "properties": {"": "x"} | INVALID_METADATA
            """)
    void whatSpeaksAgainstAnEventIsTheStatusOfItsResults(String type, long startMinutes, String more, String status) {
        var ingested = ingest(anIngest(type, ", \"startTime\": " + (now + Duration.ofMinutes(startMinutes).toMillis())
                + (more == null ? "" : ", " + more)));

        ingested.then().statusCode(201).body("eventIngestResults.status", contains(status));
        assertThat(list("eventSelector", "entityId(\"" + entity + "\")", "from", "now-60d", "to", Long.toString(now + Duration
                .ofDays(8)
                .toMillis()))
                .jsonPath()
                .getInt("totalCount"))
                .isEqualTo(status.equals("OK") ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({ "101,5,1,INVALID_METADATA", "100,5,1,OK", "1,101,1,INVALID_METADATA", "1,100,1,OK",
            "1,5,4097,INVALID_METADATA",
            "1,5,4096,OK" })
    void propertiesHaveLimits(int number, int keyLength, int valueLength, String status) {
        var properties = IntStream.range(0, number)
                .mapToObj(n -> "\"" + (n + "k".repeat(100)).substring(0, keyLength) + "\": \"" + "v".repeat(
                        valueLength) + "\"")
                .collect(Collectors.joining(",", "{", "}"));

        ingest(anIngest("CUSTOM_INFO", ", \"properties\": " + properties)).then()
                .statusCode(201)
                .body("eventIngestResults.status", contains(status));
    }

    @Test
    void anEnvironmentCannotBeMarkedForTermination() {
        ingest("{\"eventType\": \"MARKED_FOR_TERMINATION\", \"title\": \"t\"}").then()
                .statusCode(201)
                .body("eventIngestResults.status", contains("INVALID_ENTITY_TYPE"))
                .body("eventIngestResults[0]", not(hasKey("correlationId")));
    }

    @ParameterizedTest
    @CsvSource({ "null,15", "0,15", "30,30", "360,360", "1000,360" })
    void aTimeoutIsMinutesAndCapped(String timeout, String minutes) {
        var event = found(ingest(anIngest("ERROR_EVENT", ", \"timeout\": " + timeout)).jsonPath());

        assertThat(properties(event)).containsEntry("dt.event.timeout", minutes);
    }

    @Test
    void resendingRefreshesAndAnEndInThePastCloses() {
        var first = ingest(anIngest("ERROR_EVENT", "")).jsonPath();
        var again = ingest(anIngest("ERROR_EVENT", ", \"timeout\": 60")).jsonPath();
        var open = found(first);

        ingest(anIngest("ERROR_EVENT", ", \"endTime\": " + Instant.now().toEpochMilli()));

        var closed = found(first);
        assertThat(again.getString("eventIngestResults[0].correlationId")).isEqualTo(correlationId(first));
        assertThat(open.getString("status")).isEqualTo("OPEN");
        assertThat(closed.getString("status")).isEqualTo("CLOSED");
        assertThat(closed.getString("eventId")).isEqualTo(open.getString("eventId"));
        assertThat(closed.getLong("endTime")).isGreaterThanOrEqualTo(now);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                          | eventType
            {}                                                          | title
            {"eventType": "FOO", "title": "t"}                          | eventType
            {"eventType": "RESOURCE_CONTENTION", "title": "t"}          | eventType
            {"eventType": "CUSTOM_INFO", "title": ""}                   | title
            {"eventType": "CUSTOM_INFO", "title": "t", "startTime": {}} | startTime
            {"eventType": "CUSTOM_INFO", "title": "t", "timeout": -1}   | timeout
            {"eventType": "CUSTOM_INFO", "title": "t", "properties": 1} | properties
            {"eventType": "CUSTOM_INFO", "title": "t", "properties": {"a": {}}}               | properties
            {"eventType": "CUSTOM_INFO", "title": "t", "entitySelector": "type("}             | entitySelector
            {"eventType": "CUSTOM_INFO", "title": "t", "entitySelector": "tag(\\"a\\")"}      | entitySelector
            {"eventType": "CUSTOM_INFO", "title": "t", "entitySelector": "type(NO_SUCH)"}     | entitySelector
            """)
    void eachWrongFieldIsNamed(String body, String path) {
        ingest(body).then()
                .statusCode(400)
                .body("error.code", equalTo(400))
                .body("error.message", equalTo("Constraints violated."))
                .body("error.constraintViolations.path", hasItem(path))
                .body("error.constraintViolations.parameterLocation", hasItem("PAYLOAD_BODY"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "x", "4578933396576863909_1631255744265", "-1_1", "ingest" })
    void anEventNobodyKnowsIs404(String id) {
        token().get(EVENTS + "/{id}", id).then().statusCode(404).body("error.code", equalTo(404));
    }

    @Test
    void whatVersion1PushedHasThePropertiesOfVersion2() {
        DynatraceCalls.push(DynatraceCalls.aPush("CUSTOM_DEPLOYMENT", entity)
                .replace("\"source\"",
                        "\"ciBackLink\": \"http://ci\", \"remediationAction\": \"http://fix\", \"customProperties\": {\"n\": {\"m\": 1}},"
                                + " \"source\""));

        var id = list("eventSelector", "entityId(\"" + entity + "\")").jsonPath().getString("events[0].eventId");
        var event = token().get(EVENTS + "/{id}", id).jsonPath();
        assertThat(event.getString("title")).isEqualTo("Titled");
        assertThat(properties(event)).containsAllEntriesOf(Map.of("dt.event.source", "Acme CI", "dt.event.deployment.name",
                "shop",
                "dt.event.deployment.version", "1.2", "dt.event.deployment.ci_back_link", "http://ci",
                "dt.event.deployment.remediation_action_link", "http://fix", "dt.event.description", "it happened", "n",
                "{\"m\":1}"));
    }

    private JsonPath found(JsonPath ingested) {
        var id = list("eventSelector", "correlationId(\"" + correlationId(ingested) + "\")", "from", "now-31d", "to",
                Long.toString(now + Duration.ofDays(8).toMillis())).jsonPath().getString("events[0].eventId");
        return token().get(EVENTS + "/{id}", id).jsonPath();
    }

    private static String correlationId(JsonPath ingested) {
        return ingested.getString("eventIngestResults[0].correlationId");
    }

    private static Map<String, String> properties(JsonPath event) {
        return event.<Map<String, String>>getList("properties")
                .stream()
                .collect(Collectors.toMap(property -> property.get("key"), property -> property.get("value")));
    }

    private String anIngest(String type, String more) {
        return """
                {"eventType": "%s", "title": "Titled", "entitySelector": "entityId(\\"%s\\")"%s}""".formatted(type, entity,
                more);
    }
}

package io.tocsin.events.api.dynatrace;

import static io.restassured.RestAssured.given;
import static io.tocsin.events.TestKeys.ALL;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.anEntity;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.ingest;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.list;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.push;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tocsin.events.TestDatabase;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;

/** wire/dynatrace.md §4 "Entities" and §6.2. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DynatraceEntitiesTest {

    @Inject
    TestDatabase database;

    private final String host = "web-" + anEntity("X").substring(2).toLowerCase();
    private final String entity = anEntity("PROCESS_GROUP_INSTANCE");

    @Test
    void anEntityExistsFromItsFirstEventOn() {
        ingest(about("entityId(" + entity + ")")).then().statusCode(201);

        assertThat(titles("type(PROCESS_GROUP_INSTANCE),firstSeenTms.gte(now-5m)")).contains("t");
        assertThat(database.number("select count(*) from entity where id = ? and type = 'PROCESS_GROUP_INSTANCE'", entity))
                .isOne();
    }

    @Test
    void manyFirstReferencesAtOnceMakeOneEntity() {
        var second = anEntity("HOST");

        var statuses = IntStream.range(0, 40)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> push(DynatraceCalls.aPush("CUSTOM_INFO", n % 2 == 0
                        ? entity + "\", \"" + second
                        : second + "\", \"" + entity)).statusCode()))
                .toList();

        assertThat(statuses.stream().map(CompletableFuture::join)).hasSize(40).allMatch(status -> status == 200);
        assertThat(database.number("select count(*) from entity where id in (?, ?)", entity, second)).isEqualTo(2);
    }

    @Test
    void aTagRuleFindsTaggedEntitiesAndTheirEventsShowTheTags() {
        tag("entityId(" + entity + ")", "{\"key\": \"env\", \"value\": \"" + host + "\"}, {\"key\": \"critical\"}");

        var pushed = push(
                """
                {"eventType": "CUSTOM_INFO", "source": "ci", "description": "d", "attachRules": {"tagRule": [{
                   "meTypes": ["HOST", "PROCESS_GROUP_INSTANCE"], "tags": [
                     {"context": "CONTEXTLESS", "key": "env", "value": "%s"}, {"context": "CONTEXTLESS", "key": "critical"}]}]}}"""
                        .formatted(host));

        pushed.then().statusCode(200);
        token().get("/api/v1/events/{id}", pushed.jsonPath().getString("storedIds[0]"))
                .then()
                .body("entityId", equalTo(entity))
                .body("tags.key", hasItem("critical"))
                .body("tags.find { it.key == 'env' }.value", equalTo(host))
                .body("tags.context", hasItem("CONTEXTLESS"));
        token().get("/api/v2/events/{id}", pushed.jsonPath().getString("storedIds[0]"))
                .then()
                .body("entityTags.stringRepresentation", hasItem("env:" + host));
    }

    @ParameterizedTest
    @CsvSource({ "HOST,env", "PROCESS_GROUP_INSTANCE,stage" })
    void aTagRuleNeedsTypeAndEveryTag(String type, String key) {
        tag("entityId(" + entity + ")", "{\"key\": \"env\", \"value\": \"" + host + "\"}");

        push("""
                {"eventType": "CUSTOM_INFO", "source": "ci", "description": "d", "attachRules": {"tagRule": {
                   "meTypes": "%s", "tags": [{"key": "%s", "value": "%s"}]}}}""".formatted(type, key, host))
                .then()
                .statusCode(400)
                .body("error.message", containsString("No entity IDs match"));
    }

    @Test
    void aTagRuleDoesNotFindWhatWasNotSeenForADay() {
        var rule = """
                {"eventType": "CUSTOM_INFO", "source": "ci", "description": "d", "attachRules": {"tagRule": {
                   "meTypes": "PROCESS_GROUP_INSTANCE", "tags": [{"key": "env", "value": "%s"}]}}}""".formatted(host);
        tag("entityId(" + entity + ")", "{\"key\": \"env\", \"value\": \"" + host + "\"}");
        push(rule).then().statusCode(200);

        database.execute("update entity set last_seen_at = now() - interval '25 hours' where id = '" + entity + "'");

        push(rule).then().statusCode(400).body("error.message", containsString("No entity IDs match"));
    }

    @Test
    void tagsAreListedAndTakenAway() {
        var selector = "entityId(" + entity + ")";
        tag(selector, "{\"key\": \"a\", \"value\": \"1\"}, {\"key\": \"a\", \"value\": \"2\"}, {\"key\": \"b:c\"}");

        token().queryParam("entitySelector", selector)
                .queryParam("key", "a")
                .queryParam("deleteAllWithKey", "true")
                .delete("/api/v2/tags")
                .then()
                .statusCode(200)
                .body("matchedEntitiesCount", equalTo(1));

        token().queryParam("entitySelector", selector).get("/api/v2/tags").then().body("tags.key", contains("b:c"));
    }

    @Test
    void aHostOfAnotherDialectIsAnEntityToo() {
        datadog("{\"title\": \"t\", \"text\": \"x\", \"host\": \"" + host + "\"}");

        await().untilAsserted(() -> assertThat(titles("type(HOST),entityName.equals(\"" + host.toUpperCase() + "\")"))
                .containsExactly("t"));
        assertThat(list("entitySelector", "type(HOST),entityName(" + host + ")").jsonPath()
                .getString("events[0].entityId.name"))
                .isEqualTo(host);
        assertThat(token().get("/api/v1/entity/infrastructure/hosts?relativeTime=30mins&includeDetails=false&pageSize=4000")
                .jsonPath()
                .getList("displayName")).contains(host);
    }

    @Test
    void anEventAboutNothingIsAboutTheEnvironment() {
        datadog("{\"title\": \"" + host + "\", \"text\": \"x\"}");

        assertThat(titles("type(ENVIRONMENT)")).contains(host);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            entityId("ENTITY")                                          | true
            entityId(ENTITY),type(HOST)                                 | error
            type("PROCESS_GROUP_INSTANCE"),tag("run:HOST")              | true
            type("PROCESS_GROUP_INSTANCE"),tag("run")                   | true
            type("PROCESS_GROUP_INSTANCE"),tag("x","run:HOST")          | true
            type("PROCESS_GROUP_INSTANCE"),tag("[CONTEXTLESS]run:HOST") | true
            type("PROCESS_GROUP_INSTANCE"),tag("[AWS]run:HOST")         | false
            type("PROCESS_GROUP_INSTANCE"),tag("ru")                    | false
            type("PROCESS_GROUP_INSTANCE"),not(tag("run:HOST"))         | false
            type("PROCESS_GROUP_INSTANCE"),not(tag("run:other"))        | true
            type("HOST"),tag("run:HOST")                                | false
            entityId("ENTITY"),mzId(4711)                               | false
            entityId("ENTITY"),mzName("prod")                           | false
            entityId("ENTITY"),not(mzName("prod"))                      | true
            entityId("ENTITY"),entityName("x")                          | false
            entityId("ENTITY"),entityName.startsWith("x")               | false
            entityId("ENTITY"),entityName.contains("x")                 | false
            entityId("ENTITY"),entityName.in("x","y")                   | false
            entityId("ENTITY"),caseSensitive(entityName.equals("x"))    | false
            entityId("ENTITY"),entityName.exists()                      | false
            entityId("ENTITY"),not(entityName.exists())                 | true
            entityId("ENTITY"),firstSeenTms.gte(now-1h)                 | true
            entityId("ENTITY"),firstSeenTms.gt(now-1h)                  | true
            entityId("ENTITY"),firstSeenTms.lte("now-1h")               | false
            entityId("ENTITY"),firstSeenTms.lt(now-1h)                  | false
            entityId("ENTITY"),healthState("HEALTHY")                   | error
            entityId("ENTITY"),fromRelationships.isServiceOf(type(X))   | error
            entityId("ENTITY"),osType("LINUX")                          | error
            entityId("ENTITY"),not(type(HOST))                          | error
            entityId("ENTITY","HOST-0000000000000000")                  | error
            entityId("ENTITY"),firstSeenTms.lt(soon)                    | error
            tag("a")                                                    | error
            """)
    void anEntitySelectorSelectsOrExplains(String selector, String outcome) {
        tag("entityId(" + entity + ")", "{\"key\": \"run\", \"value\": \"" + host + "\"}");
        ingest(about("entityId(" + entity + ")"));

        var listed = list("entitySelector", selector.replace("ENTITY", entity).replace("run:HOST", "run:" + host));

        if (outcome.equals("error")) {
            listed.then().statusCode(400).body("error.constraintViolations.path", contains("entitySelector"));
        } else {
            assertThat(listed.jsonPath().getList("events.entityId.entityId.id").contains(entity)).hasToString(outcome);
        }
    }

    @ParameterizedTest
    @CsvSource({ "healthState(X)", "toRelationships.isProcessOf(type(HOST))", "osType(LINUX)" })
    void whatIsNotSupportedIsNamed(String criterion) {
        list("entitySelector", "type(HOST)," + criterion).then()
                .statusCode(400)
                .body("error.constraintViolations[0].message", containsString("The criterion '"
                        + criterion.substring(0, criterion.indexOf('(')) + "' is not supported here"));
    }

    private static List<String> titles(String selector) {
        return list("entitySelector", selector, "pageSize", "1000").jsonPath().getList("events.title");
    }

    private static String about(String selector) {
        return "{\"eventType\": \"CUSTOM_INFO\", \"title\": \"t\", \"entitySelector\": \"" + selector + "\"}";
    }

    private static Response datadog(String body) {
        return given().header("DD-API-KEY", ALL).body(body).post("/api/v1/events");
    }

    private static void tag(String selector, String tags) {
        token().queryParam("entitySelector", selector)
                .body("{\"tags\": [" + tags + "]}")
                .post("/api/v2/tags")
                .then()
                .statusCode(200)
                .body("matchedEntitiesCount", equalTo(1));
    }
}

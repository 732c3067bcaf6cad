package io.tocsin.events.api.dynatrace;

import static io.tocsin.events.api.dynatrace.DynatraceCalls.aPush;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.anEntity;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.feed;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.ingest;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.push;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;

/** wire/dynatrace.md §0, §2 and §4: where documents and clients contradict each other, a setting decides. */
@QuarkusTest
@TestProfile(DynatraceSettingsTest.Strict.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DynatraceSettingsTest {

    public static class Strict implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "tocsin.events.dynatrace.strict-push", "true",
                    "tocsin.events.dynatrace.feed-page-size", "2",
                    "tocsin.events.dynatrace.feed-window", "1h",
                    "tocsin.events.dynatrace.entities-per-post", "3",
                    "tocsin.events.dynatrace.count-up-to", "4");
        }
    }

    private final String entity = anEntity("HOST");

    /** Every required cell of the table in §4. */
    @ParameterizedTest
    @CsvSource({
            "AVAILABILITY_EVENT,description", "AVAILABILITY_EVENT,title", "AVAILABILITY_EVENT,source",
            "CUSTOM_ANNOTATION,annotationType", "CUSTOM_ANNOTATION,annotationDescription", "CUSTOM_ANNOTATION,source",
            "CUSTOM_CONFIGURATION,description", "CUSTOM_CONFIGURATION,configuration", "CUSTOM_CONFIGURATION,source",
            "CUSTOM_DEPLOYMENT,deploymentName", "CUSTOM_DEPLOYMENT,deploymentVersion", "CUSTOM_DEPLOYMENT,source",
            "CUSTOM_INFO,description", "CUSTOM_INFO,source",
            "ERROR_EVENT,description", "ERROR_EVENT,title", "ERROR_EVENT,source",
            "PERFORMANCE_EVENT,description", "PERFORMANCE_EVENT,title", "PERFORMANCE_EVENT,source",
            "RESOURCE_CONTENTION,description", "RESOURCE_CONTENTION,title", "RESOURCE_CONTENTION,source",
            "MARKED_FOR_TERMINATION,description", "MARKED_FOR_TERMINATION,source",
            "CUSTOM_ALERT,description", "CUSTOM_ALERT,title", "CUSTOM_ALERT,source" })
    void aStrictServerRefusesAPushWithoutWhatItsTypeNeeds(String type, String field) {
        var without = aPush(type, entity).replace("\"" + field + "\"", "\"not-" + field + "\"");

        push(without).then()
                .statusCode(400)
                .body("error.code", equalTo(400))
                .body("error.message", equalTo("Constraints violated."))
                .body("error.constraintViolations.path", contains(field))
                .body("error.constraintViolations.parameterLocation", contains("PAYLOAD_BODY"));
        assertThat(feed("entityId", entity).jsonPath().getInt("totalEventCount")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = { "AVAILABILITY_EVENT", "CUSTOM_ANNOTATION", "CUSTOM_CONFIGURATION", "CUSTOM_DEPLOYMENT",
            "CUSTOM_INFO", "ERROR_EVENT", "PERFORMANCE_EVENT", "RESOURCE_CONTENTION", "MARKED_FOR_TERMINATION",
            "CUSTOM_ALERT" })
    void aStrictServerTakesAPushWithAllOfIt(String type) {
        push(aPush(type, entity)).then().statusCode(200);
    }

    /** Optional cells: what is not asked for stays optional, and a title may always be left out of information. */
    @ParameterizedTest
    @CsvSource({ "CUSTOM_ANNOTATION,description", "CUSTOM_ANNOTATION,title", "CUSTOM_CONFIGURATION,title",
            "CUSTOM_DEPLOYMENT,description", "CUSTOM_DEPLOYMENT,title", "CUSTOM_INFO,title", "MARKED_FOR_TERMINATION,title" })
    void aStrictServerDoesNotAskForMore(String type, String field) {
        push(aPush(type, entity).replace("\"" + field + "\"", "\"not-" + field + "\"")).then().statusCode(200);
    }

    @Test
    void aPageOfTheFeedHasAsManyEventsAsItIsToldTo() {
        push(aPush("CUSTOM_INFO", entity));
        push(aPush("CUSTOM_INFO", entity));
        push(aPush("CUSTOM_INFO", entity));

        feed("entityId", entity).then()
                .body("events", hasSize(2))
                .body("nextCursor", notNullValue())
                .body("totalEventCount", equalTo(3));
    }

    @Test
    void theFeedReachesBackAsFarAsItIsToldTo() {
        var page = feed().jsonPath();

        assertThat(page.getLong("to") - page.getLong("from")).isEqualTo(Duration.ofHours(1).toMillis());
    }

    @Test
    void countingStopsWhereItIsToldTo() {
        for (int n = 0; n < 6; n++) {
            push(aPush("CUSTOM_INFO", entity)).then().statusCode(200);
        }

        assertThat(feed("entityId", entity).jsonPath().getInt("totalEventCount")).isEqualTo(4);
    }

    @Test
    void anEventIsAboutAsManyEntitiesAsItMayBe() {
        var ids = "HOST-0000000000000001\", \"HOST-0000000000000002\", \"HOST-0000000000000003";

        push(aPush("CUSTOM_INFO", ids)).then().statusCode(200);
        push(aPush("CUSTOM_INFO", ids + "\", \"HOST-0000000000000004")).then().statusCode(400);
        ingest("""
                {"eventType": "CUSTOM_INFO", "title": "t", "entitySelector": "entityId(1, 2, 3, 4)"}""".replace("1, 2, 3, 4",
                "HOST-0000000000000001, HOST-0000000000000002, HOST-0000000000000003, HOST-0000000000000004"))
                .then()
                .statusCode(400);
    }
}

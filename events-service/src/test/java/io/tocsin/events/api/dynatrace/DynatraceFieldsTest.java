package io.tocsin.events.api.dynatrace;

import static io.tocsin.events.api.dynatrace.DynatraceCalls.EVENTS;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.FEED;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.aPush;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.anEntity;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.feed;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.ingest;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.list;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.push;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;

/** wire/dynatrace.md §2, §4 and §7: fields which both versions have, and fields which none of ours has. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DynatraceFieldsTest {

    private final String entity = anEntity("HOST");
    private final long now = Instant.now().toEpochMilli();

    @ParameterizedTest
    @CsvSource({
            "CUSTOM_INFO,source,dt.event.source", "CUSTOM_INFO,title,dt.event.title",
            "CUSTOM_INFO,description,dt.event.description",
            "CUSTOM_ANNOTATION,annotationType,dt.event.annotation.type",
            "CUSTOM_ANNOTATION,annotationDescription,dt.event.annotation.description",
            "CUSTOM_DEPLOYMENT,deploymentName,dt.event.deployment.name",
            "CUSTOM_DEPLOYMENT,deploymentVersion,dt.event.deployment.version",
            "CUSTOM_DEPLOYMENT,deploymentProject,dt.event.deployment.project",
            "CUSTOM_DEPLOYMENT,ciBackLink,dt.event.deployment.ci_back_link",
            "CUSTOM_DEPLOYMENT,remediationAction,dt.event.deployment.remediation_action_link",
            "CUSTOM_CONFIGURATION,configuration,dt.event.configuration.name",
            "CUSTOM_CONFIGURATION,original,dt.event.configuration.original",
            "CUSTOM_CONFIGURATION,changed,dt.event.configuration.changed",
            "ERROR_EVENT,allowDavisMerge,dt.event.allow_davis_merge",
            "ERROR_EVENT,timeseriesIds,dt.event.timeseries_ids" })
    void aFieldOfVersion1IsAPropertyOfVersion2(String type, String field, String property) {
        push(aPush(type, entity).replace("\"" + field + "\"", "\"other\"")
                .replaceFirst("\\{", "{\"" + field + "\": \"a value\", ")).then().statusCode(200);

        list("eventSelector", "entityId(" + entity + "),property." + property + "(\"a value\")").then()
                .statusCode(200)
                .body("events[0].properties.find { it.key == '" + property + "' }.value", equalTo("a value"));
    }

    @ParameterizedTest
    @CsvSource({ "dt.event.description,description", "dt.event.source,source", "dt.event.annotation.type,annotationType",
            "dt.event.deployment.name,deploymentName", "dt.event.deployment.ci_back_link,ciBackLink",
            "dt.event.configuration.name,configuration", "dt.event.configuration.changed,changed" })
    void aPropertyOfVersion2IsAFieldOfVersion1(String property, String field) {
        ingest("""
                {"eventType": "CUSTOM_INFO", "title": "t", "entitySelector": "entityId(%s)", "properties": {"%s": "a value"}}"""
                .formatted(entity, property)).then().statusCode(201);

        feed("entityId", entity).then().statusCode(200).body("events[0]." + field, equalTo("a value"));
    }

    /** Those of built-in events: nobody can post them, and an unknown field is not looked at. */
    @ParameterizedTest
    @ValueSource(strings = { "resourceId", "resourceName", "affectedSyntheticLocations", "userAction", "browser",
            "operatingSystem", "geolocation", "affectedUserActionsPerMinute" })
    void aFieldWhichOnlyBuiltInEventsHaveIsNeverShown(String field) {
        var id = push(aPush("CUSTOM_INFO", entity).replaceFirst("\\{", "{\"" + field + "\": \"a value\", ")).jsonPath()
                .getString("storedIds[0]");

        token().get(FEED + "/{id}", id)
                .then()
                .statusCode(200)
                .body("$", not(hasKey(field)))
                .body("$", not(hasKey("customProperties")));
    }

    /** No source of the vendor's gives events such a parameter; one that nobody knows changes nothing. */
    @Test
    void fieldsIsNoParameterOfEvents() {
        ingest("{\"eventType\": \"CUSTOM_INFO\", \"title\": \"t\", \"entitySelector\": \"entityId(" + entity + ")\"}");

        list("eventSelector", "entityId(" + entity + ")", "fields", "+nothing").then()
                .statusCode(200)
                .body("events.title", contains("t"))
                .body("events[0]", hasKey("properties"));
    }

    @Test
    void aListHoldsTheNewestStartFirst() {
        for (var minutes : new int[]{ 20, 5, 10 }) {
            ingest("""
                    {"eventType": "CUSTOM_INFO", "title": "%d ago", "entitySelector": "entityId(%s)", "startTime": %d}"""
                    .formatted(minutes, entity, now - minutes * 60_000L));
        }

        assertThat(list("eventSelector", "entityId(" + entity + ")").jsonPath().getList("events.title", String.class))
                .containsExactly("5 ago", "10 ago", "20 ago");
    }

    @ParameterizedTest
    @ValueSource(strings = { "eventSelector", "entitySelector" })
    void aSelectorHasTenThousandCharactersAtMost(String parameter) {
        var ids = "HOST-0000000000000000,".repeat(453) + entity;

        list(parameter, "entityId(" + ids + ")").then().statusCode(200);
        list(parameter, "entityId(" + ids + "," + ids.substring(0, 400) + ")").then()
                .statusCode(400)
                .body("error.constraintViolations.path", contains(parameter))
                .body("error.constraintViolations[0].message", containsString("at most 10000 are allowed"));
    }

    @Test
    void theCoordinatesOfAnEventAreTheSameInBothVersions() {
        var id = push(aPush("CUSTOM_INFO", entity)).jsonPath().getString("storedIds[0]");

        var v1 = token().get(FEED + "/{id}", id).jsonPath();
        var v2 = token().get(EVENTS + "/{id}", id).jsonPath();

        assertThat(v2.getString("eventId")).isEqualTo(v1.getString("id"));
        assertThat(v2.getLong("startTime")).isEqualTo(v1.getLong("startTime"));
        assertThat(v2.getLong("endTime")).isEqualTo(v1.getLong("endTime"));
        assertThat(v2.getString("entityId.entityId.id")).isEqualTo(v1.getString("entityId"));
        assertThat(v2.getString("eventType")).isEqualTo(v1.getString("eventType"));
        assertThat(v2.getString("status")).isEqualTo(v1.getString("eventStatus"));
    }
}

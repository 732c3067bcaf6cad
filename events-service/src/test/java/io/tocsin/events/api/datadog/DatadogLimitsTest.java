package io.tocsin.events.api.datadog;

import static io.restassured.RestAssured.given;
import static io.tocsin.events.TestKeys.ALL;
import static io.tocsin.events.TestKeys.INGEST_ONLY;
import static io.tocsin.events.TestKeys.OTHER_GROUP;
import static io.tocsin.events.TestKeys.OTHER_ORGANIZATION;
import static io.tocsin.events.TestKeys.VIEW_ONLY;
import static io.tocsin.events.api.NarrowLimits.INGEST;
import static io.tocsin.events.api.NarrowLimits.INGEST_OF_ORGANIZATION;
import static io.tocsin.events.api.NarrowLimits.READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.tocsin.events.TestDatabase;
import io.tocsin.events.TestKeys;
import io.tocsin.events.api.NarrowLimits;
import io.tocsin.test.PostgresResource;

/** Limits in Datadog's words (wire/datadog.md §11). Each test uses up the limits of credentials of its own. */
@QuarkusTest
@TestProfile(NarrowLimits.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DatadogLimitsTest {

    /** Whole seconds, as clients parse it and sleep. */
    private static final String SECONDS = "[1-9][0-9]*";

    @Inject
    TestDatabase database;

    private final String tag = "run:" + UUID.randomUUID();

    @Test
    void everyAnswerSaysWhatIsLeftAndPostsBeyondTheLimitStoreNothing() {
        for (var left = INGEST - 1; left >= 0; left--) {
            post(OTHER_ORGANIZATION).then()
                    .statusCode(202)
                    .header("X-RateLimit-Name", "ingest-credential")
                    .header("X-RateLimit-Limit", "" + INGEST)
                    .header("X-RateLimit-Period", "1728000000")
                    .header("X-RateLimit-Remaining", "" + left)
                    .header("X-RateLimit-Reset", matchesPattern(SECONDS));
        }

        post(OTHER_ORGANIZATION).then()
                .statusCode(429)
                .contentType("application/json")
                .header("X-RateLimit-Limit", "" + INGEST)
                .header("X-RateLimit-Remaining", "0")
                .header("X-RateLimit-Reset", matchesPattern(SECONDS))
                .header("Retry-After", matchesPattern(SECONDS))
                .body("errors", contains(matchesPattern("The limit 'ingest-credential' of 4 in 1728000000 s is used up; "
                        + "it begins anew in [0-9]+ s\\.")));
        create(OTHER_ORGANIZATION).then()
                .statusCode(429)
                .header("Retry-After", matchesPattern(SECONDS))
                .body("errors.status", contains("429"))
                .body("errors.title", contains("Too Many Requests"))
                .body("errors[0].detail", startsWith("The limit 'ingest-credential' of 4"));
        comment(OTHER_ORGANIZATION).then().statusCode(429).header("X-RateLimit-Remaining", "0");
        assertThat(database.events(tag)).isEqualTo(INGEST);
        assertThat(database.messages(tag)).isEqualTo(INGEST);
    }

    @Test
    void allCredentialsOfAnOrganizationShareItsLimitAndStrangersCannotUseItUp() {
        for (var call = 0; call < 2 * INGEST_OF_ORGANIZATION; call++) {
            post("nobody").then().statusCode(403).header("X-RateLimit-Remaining", nullValue());
        }
        for (var call = 0; call < INGEST; call++) {
            post(ALL).then().statusCode(202);
        }
        post(INGEST_ONLY).then().statusCode(202).header("X-RateLimit-Name", "ingest-organization");
        post(INGEST_ONLY).then().statusCode(202).header("X-RateLimit-Remaining", "0");

        var refused = post(INGEST_ONLY);

        refused.then().statusCode(429).header("X-RateLimit-Name", "ingest-organization");
        assertThat(database.events(tag)).isEqualTo(INGEST_OF_ORGANIZATION);
    }

    @Test
    void readsHaveALimitOfTheirOwn() {
        for (var left = READ - 1; left >= 0; left--) {
            read(VIEW_ONLY).then()
                    .statusCode(404)
                    .header("X-RateLimit-Name", "read-credential")
                    .header("X-RateLimit-Remaining", "" + left);
        }

        read(VIEW_ONLY).then().statusCode(429).header("X-RateLimit-Remaining", "0");
        list(VIEW_ONLY).then().statusCode(429);
        search(VIEW_ONLY).then().statusCode(429).header("X-RateLimit-Name", "read-credential").body("errors", hasSize(1));
        list(OTHER_GROUP).then().statusCode(200).header("X-RateLimit-Remaining", "" + (READ - 1));
    }

    @Test
    void checkingAKeyIsNotLimited() {
        for (var call = 0; call < 2 * READ; call++) {
            given().header("DD-API-KEY", OTHER_GROUP)
                    .get("/api/v1/validate")
                    .then()
                    .statusCode(200)
                    .body("valid", equalTo(true));
        }
    }

    private Response post(String key) {
        return given().header("DD-API-KEY", key)
                .contentType("application/json")
                .body("{\"title\": \"a\", \"text\": \"b\", \"tags\": [\"" + tag + "\"]}")
                .post("/api/v1/events");
    }

    private Response create(String key) {
        return given().header("DD-API-KEY", key).contentType("application/json").body("""
                {"data": {"type": "event", "attributes": {"title": "a", "category": "alert", "tags": ["%s"],
                                                          "attributes": {"status": "ok"}}}}
                """.formatted(tag)).post("/api/v2/events");
    }

    private static Response comment(String key) {
        return given().header("DD-API-KEY", key)
                .contentType("application/json")
                .body("{\"message\": \"a\"}")
                .post("/api/v1/comments");
    }

    private static Response search(String key) {
        return given().header("DD-API-KEY", key)
                .header("DD-APPLICATION-KEY", key)
                .contentType("application/json")
                .body("{}")
                .post("/api/v2/events/search");
    }

    private static Response read(String key) {
        return given().header("DD-API-KEY", key).header("DD-APPLICATION-KEY", key).get("/api/v1/events/1");
    }

    private static Response list(String key) {
        return given().header("DD-API-KEY", key).header("DD-APPLICATION-KEY", key).get("/api/v1/events?start=1&end=2");
    }
}

package io.tocsin.events.api.dynatrace;

import static io.restassured.RestAssured.given;
import static io.tocsin.events.TestKeys.ALL;
import static io.tocsin.events.TestKeys.OTHER_ORGANIZATION;
import static io.tocsin.events.api.NarrowLimits.INGEST;
import static io.tocsin.events.api.NarrowLimits.PERIOD_DAYS;
import static io.tocsin.events.api.NarrowLimits.PERIOD_ENDS;
import static io.tocsin.events.api.NarrowLimits.READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.time.Instant;
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

/** Limits in Dynatrace's words (wire/dynatrace.md §1.5). */
@QuarkusTest
@TestProfile(DynatraceLimitsTest.UnusedLimits.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DynatraceLimitsTest {

    /** Another profile is another service, of whose limits no other test has used anything. */
    public static class UnusedLimits extends NarrowLimits {}

    private static final String RESET_MICROS = Instant.parse(PERIOD_ENDS).getEpochSecond() + "000000";

    @Inject
    TestDatabase database;

    private final String title = "run-" + UUID.randomUUID();

    @Test
    void anEventPerEntityCountsAndWhatIsTooMuchStoresNothing() {
        push(OTHER_ORGANIZATION, "\"HOST-1\", \"HOST-2\", \"HOST-3\"").then()
                .statusCode(200)
                .header("X-RateLimit-Limit", "" + (long) INGEST * 60 / (PERIOD_DAYS * 86_400L))
                .header("X-RateLimit-Remaining", "" + (INGEST - 3))
                .header("X-RateLimit-Reset", RESET_MICROS)
                .header("X-RateLimit-Period", nullValue());

        push(OTHER_ORGANIZATION, "\"HOST-1\", \"HOST-2\", \"HOST-3\"").then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("[1-9][0-9]*"))
                .header("X-RateLimit-Reset", RESET_MICROS)
                .body("error.code", equalTo(429))
                .body("error.message", startsWith("The limit 'ingest-credential' of 4"));
        assertThat(database.number("select count(*) from event where title = ?", title)).isEqualTo(3);
    }

    @Test
    void readsBeyondTheLimitAreRefusedInDynatracesForm() {
        for (var left = READ - 1; left >= 0; left--) {
            read(ALL).then().statusCode(200).header("X-RateLimit-Remaining", "" + left);
        }

        read(ALL).then().statusCode(429).header("X-RateLimit-Remaining", "0").body("error.code", equalTo(429));
        read("nobody").then().statusCode(401).header("X-RateLimit-Remaining", nullValue());
    }

    private Response push(String token, String entities) {
        return given().header("Authorization", "Api-Token " + token).contentType("application/json").body("""
                {"eventType": "CUSTOM_INFO", "source": "test", "title": "%s", "description": "a",
                 "attachRules": {"entityIds": [%s]}}
                """.formatted(title, entities)).post("/api/v1/events");
    }

    private static Response read(String token) {
        return given().header("Authorization", "Api-Token " + token).get("/api/v2/events");
    }
}

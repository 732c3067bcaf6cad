package io.tocsin.events.api.dynatrace;

import static io.tocsin.events.TestKeys.LONELY;
import static io.tocsin.events.api.NarrowLimits.INGEST;
import static io.tocsin.events.api.NarrowLimits.PERIOD_ENDS;
import static io.tocsin.events.api.NarrowLimits.READ;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.EVENTS;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.FEED;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.aPush;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.anEntity;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tocsin.events.TestDatabase;
import io.tocsin.events.TestKeys;
import io.tocsin.events.api.NarrowLimits;
import io.tocsin.test.PostgresResource;

/** Limits in Dynatrace's words (wire/dynatrace.md §1.5). The two tests use up the two kinds of limits of one credential. */
@QuarkusTest
@TestProfile(NarrowLimits.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DynatraceLimitsTest {

    private static final String MICROSECONDS = Instant.parse(PERIOD_ENDS).getEpochSecond() + "000000";

    @Inject
    TestDatabase database;

    @Test
    void readsOfBothVersionsAreCountedTogetherAndThenRefused() {
        for (var left = READ - 1; left >= 0; left--) {
            token(LONELY).get(left % 2 == 0 ? FEED : EVENTS)
                    .then()
                    .statusCode(200)
                    .header("X-RateLimit-Remaining", "" + left)
                    .header("X-RateLimit-Reset", MICROSECONDS);
        }

        token(LONELY).get(EVENTS)
                .then()
                .statusCode(429)
                .header("X-RateLimit-Remaining", "0")
                .header("X-RateLimit-Reset", MICROSECONDS)
                .header("Retry-After", matchesPattern("[1-9][0-9]*"))
                .body("error.code", equalTo(429))
                .body("error.message", startsWith("The limit 'read-credential' of " + READ));
    }

    @Test
    void aPostCountsForEachEntityOrNotAtAll() {
        var entities = IntStream.rangeClosed(0, INGEST).mapToObj(n -> anEntity("HOST")).toList();
        var all = entities.stream().collect(Collectors.joining("\", \""));
        var allButOne = entities.stream().skip(1).collect(Collectors.joining("\", \""));

        var refused = token(LONELY).body(aPush("CUSTOM_INFO", all)).post(FEED);
        var accepted = token(LONELY).body(aPush("CUSTOM_INFO", entities.get(1))).post(FEED);
        var refusedAgain = token(LONELY).body(aPush("CUSTOM_INFO", allButOne)).post(FEED);

        refused.then().statusCode(429).body("error.code", equalTo(429));
        accepted.then().statusCode(200);
        refusedAgain.then().statusCode(429);
        assertThat(database.number("select count(*) from event where entity ->> 'id' = any(?::text[])", "{" + allButOne.replace(
                "\"", "") + "}")).isOne();
    }
}

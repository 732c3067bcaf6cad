package io.tocsin.events.api.datadog;

import static io.restassured.RestAssured.given;
import static io.tocsin.events.TestKeys.ALL;
import static io.tocsin.events.TestKeys.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.tocsin.events.TestDatabase;
import io.tocsin.events.TestKeys;
import io.tocsin.events.record.EventLog;
import io.tocsin.events.record.NarrowIngest;
import io.tocsin.model.Event;
import io.tocsin.model.EventContent;
import io.tocsin.test.PostgresResource;

/** A database that is slow, restarts or is away: callers are told, what was accepted is stored, and it heals by itself. */
@QuarkusTest
@TestProfile(NarrowIngest.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class UnderPressureTest {

    /** Two batches of five under way and twenty that wait. */
    private static final int ROOM = 30;

    @Inject
    EventLog log;

    @Inject
    TestDatabase database;

    private final String tag = "run:" + UUID.randomUUID();

    @Test
    void oneEventMoreThanThereIsRoomForIsToldToComeAgain() throws Exception {
        post();
        List<CompletableFuture<Boolean>> outcomes;
        Response refused;
        try (var held = database.lock()) {
            outcomes = IntStream.range(0, ROOM + 1)
                    .mapToObj(n -> recording().handle((event, failure) -> failure == null))
                    .toList();
            refused = post();
        }

        var accepted = outcomes.stream().filter(CompletableFuture::join).count();

        refused.then()
                .statusCode(429)
                .contentType("application/json")
                .header("Retry-After", "1")
                .header("X-RateLimit-Reset", "1")
                .body("errors", contains("More events arrive than can be stored; send this one again later."));
        assertThat(accepted).isBetween(20L, (long) ROOM);
        assertThat(database.events(tag)).isEqualTo(1 + accepted);
        assertThat(post().statusCode()).isEqualTo(202);
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsReportedInTimeAndForgottenWhenItDoes() throws Exception {
        Response unanswered;
        try (var held = database.lock()) {
            unanswered = post();
        }

        unanswered.then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("errors", contains("The database does not answer; try again later."));
        assertThat(post().statusCode()).isEqualTo(202);
    }

    @Test
    void aDatabaseThatIsAwayIsReportedToReadersAndWriters() throws Exception {
        Response write;
        Response read;
        try (var away = database.goAway()) {
            write = post();
            read = get();
        }

        assertThat(write.statusCode()).isEqualTo(503);
        assertThat(read.statusCode()).isEqualTo(503);
        assertThat(post().statusCode()).isEqualTo(202);
        assertThat(get().statusCode()).isEqualTo(404);
    }

    @Test
    void aShortAbsenceOfTheDatabaseIsWaitedForAndNothingIsStoredTwice() throws Exception {
        CompletableFuture<Event> recorded;
        try (var away = database.goAway()) {
            recorded = recording();
        }

        recorded.join();

        assertThat(database.events(tag)).isEqualTo(1);
        assertThat(database.messages(tag)).isEqualTo(1);
    }

    @Test
    void brokenConnectionsCostNoAcceptedEvent() {
        var before = IntStream.range(0, 20).mapToObj(n -> recording()).toList();
        database.breakConnections();
        before.forEach(CompletableFuture::join);

        var after = post();

        after.then().statusCode(202).body("status", equalTo("ok"));
        assertThat(database.events(tag)).isEqualTo(21);
        assertThat(database.messages(tag)).isEqualTo(21);
    }

    private CompletableFuture<Event> recording() {
        var content = EventContent.titled("title").text("text").happenedAt(Instant.now()).tags(List.of(tag)).build();
        return log.record(SCOPE, content).subscribeAsCompletionStage();
    }

    private Response post() {
        return given().header("DD-API-KEY", ALL)
                .contentType("application/json")
                .body("{\"title\": \"a\", \"text\": \"b\", \"tags\": [\"" + tag + "\"]}")
                .post("/api/v1/events");
    }

    private static Response get() {
        return given().header("DD-API-KEY", ALL)
                .header("DD-APPLICATION-KEY", ALL)
                .get("/api/v1/events/1");
    }
}

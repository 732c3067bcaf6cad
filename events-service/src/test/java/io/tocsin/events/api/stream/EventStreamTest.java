package io.tocsin.events.api.stream;

import static io.restassured.RestAssured.given;
import static io.tocsin.events.TestKeys.ALL;
import static io.tocsin.events.TestKeys.INGEST_ONLY;
import static io.tocsin.events.TestKeys.OTHER_GROUP;
import static io.tocsin.events.TestKeys.OTHER_ORGANIZATION;
import static io.tocsin.events.TestKeys.SCOPE;
import static io.tocsin.events.TestKeys.VIEW_ONLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import io.tocsin.events.TestDatabase;
import io.tocsin.events.TestKeys;
import io.tocsin.events.TestListener;
import io.tocsin.events.record.EventLog;
import io.tocsin.events.stream.Position;
import io.tocsin.model.Event;
import io.tocsin.model.EventContent;
import io.tocsin.model.Scope;
import io.tocsin.test.Await;
import io.tocsin.test.PostgresResource;

/** The live feed over HTTP. Each test posts events with a tag of its own and listens for it. */
@QuarkusTest
@TestProfile(LivelyFeed.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class EventStreamTest {

    private static final String PASSING = "passing-of-acme";
    private static final Scope ELSEWHERE = new Scope("acme", "12");

    @TestHTTPResource
    URI root;

    @Inject
    EventLog log;

    @Inject
    TestDatabase database;

    @Inject
    MeterRegistry registry;

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "tocsin.identity.keys-file")
    Path keys;

    private final String tag = "run:" + UUID.randomUUID();

    @Test
    void aListenerHearsOfEachEventOnceInTheOrderOfTheirCommits() {
        try (var listener = listen(ALL, null)) {
            post("one");
            post("two");
            post("three");

            await().untilAsserted(() -> assertThat(listener.titles()).containsExactly("one", "two", "three"));
            assertThat(listener.response().headers().firstValue("Content-Type")).contains("text/event-stream");
            assertThat(listener.response().headers().firstValue("X-Organization-Rate-Limit-Limit")).isPresent();
        }
    }

    @Test
    void anEventIsToldWithAllThatItsDialectSaid() throws Exception {
        try (var listener = TestListener.open(service(), ALL, null, "query", "tags:" + tag.replace(":", "\\:"))) {
            given().header("DD-API-KEY", ALL).contentType("application/json").body("""
                    {"title": "Disk \\"full\\"\\nnow", "text": "a", "date_happened": %d, "alert_type": "error", "priority": "low",
                     "host": "web-1", "tags": ["%s"], "aggregation_key": "k", "source_type_name": "Nagios",
                     "related_event_id": 9007199254740993}
                    """.formatted(Instant.now().getEpochSecond(), tag)).post("/api/v1/events").then().statusCode(202);

            await().until(() -> !listener.events().isEmpty());
            var told = json.readTree(listener.events().get(0));
            assertThat(told.get("title").textValue()).isEqualTo("Disk \"full\"\nnow");
            assertThat(told.get("id").textValue()).matches("[0-9]{16,19}");
            assertThat(told.get("aid").textValue()).isEqualTo("11");
            assertThat(told.get("severity").textValue()).isEqualTo("error");
            assertThat(told.get("priority").textValue()).isEqualTo("low");
            assertThat(told.get("status").textValue()).isNotBlank();
            assertThat(told.get("source").textValue()).isEqualTo("nagios");
            assertThat(told.get("host").textValue()).isEqualTo("web-1");
            assertThat(told.get("aggregationKey").textValue()).isEqualTo("k");
            assertThat(told.get("relatedEventId").textValue()).isEqualTo("9007199254740993");
            assertThat(told.get("tags").get(0).textValue()).isEqualTo(tag);
            assertThat(Instant.parse(told.get("receivedAt").textValue())).isAfter(Instant.now().minusSeconds(60));
            assertThat(told.get("uid").textValue()).isNotBlank();
            assertThat(told.has("correlationId")).isFalse();
        }
    }

    @Test
    void aListenerHearsOnlyOfItsOwnAccountGroupAndOfWhatItAskedFor() {
        try (var mine = listen(ALL, null);
                var narrow = TestListener.open(service(), ALL, null, "query", tagged() + " b*");
                var elsewhere = listen(OTHER_GROUP, null);
                var stranger = listen(OTHER_ORGANIZATION, null)) {
            post("banana");
            post(ELSEWHERE, "blueberry");
            post("apple");

            await().untilAsserted(() -> assertThat(mine.titles()).containsExactly("banana", "apple"));
            await().untilAsserted(() -> assertThat(elsewhere.titles()).containsExactly("blueberry"));
            assertThat(narrow.titles()).containsExactly("banana");
            assertThat(stranger.titles()).isEmpty();
        }
    }

    @Test
    void whoComesBackHearsWhatItMissedAndNothingTwice() {
        String place;
        try (var before = listen(ALL, null)) {
            post("one");
            await().until(() -> before.titles().size() == 1);
            place = before.lastId();
        }
        post("two");
        post(ELSEWHERE, "not mine");
        post("three");

        try (var after = listen(ALL, place)) {
            await().until(() -> after.titles().size() == 2);
            post("four");

            await().untilAsserted(() -> assertThat(after.titles()).containsExactly("two", "three", "four"));
        }
    }

    @Test
    void aSignOfLifeMovesThePlaceWithoutAnEvent() {
        String place;
        try (var listener = listen(ALL, null)) {
            await().until(() -> listener.lastId() != null);
            var first = listener.lastId();
            post(ELSEWHERE, "not mine");
            await().until(() -> listener.lastId() != null && !listener.lastId().equals(first));
            place = listener.lastId();
            assertThat(listener.events()).isEmpty();
        }
        post("missed");

        try (var after = listen(ALL, place)) {
            await().untilAsserted(() -> assertThat(after.titles()).containsExactly("missed"));
        }
    }

    @Test
    void theHeaderWinsOverTheParameterWithWhichTheFirstCallBegan() {
        try (var watcher = listen(ALL, null)) {
            await().until(() -> watcher.lastId() != null);
            var start = watcher.lastId();
            post("one");
            await().until(() -> watcher.titles().size() == 1);

            try (var byParameter = TestListener.open(service(), ALL, null, "query", tagged(), "lastEventId", start);
                    var byHeader = TestListener.open(service(), ALL, watcher.lastId(), "query", tagged(), "lastEventId",
                            start)) {
                post("two");

                await().untilAsserted(() -> assertThat(byParameter.titles()).containsExactly("one", "two"));
                await().untilAsserted(() -> assertThat(byHeader.titles()).containsExactly("two"));
            }
        }
    }

    @Test
    void anEventWhichIsCommittedLateIsHeardInItsPlaceAndHoldsBackWhatIsBehindIt() {
        try (var listener = TestListener.open(service(), ALL, null, "query", "\"" + tag.replace("run:", "") + "\"");
                var late = database.commits().write(SCOPE, word("late"));
                var early = database.commits().write(SCOPE, word("early"))) {
            early.commit();
            await().untilAsserted(() -> assertThat(heldBack()).isPositive());
            assertThat(listener.titles()).isEmpty();

            late.commit();

            await().untilAsserted(() -> assertThat(listener.titles()).containsExactly(word("late"), word("early")));
            await().untilAsserted(() -> assertThat(heldBack()).isZero());
        }
    }

    @Test
    void aListenerWhoHangsUpIsForgotten() {
        var listeners = List.of(listen(ALL, null), listen(ALL, null), listen(ALL, null));
        await().until(() -> listening() >= 3);

        listeners.forEach(TestListener::close);

        await().until(() -> listening() == 0);
    }

    @Test
    void aCredentialWhichIsTakenAwayEndsItsFeed() throws Exception {
        var others = Files.readString(keys);
        Files.writeString(keys, others + """
                  - name: passing
                    sha256: b17759e78cfdc83250a0982788ea7483c70340a542340d6b0d9ce82663d6c63d
                    organization: acme
                    user: {id: u2, name: Bob, email: bob@example.com}
                    accountGroups: [{id: "11", name: Group}]
                    permissions: [view-events]
                """);
        await().untilAsserted(() -> call(PASSING).get("/events/stream?query=(").then().statusCode(400));

        try (var listener = listen(PASSING, null); var other = listen(ALL, null)) {
            Files.writeString(keys, others);

            await().until(listener::isEnded);
            assertThat(listener.heard().get(listener.heard().size() - 1).name()).isEqualTo("unauthenticated");
            assertThat(other.isEnded()).isFalse();
        }
    }

    @Test
    void aPlaceAheadOfTheDatabaseIsToldAndTheFeedGoesOnFromNow() {
        var ahead = new Position(Long.MAX_VALUE / 2, 7, Instant.now()).word();

        try (var listener = listen(ALL, ahead)) {
            await().until(() -> listener.heard().stream().anyMatch(one -> "gap".equals(one.name())));
            post("next");

            await().untilAsserted(() -> assertThat(listener.titles()).containsExactly("next"));
            assertThat(listener.lastId()).isNotEqualTo(ahead);
        }
    }

    @Test
    void aPlaceOlderThanWhatIsKeptIsToldAndWhatIsThereFollows() {
        post("kept");
        var old = new Position(3, 0, Instant.EPOCH).word();

        try (var listener = listen(ALL, old)) {
            await().untilAsserted(() -> assertThat(listener.titles()).containsExactly("kept"));
            var gap = listener.heard().stream().filter(one -> "gap".equals(one.name())).findFirst().orElseThrow();
            assertThat(gap.data()).contains("older than what is kept");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "x", "1", "MS4xLjEuMQ==", "MS4tMS4xLjE", "MS4xLjEuMS4x", "Mi4xLjEuMQ", "%00",
            "MS4xLjEuenp6enp6enp6enp6eno" })
    void aPlaceThatIsNoneIsRefused(String place) {
        call(ALL).queryParam("lastEventId", place)
                .get("/events/stream")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("lastEventId"));
    }

    @Test
    void aSearchThatCannotBeReadIsRefusedWithItsReason() {
        call(ALL).queryParam("query", "title:(")
                .get("/events/stream")
                .then()
                .statusCode(400)
                .body("errors.field", contains("query"))
                .body("errors[0].message", notNullValue());
    }

    @Test
    void whoIsNobodyOrMayNotSeeIsRefused() {
        given().get("/events/stream").then().statusCode(401).body("error", equalTo("invalid_token"));
        call("nobody").get("/events/stream").then().statusCode(401);
        call(INGEST_ONLY).get("/events/stream").then().statusCode(403).body("detail", containsString("view-events"));
        call(VIEW_ONLY).queryParam("aid", "12")
                .get("/events/stream")
                .then()
                .statusCode(403)
                .body("detail", containsString("account group '12'"));
    }

    @Test
    void anotherVerbIsRefused() {
        call(ALL).post("/events/stream").then().statusCode(405).header("Allow", "GET");
    }

    /** No client library would send it; Quarkus answers before any route is asked. */
    @Test
    void aQueryStringThatIsNoneIsRefused() throws Exception {
        try (var socket = new Socket(root.getHost(), root.getPort())) {
            socket.getOutputStream()
                    .write(("GET /events/stream?query=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + "Authorization: Bearer " + ALL + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));

            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void whileTheDatabaseIsAwayAListenerIsToldToComeLater() throws Exception {
        await().until(() -> listening() == 0);
        try (var away = database.goAway()) {
            await().untilAsserted(() -> assertThat(knock()).isEqualTo("503, Retry-After: 5"));
        }

        try (var listener = listen(ALL, null)) {
            post("back");
            await().untilAsserted(() -> assertThat(listener.titles()).containsExactly("back"));
        }
    }

    /** Whoever is let in, since the feed of a former listener has not ended yet, does not wait for its events. */
    private String knock() throws IOException {
        var connection = (HttpURLConnection) root.resolve("/events/stream").toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + ALL);
        try {
            return connection.getResponseCode() + ", Retry-After: " + connection.getHeaderField("Retry-After");
        } finally {
            connection.disconnect();
        }
    }

    private TestListener listen(String key, String place) {
        return TestListener.open(service(), key, place, "query", tagged());
    }

    private URI service() {
        return URI.create(root.toString().replaceFirst("/$", ""));
    }

    private String tagged() {
        return "tags:" + tag.replace(":", "\\:");
    }

    /** A title which the full-text search for this run's tag finds. */
    private String word(String text) {
        return text + " " + tag.replace("run:", "");
    }

    private void post(String title) {
        post(SCOPE, title);
    }

    private Event post(Scope scope, String title) {
        var content = EventContent.titled(title).happenedAt(Instant.now()).tags(List.of(tag)).build();
        return Await.await(() -> log.record(scope, content));
    }

    private double heldBack() {
        return registry.get("tocsin.events.stream.held.back.seconds").gauge().value();
    }

    private int listening() {
        return (int) registry.get("tocsin.events.stream.listeners").gauge().value();
    }

    private static RequestSpecification call(String key) {
        return given().header("Authorization", "Bearer " + key);
    }
}

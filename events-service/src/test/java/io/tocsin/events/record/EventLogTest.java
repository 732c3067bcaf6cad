package io.tocsin.events.record;

import static io.tocsin.events.TestKeys.SCOPE;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.events.TestDatabase;
import io.tocsin.events.TestKeys;
import io.tocsin.events.search.EventSearch;
import io.tocsin.model.Entity;
import io.tocsin.model.Event;
import io.tocsin.model.EventContent;
import io.tocsin.model.EventContentBuilder;
import io.tocsin.model.EventStatus;
import io.tocsin.model.Priority;
import io.tocsin.model.Severity;
import io.tocsin.test.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class EventLogTest {

    @Inject
    EventLog log;

    @Inject
    EventSearch search;

    @Inject
    BatchWriter writer;

    @Inject
    EventRows rows;

    @Inject
    TestDatabase database;

    private final String tag = "run:" + UUID.randomUUID();

    @Test
    void anEventIsReadBackAsItWasRecorded() {
        var content = anEvent()
                .text("text with \"quotes\", \\ and \uD83D\uDD14")
                .endedAt(Instant.parse("2026-11-22T11:00:00.123456Z"))
                .status(EventStatus.OPEN)
                .type("CUSTOM_DEPLOYMENT")
                .severity(Severity.USER_UPDATE)
                .priority(Priority.LOW)
                .source("nagios")
                .host("db-1")
                .entity(new Entity("HOST-1", "db-1", null))
                .tags(List.of(tag, "", "null", "NULL", "a,b", "{c}", "\"d\"", "\\e", " f ", "g\nh", "\uD83D\uDD14"))
                .aggregationKey("disk")
                .correlationId("c-1")
                .relatedEventId(Long.MAX_VALUE)
                .attributes(Map.of("deep", Map.of("list", List.of(1, "two", true)), "text", "\uD83D\uDD14"))
                .build();

        var recorded = await(() -> log.record(SCOPE, content));

        assertThat(recorded.content()).isEqualTo(content);
        assertThat(await(() -> search.find(SCOPE, recorded.id()))).contains(recorded);
    }

    @Test
    void anEventWithNothingButItsTimeIsReadBackToo() {
        var content = EventContent.titled(null).happenedAt(Instant.EPOCH).build();

        var recorded = await(() -> log.record(SCOPE, content));

        assertThat(await(() -> search.find(SCOPE, recorded.id()))).contains(recorded);
    }

    @Test
    void tenThousandAtOnceAreAllRecordedAndAnnounced() {
        var accepted = all(IntStream.range(0, 10_000).mapToObj(n -> recording(anEvent().build())).toList());

        assertThat(new HashSet<>(accepted.stream().map(Event::id).toList())).hasSize(10_000);
        assertThat(database.events(tag)).isEqualTo(10_000);
        assertThat(database.messages(tag)).isEqualTo(10_000);
    }

    @Test
    void anEventWhichCannotBeStoredHarmsNoOtherOfItsBatch() {
        var beyondTimestamptz = Instant.parse("+294277-01-05T00:00:00Z");

        var outcomes = IntStream.range(0, 300)
                .mapToObj(n -> recording(n == 150 ? anEvent().happenedAt(beyondTimestamptz).build() : anEvent().build()))
                .map(outcome -> outcome.handle((event, failure) -> failure))
                .toList();

        assertThat(all(outcomes).stream().filter(failure -> failure != null))
                .singleElement()
                .isInstanceOfSatisfying(EventRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(EventRefused.Reason.UNSTORABLE));
        assertThat(database.events(tag)).isEqualTo(299);
        assertThat(database.messages(tag)).isEqualTo(299);
    }

    @Test
    void anIdWhichAnotherReplicaTookIsReplaced() {
        var first = await(() -> log.record(SCOPE, anEvent().build()));
        var pending = PendingEvent.of(rows.of(ofAnotherReplica(first)));

        await(() -> writer.write(List.of(pending)));

        var second = pending.outcome().join();
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(await(() -> search.find(SCOPE, first.id()))).contains(first);
        assertThat(await(() -> search.find(SCOPE, second.id()))).contains(second);
        assertThat(database.messages(Long.toString(second.id()))).isEqualTo(1);
    }

    @Test
    void anInsertWhoseAnswerWasLostIsNotRepeated() {
        var first = await(() -> log.record(SCOPE, anEvent().build()));
        var again = PendingEvent.of(rows.of(first));

        await(() -> writer.write(List.of(again)));

        assertThat(again.outcome()).isCompletedWithValue(first);
        assertThat(database.events(tag)).isEqualTo(1);
        assertThat(database.messages(tag)).isEqualTo(1);
    }

    private static Event ofAnotherReplica(Event event) {
        return new Event(event.id(), UUID.randomUUID(), event.scope(), event.receivedAt(), event.content());
    }

    private EventContentBuilder anEvent() {
        return EventContent.titled("title").text("text").happenedAt(Instant.parse("2026-11-22T10:00:00Z")).tags(List.of(tag));
    }

    private CompletableFuture<Event> recording(EventContent content) {
        return log.record(SCOPE, content).subscribeAsCompletionStage();
    }

    private static <T> List<T> all(List<CompletableFuture<T>> outcomes) {
        return outcomes.stream().map(CompletableFuture::join).toList();
    }
}

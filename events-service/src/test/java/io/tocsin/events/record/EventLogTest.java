package io.tocsin.events.record;

import static io.tocsin.events.TestKeys.SCOPE;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.events.TestDatabase;
import io.tocsin.events.TestKeys;
import io.tocsin.events.receipt.EventIds;
import io.tocsin.events.receipt.EventUids;
import io.tocsin.events.receipt.Tolerance;
import io.tocsin.events.search.EventSearch;
import io.tocsin.events.search.EventSelection;
import io.tocsin.model.Entity;
import io.tocsin.model.Event;
import io.tocsin.model.EventContent;
import io.tocsin.model.EventContentBuilder;
import io.tocsin.model.EventStatus;
import io.tocsin.model.Priority;
import io.tocsin.model.Severity;
import io.tocsin.query.EventQuery;
import io.tocsin.query.tree.Reserved;
import io.tocsin.test.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class EventLogTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);

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
                .endedAt(NOW.plusNanos(123_456_000))
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
        var content = EventContent.titled(null).happenedAt(NOW).build();

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
        var beyondNumeric = Map.<String, Object>of("number", new BigDecimal("1e200000"));

        var outcomes = IntStream.range(0, 300)
                .mapToObj(n -> recording(n == 150 ? anEvent().attributes(beyondNumeric).build() : anEvent().build()))
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
        var pending = Submission.of(List.of(rows.of(ofAnotherReplica(first))));

        await(() -> writer.write(List.of(pending)));

        var second = pending.outcome().join().get(0);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(await(() -> search.find(SCOPE, first.id()))).contains(first);
        assertThat(await(() -> search.find(SCOPE, second.id()))).contains(second);
        assertThat(database.messages(Long.toString(second.id()))).isEqualTo(1);
    }

    @Test
    void anInsertWhoseAnswerWasLostIsNotRepeated() {
        var first = await(() -> log.record(SCOPE, anEvent().build()));
        var again = Submission.of(List.of(rows.of(first)));

        await(() -> writer.write(List.of(again)));

        assertThat(again.outcome()).isCompletedWithValue(List.of(first));
        assertThat(database.events(tag)).isEqualTo(1);
        assertThat(database.messages(tag)).isEqualTo(1);
    }

    @Test
    void idsOfSeveralWhichAnotherReplicaTookAreReplacedTogether() {
        var taken = await(() -> log.record(SCOPE, anEvent().build()));
        var free = await(() -> log.record(SCOPE, anEvent().build()));
        var pending = Submission.of(List.of(rows.of(unheardOf()), rows.of(ofAnotherReplica(taken)), rows.of(unheardOf())));

        await(() -> writer.write(List.of(pending)));

        assertThat(pending.outcome().join()).hasSize(3)
                .allSatisfy(event -> assertThat(await(() -> search.find(SCOPE, event.uid()))).contains(event));
        assertThat(await(() -> search.find(SCOPE, taken.uid()))).contains(taken);
        assertThat(database.events(tag)).isEqualTo(5);
        assertThat(free.id()).isGreaterThan(taken.id());
    }

    @Test
    void eventsRecordedTogetherComeBackInTheirOrderFromOneCommit() {
        var contents = IntStream.range(0, 1_000).mapToObj(n -> anEvent().text("no " + n).build()).toList();

        var recorded = await(() -> log.record(SCOPE, contents));

        assertThat(recorded).extracting(Event::content).isEqualTo(contents);
        assertThat(database.events(tag)).isEqualTo(1_000);
        assertThat(database.messages(tag)).isEqualTo(1_000);
        assertThat(database.number("select count(distinct recorded_in) from event where ? = any(tags)", tag)).isEqualTo(1);
    }

    @Test
    void ofEventsRecordedTogetherNoneIsStoredIfOneCannotBe() {
        var unstorable = anEvent().attributes(Map.of("number", new BigDecimal("1e200000"))).build();

        var outcome = log.record(SCOPE, List.of(anEvent().build(), unstorable, anEvent().build())).subscribeAsCompletionStage();

        assertThat(outcome).failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .havingRootCause()
                .isInstanceOfSatisfying(EventRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(EventRefused.Reason.UNSTORABLE));
        assertThat(database.events(tag)).isZero();
        assertThat(database.messages(tag)).isZero();
    }

    @Test
    void noEventsAreRecordedAtOnce() {
        var recorded = await(() -> log.record(SCOPE, List.of()));

        assertThat(recorded).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "-32, 0", "8, 0", "0, 32" })
    void anEventWhichHappensOrEndsTooFarFromItsReceiptIsRefused(int happensAfterDays, int endsAfterDays) {
        var content = anEvent().happenedAt(NOW.plus(Duration.ofDays(happensAfterDays)))
                .endedAt(NOW.plus(Duration.ofDays(endsAfterDays)))
                .build();

        var outcome = log.record(SCOPE, content).subscribeAsCompletionStage();

        assertThat(outcome).failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .havingRootCause()
                .isInstanceOfSatisfying(EventRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(EventRefused.Reason.OUT_OF_TIME))
                .withMessageContaining("31 days before and 7 days after");
        assertThat(database.events(tag)).isZero();
    }

    @Test
    void anEventIsFoundAtTheBoundsOfWhatIsTolerated() {
        var earliest = NOW.minus(Tolerance.BEFORE).plusSeconds(60);
        var latest = NOW.plus(Tolerance.AFTER);

        await(() -> log.record(SCOPE, List.of(anEvent().happenedAt(earliest).build(), anEvent().happenedAt(latest).build())));

        assertThat(found(earliest)).isOne();
        assertThat(found(latest)).isOne();
    }

    private long found(Instant happenedAt) {
        var query = EventQuery.where(Reserved.TAGS, tag);
        return await(() -> search.count(SCOPE, EventSelection.between(happenedAt, happenedAt.plusMillis(1), query), 1000));
    }

    /** As another replica would have made it just now. */
    private Event unheardOf() {
        var id = new EventIds().next(NOW);
        return new Event(id, EventUids.of(id), SCOPE, NOW, anEvent().build());
    }

    private static Event ofAnotherReplica(Event event) {
        return new Event(event.id(), EventUids.of(event.id()), event.scope(), event.receivedAt(), event.content());
    }

    private EventContentBuilder anEvent() {
        return EventContent.titled("title").text("text").happenedAt(NOW).tags(List.of(tag));
    }

    private CompletableFuture<Event> recording(EventContent content) {
        return log.record(SCOPE, content).subscribeAsCompletionStage();
    }

    private static <T> List<T> all(List<CompletableFuture<T>> outcomes) {
        return outcomes.stream().map(CompletableFuture::join).toList();
    }
}

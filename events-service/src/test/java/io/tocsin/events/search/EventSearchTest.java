package io.tocsin.events.search;

import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.events.TestKeys;
import io.tocsin.events.record.EventLog;
import io.tocsin.model.Event;
import io.tocsin.model.EventContent;
import io.tocsin.model.EventContentBuilder;
import io.tocsin.model.Scope;
import io.tocsin.query.EventQuery;
import io.tocsin.test.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class EventSearchTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private static final Instant FROM = NOW.minus(Duration.ofHours(1));

    @Inject
    EventLog log;

    @Inject
    EventSearch search;

    /** A tenant for each test. */
    private final Scope scope = new Scope("search", UUID.randomUUID().toString());

    @ParameterizedTest
    @EnumSource
    void pagingGivesEachEventOnceWhileOthersArrive(EventOrder order) {
        var before = record(IntStream.range(0, 60).mapToObj(n -> at(n / 3)).toList());

        var pages = pages(EventSelection.between(FROM, NOW, EventQuery.parse("*")), order, 7,
                found -> record(List.of(at(0), at(9), at(19))));

        assertThat(pages).extracting(Event::id).doesNotHaveDuplicates();
        assertThat(pages).containsAll(before);
        assertThat(pages).isSortedAccordingTo(inOrder(order));
    }

    @ParameterizedTest
    @EnumSource
    void pagingWithATermFindsTheSameAsPagingWithoutAndLooking(EventOrder order) {
        record(IntStream.range(0, 60).mapToObj(n -> at(n % 20)).toList());
        var tagged = record(IntStream.range(0, 20).mapToObj(n -> at(n % 10).tags(List.of("env:prod"))).toList());

        var pages = pages(EventSelection.between(FROM, NOW, EventQuery.parse("env:prod")), order, 3, found -> {});

        assertThat(pages).containsExactlyInAnyOrderElementsOf(tagged).isSortedAccordingTo(inOrder(order));
    }

    /** Weeks are read in pieces; where one ends and the next begins nothing is lost or told twice. */
    @ParameterizedTest
    @EnumSource
    void pagingThroughWeeksIsInOrderWhereverEventsLie(EventOrder order) {
        var window = Duration.ofDays(24);
        var from = NOW.minus(window);
        var moments = Stream.of(0L, 1L, 64L, 63L, 56L, 8L, 9L, 33L, 32L)
                .map(share -> from.plus(window.multipliedBy(share).dividedBy(64)));
        var events = moments.flatMap(moment -> Stream.of(moment.minusNanos(1_000), moment, moment.plusNanos(1_000)))
                .map(moment -> EventContent.titled("disk full").happenedAt(moment.truncatedTo(ChronoUnit.MICROS)))
                .toList();
        var expected = record(events).stream()
                .filter(event -> !event.content().happenedAt().isBefore(from) && event.content().happenedAt().isBefore(NOW))
                .toList();
        record(List.of(EventContent.titled("other").happenedAt(from.plusSeconds(60))));

        var pages = pages(EventSelection.between(from, NOW, EventQuery.parse("disk")), order, 5, found -> {});

        assertThat(pages).containsExactlyInAnyOrderElementsOf(expected).isSortedAccordingTo(inOrder(order));
    }

    @ParameterizedTest
    @EnumSource
    void eventsWhichLastIntoTheWindowBelongToIt(EventOrder order) {
        var inside = record(List.of(at(1), at(2), at(3)));
        var lasting = record(List.of(from(FROM.minusSeconds(60), FROM), from(FROM.minusSeconds(50), NOW.plusSeconds(3600))));
        record(List.of(from(FROM.minusSeconds(60), FROM.minusMillis(1)), at(-1), at(0).happenedAt(FROM.minusSeconds(5))));
        var selection = EventSelection.between(FROM, NOW, EventQuery.parse("*")).orLasting();

        var pages = pages(selection, order, 2, found -> {});

        assertThat(pages).containsExactlyInAnyOrderElementsOf(joined(inside, lasting)).isSortedAccordingTo(inOrder(order));
        assertThat(await(() -> search.count(scope, selection, 1000))).isEqualTo(5);
        assertThat(await(() -> search.count(scope, selection, 3))).isEqualTo(3);
    }

    @Test
    void anEventIsFoundByTheTextOfItsId() {
        var event = record(List.of(at(1))).get(0);

        assertThat(found("@evt.id:" + event.id())).containsExactly(event);
        assertThat(found("@evt.id:0" + event.id())).isEmpty();
        assertThat(found("@evt.id:99999999999999999999")).isEmpty();
    }

    @Test
    void nobodyFindsTheEventsOfOthers() {
        var event = record(List.of(at(1).tags(List.of("env:prod")))).get(0);
        var other = new Scope("search", "other");
        var selection = EventSelection.between(FROM, NOW, EventQuery.parse("env:prod"));

        assertThat(await(() -> search.find(other, event.id()))).isEmpty();
        assertThat(await(() -> search.find(other, event.uid()))).isEmpty();
        assertThat(await(() -> search.page(other, selection, EventOrder.NEWEST_FIRST, null, 10))).isEmpty();
        assertThat(found("env:prod")).containsExactly(event);
    }

    @Test
    void everyWindowIsAnsweredHoweverFarItReaches() {
        record(List.of(at(1)));
        var all = EventSelection.between(Instant.EPOCH.minusSeconds(1L << 36), Instant.EPOCH.plusSeconds(1L << 37),
                EventQuery.parse("*"));

        assertThat(await(() -> search.page(scope, all, EventOrder.NEWEST_FIRST, null, 10))).hasSize(1);
        assertThat(await(() -> search.count(scope, all.orLasting(), 1000))).isOne();
    }

    @Test
    void pagesByNumberAreNotForLastingEvents() {
        var selection = EventSelection.between(FROM, NOW, EventQuery.parse("*")).orLasting();

        assertThatThrownBy(() -> await(() -> search.newest(scope, selection, 1, 0))).isInstanceOf(
                IllegalArgumentException.class);
    }

    private List<Event> found(String query) {
        var selection = EventSelection.between(FROM, NOW, EventQuery.parse(query));
        return await(() -> search.page(scope, selection, EventOrder.NEWEST_FIRST, null, 10));
    }

    /** All pages to the end; something happens after each. */
    private List<Event> pages(EventSelection selection, EventOrder order, int limit, Consumer<List<Event>> meanwhile) {
        var all = new ArrayList<Event>();
        Place after = null;
        List<Event> page;
        do {
            var place = after;
            page = await(() -> search.page(scope, selection, order, place, limit));
            all.addAll(page);
            after = page.isEmpty() ? null : Place.after(page.get(page.size() - 1));
            meanwhile.accept(page);
        } while (page.size() == limit && all.size() < 1_000);
        return all;
    }

    private static Comparator<Event> inOrder(EventOrder order) {
        var oldestFirst = Comparator.<Event, Instant>comparing(event -> event.content().happenedAt())
                .thenComparing(Event::id);
        return order == EventOrder.OLDEST_FIRST ? oldestFirst : oldestFirst.reversed();
    }

    private List<Event> record(List<EventContentBuilder> contents) {
        return await(() -> log.record(scope, contents.stream().map(EventContentBuilder::build).toList()));
    }

    /** An event so many minutes after the window begins. */
    private static EventContentBuilder at(int minute) {
        return EventContent.titled("disk full").happenedAt(FROM.plus(Duration.ofMinutes(minute)));
    }

    private static EventContentBuilder from(Instant begin, Instant end) {
        return EventContent.titled("disk full").happenedAt(begin).endedAt(end);
    }

    private static List<Event> joined(List<Event> some, List<Event> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}

package io.tocsin.events.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.tocsin.events.search.SelectionSql.Part;
import io.tocsin.model.Scope;
import io.tocsin.query.EventQuery;

class WalkTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant FROM = NOW.minus(Duration.ofDays(64));
    private static final Findings NOTHING = new Findings(List.of(), Optional.empty());

    @Test
    void whatNoTermFindsIsOneStep() {
        assertThat(walk("*", EventOrder.NEWEST_FIRST).behind(NOTHING).isOver()).isTrue();
    }

    @Test
    void whoHasFewEventsIsAskedForAWeekAndForTheRest() {
        var rest = walk("disk", EventOrder.NEWEST_FIRST).behind(NOTHING);

        assertThat(rest.next()).returns(FROM, Stretch::from).returns(NOW.minus(Duration.ofDays(7)), Stretch::until);
        assertThat(rest.behind(NOTHING).isOver()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void theMomentOfTheCutIsReadAgain(EventOrder order) {
        var cut = FROM.plus(Duration.ofDays(32));

        var next = walk("disk", order).behind(new Findings(List.of(), Optional.of(cut))).next();

        assertThat(order == EventOrder.NEWEST_FIRST ? next.until().minusNanos(1_000) : next.from()).isEqualTo(cut);
    }

    @Test
    void whatLastsIntoTheWindowComesAfterAllOfIt() {
        var request = request("disk", EventOrder.NEWEST_FIRST, true);

        var end = Walk.begin(request, Clock.fixed(NOW, ZoneOffset.UTC)).behind(NOTHING).behind(NOTHING);

        assertThat(end.next()).returns(Part.LASTED_INTO, Stretch::part).returns(Reading.FREELY, Stretch::reading);
        assertThat(end.behind(NOTHING).isOver()).isTrue();
    }

    private static Walk walk(String query, EventOrder order) {
        return Walk.begin(request(query, order, false), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static PageRequest request(String query, EventOrder order, boolean lasting) {
        var selection = EventSelection.between(FROM, NOW, EventQuery.parse(query));
        return new PageRequest(new Scope("walks", "1"), lasting ? selection.orLasting() : selection, order, null, 100);
    }
}

package io.tocsin.events.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.tocsin.query.EventQuery;

class StretchesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Instant FROM = NOW.minus(Duration.ofDays(64));

    @Test
    void aLongWindowIsReadFromItsNewEndInGrowingPieces() {
        var stretches = stretches("disk", EventOrder.NEWEST_FIRST, null);

        assertThat(stretches).extracting(Stretch::from).containsExactly(daysAgo(1), daysAgo(8), FROM);
        assertThat(stretches).extracting(Stretch::until).containsExactly(NOW, daysAgo(1), daysAgo(8));
    }

    @Test
    void orFromItsOldEnd() {
        var stretches = stretches("disk", EventOrder.OLDEST_FIRST, null);

        assertThat(stretches).extracting(Stretch::from).containsExactly(FROM, daysAgo(63), daysAgo(56));
        assertThat(stretches).extracting(Stretch::until).containsExactly(daysAgo(63), daysAgo(56), NOW);
    }

    @Test
    void thePagesAfterAPlaceAreLookedForBehindIt() {
        assertThat(stretches("disk", EventOrder.NEWEST_FIRST, new Place(daysAgo(32), 1)))
                .extracting(Stretch::until)
                .startsWith(daysAgo(32).plusNanos(1_000));
        assertThat(stretches("disk", EventOrder.OLDEST_FIRST, new Place(daysAgo(32), 1)))
                .extracting(Stretch::from)
                .startsWith(daysAgo(32));
    }

    @Test
    void whatNeedsNoIndexOfTermsOrLittleTimeIsReadAtOnce() {
        assertThat(stretches("*", EventOrder.NEWEST_FIRST, null)).hasSize(1);
        assertThat(Stretches.of(EventSelection.between(daysAgo(1), NOW, EventQuery.parse("disk")), EventOrder.NEWEST_FIRST,
                null,
                CLOCK)).hasSize(1);
    }

    @Test
    void nobodyLooksFarIntoTheFuture() {
        var selection = EventSelection.between(FROM, NOW.plus(Duration.ofDays(4_000)), EventQuery.parse("*"));

        assertThat(Stretches.of(selection, EventOrder.NEWEST_FIRST, null, CLOCK)).extracting(Stretch::until)
                .containsExactly(NOW.plus(Duration.ofDays(8)));
    }

    private static List<Stretch> stretches(String query, EventOrder order, Place after) {
        return Stretches.of(EventSelection.between(FROM, NOW, EventQuery.parse(query)), order, after, CLOCK);
    }

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }
}

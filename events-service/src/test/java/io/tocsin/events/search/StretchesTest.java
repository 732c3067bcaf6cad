package io.tocsin.events.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.tocsin.events.search.SelectionSql.Part;
import io.tocsin.query.EventQuery;

class StretchesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Instant FROM = NOW.minus(Duration.ofDays(64));

    @Test
    void whatTermsCanFindIsNotLeftToPostgres() {
        assertThat(stretches("disk", EventOrder.NEWEST_FIRST, null)).containsExactly(whole(Reading.BY_TERMS));
        assertThat(stretches("-disk", EventOrder.NEWEST_FIRST, null)).containsExactly(whole(Reading.FREELY));
        assertThat(stretches("*", EventOrder.NEWEST_FIRST, null)).containsExactly(whole(Reading.FREELY));
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
    void whatLastsIntoTheWindowBeganBeforeAllOthers() {
        var lasting = EventSelection.between(FROM, NOW, EventQuery.parse("disk")).orLasting();

        assertThat(Stretches.of(lasting, EventOrder.NEWEST_FIRST, null, CLOCK)).extracting(Stretch::part)
                .containsExactly(Part.BEGAN_INSIDE, Part.LASTED_INTO);
        assertThat(Stretches.of(lasting, EventOrder.OLDEST_FIRST, null, CLOCK)).extracting(Stretch::part)
                .containsExactly(Part.LASTED_INTO, Part.BEGAN_INSIDE);
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

    private static Stretch whole(Reading reading) {
        return new Stretch(Part.BEGAN_INSIDE, FROM, NOW, reading, 0);
    }

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }
}

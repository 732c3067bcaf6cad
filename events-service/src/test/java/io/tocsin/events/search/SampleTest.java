package io.tocsin.events.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.tocsin.events.search.SelectionSql.Part;

class SampleTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant FROM = NOW.minus(Duration.ofHours(1_000));
    private static final Stretch ALL = new Stretch(Part.BEGAN_INSIDE, FROM, NOW, Reading.SAMPLE);

    @Test
    void whatItShowsToBeCommonIsReadAlongTheFeed() {
        assertThat(new Sample(ALL, 20).showsCommon()).isTrue();
        assertThat(new Sample(ALL, 19).showsCommon()).isFalse();
        assertThat(new Sample(ALL, 20).alongTheFeed()).isEqualTo(ALL.read(Reading.FREELY));
    }

    @Test
    void whatIsRareIsLookedForFromTheNewEndInGrowingPieces() {
        var pieces = new Sample(ALL, 15).pieces(NOW.minus(Duration.ofHours(1)), 100, EventOrder.NEWEST_FIRST);

        assertThat(pieces).extracting(Stretch::until).containsExactly(NOW, hoursAgo(10), hoursAgo(90));
        assertThat(pieces).extracting(Stretch::from).containsExactly(hoursAgo(10), hoursAgo(90), FROM);
        assertThat(pieces).extracting(Stretch::reading).containsOnly(Reading.BY_TERMS);
    }

    @Test
    void orFromTheOldEnd() {
        var pieces = new Sample(ALL, 15).pieces(FROM.plus(Duration.ofHours(1)), 100, EventOrder.OLDEST_FIRST);

        assertThat(pieces).extracting(Stretch::from).containsExactly(FROM, hoursAgo(990), hoursAgo(910));
        assertThat(pieces).extracting(Stretch::until).containsExactly(hoursAgo(990), hoursAgo(910), NOW);
    }

    @Test
    void whatIsInNoEventOfTheSampleMayBeInEveryTwoThousandth() {
        var pieces = new Sample(ALL, 0).pieces(NOW.minus(Duration.ofHours(1)), 100, EventOrder.NEWEST_FIRST);

        assertThat(pieces).extracting(Stretch::from).containsExactly(hoursAgo(300), FROM);
    }

    @Test
    void whatWouldBeMostOfTheStretchIsNotCutOff() {
        assertThat(new Sample(ALL, 0).pieces(NOW.minus(Duration.ofHours(2)), 100, EventOrder.NEWEST_FIRST))
                .containsExactly(ALL.read(Reading.BY_TERMS));
    }

    @Test
    void aThousandEventsOfOneMomentAreASampleToo() {
        assertThat(new Sample(ALL, 0).pieces(NOW, 100, EventOrder.NEWEST_FIRST))
                .first()
                .extracting(Stretch::length)
                .isEqualTo(Duration.ofMillis(300));
    }

    private static Instant hoursAgo(int hours) {
        return NOW.minus(Duration.ofHours(hours));
    }
}

package io.tocsin.events.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.tocsin.events.search.SelectionSql.Part;

class PaceTest {

    private static final EventOrder ORDER = EventOrder.NEWEST_FIRST;
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant FROM = NOW.minus(Duration.ofHours(10_000));
    private static final Stretch ALL = new Stretch(Part.BEGAN_INSIDE, FROM, NOW, Reading.BY_TERMS, 0);
    private static final Stretch HOUR = ALL.before(hoursAgo(1).minusNanos(1_000), ORDER).alongTheFeed(1_000);

    @Test
    void theSampleIsOfAWeek() {
        assertThat(Pace.UNKNOWN.next(ALL, 100, ORDER)).isEqualTo(last(168).alongTheFeed(1_000));
        assertThat(Pace.UNKNOWN.next(last(300), 100, ORDER)).isEqualTo(last(300).alongTheFeed(1_000));
    }

    @Test
    void orOfTheOldestWeek() {
        assertThat(Pace.UNKNOWN.next(ALL, 100, EventOrder.OLDEST_FIRST))
                .isEqualTo(ALL.before(hoursAgo(9_832), EventOrder.OLDEST_FIRST).alongTheFeed(1_000));
    }

    @Test
    void ofAWeekWithFewEventsItIsOfAllTheRest() {
        var rest = ALL.behind(last(168), ORDER);

        assertThat(Pace.UNKNOWN.through(last(168), 3).next(rest, 97, ORDER)).isEqualTo(rest.alongTheFeed(1_000));
    }

    @Test
    void whatTheSampleShowsToBeCommonIsReadAlongTheFeed() {
        assertThat(Pace.UNKNOWN.cutOff(HOUR, 20).next(ALL, 80, ORDER)).isEqualTo(last(48).alongTheFeed(8_000));
        assertThat(Pace.UNKNOWN.cutOff(HOUR, 90).next(ALL, 10, ORDER)).extracting(Stretch::rows).isEqualTo(1_000);
        assertThat(Pace.UNKNOWN.cutOff(HOUR, 19).next(ALL, 81, ORDER)).extracting(Stretch::reading).isEqualTo(Reading.BY_TERMS);
    }

    @Test
    void whatIsRareIsReadAsFarAsThePageShouldReach() {
        assertThat(Pace.UNKNOWN.cutOff(HOUR, 10).next(ALL, 100, ORDER)).isEqualTo(last(15));
    }

    @Test
    void whatIsInNoEventOfTheSampleMayBeInEveryTwoThousandth() {
        assertThat(Pace.UNKNOWN.cutOff(HOUR, 0).next(ALL, 100, ORDER)).isEqualTo(last(300));
    }

    @Test
    void eachPieceTellsHowLongTheNextMustBe() {
        var pace = Pace.UNKNOWN.cutOff(HOUR, 10).through(ALL.before(hoursAgo(15).minusNanos(1_000), ORDER), 22);

        assertThat(pace.next(ALL, 64, ORDER).length()).isCloseTo(Duration.ofHours(48), Duration.ofMinutes(1));
    }

    @Test
    void butItIsAtMostEightTimesAsLong() {
        var pace = Pace.UNKNOWN.cutOff(HOUR, 10).through(last(15), 0);

        assertThat(pace.next(ALL, 90, ORDER)).isEqualTo(last(120));
    }

    @Test
    void whatTurnsOutToBeRareIsNoLongerReadAlongTheFeed() {
        var pace = Pace.UNKNOWN.cutOff(HOUR, 30).cutOff(HOUR, 0);

        assertThat(pace.next(ALL, 70, ORDER)).isEqualTo(last(7));
    }

    @Test
    void whatWouldBeMostOfTheRestIsNotCutOff() {
        assertThat(Pace.UNKNOWN.cutOff(HOUR, 10).next(last(30), 100, ORDER)).isEqualTo(last(30));
    }

    @Test
    void whatIsThereLessThanTwoPagesOfIsReadWholly() {
        assertThat(Pace.UNKNOWN.cutOff(HOUR, 0).through(last(300), 0).next(ALL, 100, ORDER)).isEqualTo(ALL);
    }

    @Test
    void aThousandEventsOfOneMomentAreASampleToo() {
        var moment = ALL.before(NOW, ORDER).alongTheFeed(1_000);

        assertThat(Pace.UNKNOWN.cutOff(moment, 0).next(ALL, 100, ORDER).length()).isEqualTo(Duration.ofMillis(300));
    }

    private static Stretch last(int hours) {
        return ALL.behind(ALL.before(hoursAgo(hours), EventOrder.OLDEST_FIRST), EventOrder.OLDEST_FIRST);
    }

    private static Instant hoursAgo(int hours) {
        return NOW.minus(Duration.ofHours(hours));
    }
}

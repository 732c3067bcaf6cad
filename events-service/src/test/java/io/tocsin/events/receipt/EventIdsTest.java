package io.tocsin.events.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

class EventIdsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final EventIds ids = new EventIds();

    @Test
    void idsOfOneMillisecondAreUniqueAndRise() {
        var made = LongStream.generate(() -> ids.next(NOW)).limit(100_000).toArray();

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void idsOfOneMillisecondStayUniqueForThoseWhoKeepNumbersInDoubles() {
        var made = LongStream.generate(() -> ids.next(NOW)).limit(10_000).asDoubleStream().toArray();

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void idsRiseWithTimeEvenWhenTheClockIsSetBack() {
        var first = ids.next(NOW);

        assertThat(ids.next(NOW.plusMillis(1))).isGreaterThan(first);
        assertThat(ids.next(NOW.minusSeconds(60))).isGreaterThan(first);
    }

    @Test
    void idsAreBeyondTheIntegersOfADoubleAndPositiveForHalfACentury() {
        assertThat(ids.next(NOW)).isGreaterThan(1L << 53);
        assertThat(new EventIds().next(Instant.parse("2079-01-01T00:00:00Z"))).isPositive();
    }

    @Test
    void theFloorOfATimeLiesBetweenTheIdsBeforeAndFromThen() {
        var floor = EventIds.floor(NOW);

        assertThat(new EventIds().next(NOW)).isGreaterThanOrEqualTo(floor);
        assertThat(new EventIds().next(NOW.minusMillis(1))).isLessThan(floor);
        assertThat(EventIds.timeOf(floor)).isEqualTo(NOW);
    }

    @Test
    void everyTimeHasAFloor() {
        assertThat(EventIds.floor(Instant.MIN)).isZero();
        assertThat(EventIds.floor(Instant.MAX)).isEqualTo(Long.MAX_VALUE);
        assertThat(Tolerance.firstIdOf(Instant.MIN)).isZero();
        assertThat(Tolerance.lastIdBefore(Instant.MAX)).isEqualTo(Long.MAX_VALUE);
    }
}

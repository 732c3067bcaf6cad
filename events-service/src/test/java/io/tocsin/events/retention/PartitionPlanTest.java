package io.tocsin.events.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

class PartitionPlanTest {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Instant SUNDAY = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void weeksBeginOnMondays() {
        var plan = new PartitionPlan(List.of(), WEEK);

        var missing = plan.cover(SUNDAY, SUNDAY.plus(Duration.ofDays(8))).missing();

        assertThat(missing).containsExactly(span("2026-11-16T00", "2026-11-23T00"), span("2026-11-23T00", "2026-11-30T00"),
                span("2026-11-30T00", "2026-12-07T00"));
        assertThat(missing.stream().map(made -> new Partition("standard", made).table()))
                .first()
                .isEqualTo("event_standard_2026111600");
    }

    @Test
    void whatExistsIsNotMadeAgain() {
        var existing = List.of(span("2026-11-16T00", "2026-11-23T00"), span("2026-11-23T00", "2026-11-30T00"));

        var missing = new PartitionPlan(existing, WEEK).cover(SUNDAY, SUNDAY.plus(WEEK)).missing();

        assertThat(missing).isEmpty();
    }

    @Test
    void anotherWidthFillsWhatIsLeftBetweenTheOldOnes() {
        var existing = List.of(span("2026-11-16T00", "2026-11-23T00"), span("2026-11-25T12", "2026-11-25T18"));

        var missing = new PartitionPlan(existing, Duration.ofDays(2)).cover(SUNDAY, SUNDAY.plus(Duration.ofDays(4))).missing();

        assertThat(missing).containsExactly(span("2026-11-23T00", "2026-11-25T00"), span("2026-11-25T00", "2026-11-25T12"),
                span("2026-11-25T18", "2026-11-27T00"));
    }

    @Test
    void singleMomentsOfOnePartitionMakeOne() {
        var plan = new PartitionPlan(List.of(), WEEK);

        var missing = plan.cover(SUNDAY).cover(SUNDAY.minusSeconds(60)).cover(Instant.parse("2012-01-01T00:00:00Z")).missing();

        assertThat(missing).containsExactly(span("2026-11-16T00", "2026-11-23T00"), span("2011-12-26T00", "2012-01-02T00"));
    }

    private static Span span(String from, String until) {
        return new Span(Instant.parse(from + ":00:00Z"), Instant.parse(until + ":00:00Z"));
    }
}

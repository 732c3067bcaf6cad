package io.tocsin.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final Pace pace = new Pace(60);

    @Test
    void tenSecondsWorthMayBeginAtOnceAndNoMore() {
        var before = pace.room(NOW);
        for (int i = 0; i < before; i++) {
            pace.began(NOW);
        }

        assertThat(before).isEqualTo(10);
        assertThat(pace.room(NOW)).isZero();
        assertThat(pace.room(NOW.plusSeconds(3))).isEqualTo(3);
        assertThat(pace.room(NOW.plusSeconds(3600))).isEqualTo(10);
    }

    @Test
    void aSlowPaceStillLetsOneBegin() {
        var slow = new Pace(1);

        slow.began(NOW);

        assertThat(slow.room(NOW.plusSeconds(59))).isZero();
        assertThat(slow.room(NOW.plusSeconds(60))).isEqualTo(1);
    }
}

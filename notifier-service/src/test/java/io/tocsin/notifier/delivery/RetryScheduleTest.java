package io.tocsin.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.smallrye.config.SmallRyeConfigBuilder;

class RetryScheduleTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final RetrySchedule schedule = new RetrySchedule(config());

    @ParameterizedTest
    @CsvSource({ "1, 10", "2, 30", "3, 120", "8, 3600", "100, 3600" })
    void pausesGrowAndTheLastOneRepeats(int attempts, long seconds) {
        var next = schedule.next(attempts, NOW, NOW);

        assertThat(next).isBetween(NOW.plusMillis(seconds * 800), NOW.plusMillis(seconds * 1200));
    }

    @Test
    void deliveriesThatFailTogetherComeBackApart() {
        var one = schedule.next(8, NOW, NOW);

        assertThat(IntStream.range(0, 20).mapToObj(i -> schedule.next(8, NOW, NOW)))
                .anySatisfy(other -> assertThat(other).isNotEqualTo(one));
    }

    @Test
    void theLastAttemptIsMadeAfterFiveDays() {
        var created = NOW.minus(Duration.ofDays(5)).plusSeconds(60);

        assertThat(schedule.next(90, created, NOW)).isEqualTo(created.plus(Duration.ofDays(5)));
        assertThat(schedule.isOver(created, NOW)).isFalse();
        assertThat(schedule.isOver(created, NOW.plusSeconds(60))).isTrue();
    }

    static DispatchConfig config() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(DispatchConfig.class)
                .build()
                .getConfigMapping(DispatchConfig.class);
    }
}

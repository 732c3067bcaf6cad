package io.tocsin.notifier.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.smallrye.config.SmallRyeConfigBuilder;

class StormTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration EVERY = Duration.ofMinutes(2);

    private final Storm storm = new Storm(new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(StormConfig.class)
            .build()
            .getConfigMapping(StormConfig.class));

    @Test
    void everyReplicaGathersForTheSameDigest() {
        var digest = storm.nextDigest("ann@example.org", NOW);

        assertThat(digest).isAfter(NOW).isBeforeOrEqualTo(NOW.plus(EVERY));
        assertThat(storm.nextDigest("ann@example.org", digest.minusMillis(1))).isEqualTo(digest);
        assertThat(storm.nextDigest("ann@example.org", digest)).isEqualTo(digest.plus(EVERY));
    }

    @Test
    void digestsOfManyDoNotGoAtOnce() {
        var digests = IntStream.range(0, 100).mapToObj(i -> storm.nextDigest("somebody-" + i + "@example.org", NOW)).distinct();

        assertThat(digests).hasSizeGreaterThan(50);
    }
}

package io.tocsin.events.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventUidsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");

    @Test
    void theIdIsFoundInTheUid() {
        var ids = LongStream.generate(() -> ThreadLocalRandom.current().nextLong(Long.MAX_VALUE)).limit(10_000);

        assertThat(ids.boxed()).allSatisfy(id -> assertThat(EventUids.idOf(EventUids.of(id))).hasValue(id));
        assertThat(EventUids.idOf(EventUids.of(0))).hasValue(0);
        assertThat(EventUids.idOf(EventUids.of(Long.MAX_VALUE))).hasValue(Long.MAX_VALUE);
    }

    @Test
    void aUidIsOfVersionSevenAndTellsTheTime() {
        var uid = EventUids.of(new EventIds().next(NOW));

        assertThat(uid.version()).isEqualTo(7);
        assertThat(uid.variant()).isEqualTo(2);
        assertThat(uid.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void twoReplicasWhichMakeTheSameIdGiveItTwoUids() {
        var id = new EventIds().next(NOW);

        assertThat(EventUids.of(id)).isNotEqualTo(EventUids.of(id));
    }

    @ParameterizedTest
    @ValueSource(strings = { "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "9f3a5f60-6b1c-4b1e-9f3a-5f606b1c4b1e", "00000000-0001-7000-8000-000000000000",
            "ffffffff-ffff-7fff-bfff-ffffffffffff" })
    void aUidWhichNoEventCanHaveHoldsNoId(String uid) {
        assertThat(EventUids.idOf(UUID.fromString(uid))).isEmpty();
    }
}

package io.tocsin.events.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTest {

    private static final Instant AT = Instant.parse("2026-01-31T12:00:00.123456Z");

    @ParameterizedTest
    @CsvSource({ "0,0", "735,4611686018427387904", "9223372036854775807,9223372036854775807" })
    void aPlaceComesBackFromItsWord(long transaction, long id) {
        var place = new Position(transaction, id, AT);

        assertThat(Position.parse(place.word())).contains(place);
        assertThat(place.word()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void theTransactionDecidesBeforeTheId() {
        assertThat(new Position(7, 1, AT).isBehind(new Position(6, 9, AT))).isTrue();
        assertThat(new Position(7, 1, AT).isBehind(Position.before(7, AT))).isTrue();
        assertThat(new Position(7, 1, AT).isBehind(new Position(7, 1, AT.plusSeconds(1)))).isFalse();
    }
}

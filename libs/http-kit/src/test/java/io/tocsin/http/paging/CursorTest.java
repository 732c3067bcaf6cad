package io.tocsin.http.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.tocsin.http.paging.Cursor.Direction;

class CursorTest {

    private static final Cursor CURSOR = new Cursor(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse(
            "2026-01-31T00:00:00Z"),
            Direction.PREVIOUS, Instant.parse("2026-01-07T12:34:56.789012Z"), "a~b/ü");

    @Test
    void whatWasPutInComesOut() {
        var word = CURSOR.encode("acme", List.of("11", "12"));

        assertThat(word).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.decode(word, "acme", List.of("11", "12"))).isEqualTo(CURSOR);
    }

    @Test
    void aCursorNeedsNoRange() {
        var open = new Cursor(null, null, Direction.NEXT, Instant.EPOCH.minusMillis(1), "1");

        assertThat(Cursor.decode(open.encode(), new Object[0])).isEqualTo(open);
    }

    @Test
    void aRangeMayBeAllTime() {
        var all = new Cursor(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T23:59:59.999999Z"),
                Direction.NEXT,
                Instant.EPOCH, "1");

        assertThat(Cursor.decode(all.encode())).isEqualTo(all);
    }

    @Test
    void aCursorOfAnotherQueryIsRefused() {
        var word = CURSOR.encode("acme", "11");

        assertThatThrownBy(() -> Cursor.decode(word, "acme", "12")).isInstanceOf(BadCursor.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "x", "%%%", "AAAA", "WzAsMTY1ODA5NTIwMDAwMCwiYSJd", "fn5-fn5-" })
    void whatIsNoCursorIsRefused(String word) {
        assertThatThrownBy(() -> Cursor.decode(word)).isInstanceOf(BadCursor.class);
    }

    @Test
    void aCursorWithoutPlaceOrWithNonsenseInItIsRefused() {
        var parts = new String(Base64.getUrlDecoder().decode(CURSOR.encode())).split("~", 6);
        for (var broken : List.of(
                String.join("~", parts[0], parts[1], parts[2], "X", parts[4], parts[5]),
                String.join("~", parts[0], parts[1], parts[2], "N", "", parts[5]),
                String.join("~", parts[0], "1y2p0ij32e8e7", parts[2], "N", "?", parts[5]))) {
            var word = Base64.getUrlEncoder().encodeToString(broken.getBytes());

            assertThatThrownBy(() -> Cursor.decode(word)).isInstanceOf(BadCursor.class);
        }
    }
}

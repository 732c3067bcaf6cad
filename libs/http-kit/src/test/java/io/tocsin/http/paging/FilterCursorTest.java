package io.tocsin.http.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.tocsin.http.paging.Cursor.Direction;

class FilterCursorTest {

    private static final Cursor PLACE = new Cursor(Instant.EPOCH, Instant.EPOCH.plusSeconds(60), Direction.NEXT,
            Instant.EPOCH.plusSeconds(30), "4711");

    @Test
    void theFilterComesOutWithThePlaceAndNeedsNoEscaping() {
        var cursor = new FilterCursor(PLACE, Arrays.asList("status(\"OPEN\"),\u00FC & more", null, "100"));

        var word = cursor.encode("acme", "11");

        assertThat(word).matches("[A-Za-z0-9._-]+");
        assertThat(FilterCursor.decode(word, 3, "acme", "11")).isEqualTo(cursor);
    }

    @Test
    void aCursorOfAnotherTenantIsRefused() {
        var word = new FilterCursor(PLACE, List.of("a")).encode("acme", "11");

        assertThatThrownBy(() -> FilterCursor.decode(word, 1, "acme", "12")).isInstanceOf(BadCursor.class);
    }

    @Test
    void aFilterWhichSomebodyChangedIsRefused() {
        var word = new FilterCursor(PLACE, List.of("a")).encode("acme");

        assertThatThrownBy(() -> FilterCursor.decode("Yg" + word.substring(2), 1, "acme")).isInstanceOf(BadCursor.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", ".", "..", "a.b", "%.%", "AAAA" })
    void whatIsNoCursorIsRefused(String word) {
        assertThatThrownBy(() -> FilterCursor.decode(word, 1)).isInstanceOf(BadCursor.class);
    }
}

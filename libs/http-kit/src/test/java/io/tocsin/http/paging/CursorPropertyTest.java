package io.tocsin.http.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

import io.tocsin.http.paging.Cursor.Direction;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CursorPropertyTest {

    @Property
    void whateverWasPutInComesOut(@ForAll("cursors") Cursor cursor, @ForAll String filter) {
        var word = cursor.encode("acme", filter);

        assertThat(word).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.decode(word, "acme", filter)).isEqualTo(cursor);
    }

    @Property
    void noCursorFitsAnotherFilter(@ForAll("cursors") Cursor cursor, @ForAll String filter, @ForAll String other) {
        Assume.that(!filter.equals(other));

        var word = cursor.encode(filter);

        assertThatThrownBy(() -> Cursor.decode(word, other)).isInstanceOf(BadCursor.class);
    }

    @Property
    void anyWordIsACursorOrABadOne(@ForAll("words") String word) {
        try {
            assertThat(Cursor.decode(word, "acme")).isNotNull();
        } catch (BadCursor e) {
            assertThat(e.errors()).isNotEmpty();
        }
    }

    @Provide
    Arbitrary<Cursor> cursors() {
        return Combinators.combine(
                instants().injectNull(0.1),
                instants().injectNull(0.1),
                Arbitraries.of(Direction.class),
                instants(),
                Arbitraries.strings().ofMaxLength(20).filter(id -> id.chars().noneMatch(c -> Character.isSurrogate((char) c))))
                .as(Cursor::new);
    }

    /** The years 1 to 9999. */
    private static Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(-62_135_596_800_000_000L, 253_402_300_799_999_999L)
                .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    /** Words of nothing in particular, and cursors in which one character was changed. */
    @Provide
    Arbitrary<String> words() {
        var changed = Combinators.combine(cursors(), Arbitraries.integers().between(0, 60), Arbitraries.chars())
                .as((cursor, at, character) -> {
                    var text = new StringBuilder(new String(Base64.getUrlDecoder().decode(cursor.encode("acme"))));
                    text.setCharAt(at % text.length(), character);
                    return Base64.getUrlEncoder().encodeToString(text.toString().getBytes());
                });
        return Arbitraries.oneOf(Arbitraries.strings(), changed);
    }
}

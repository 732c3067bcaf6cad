package io.tocsin.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventQueryErrorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            (a                 ~ 2  ~ found the end of the query, expected ')'
            a)                 ~ 1  ~ found ')', expected a search term, AND, OR or the end of the query
            "a b               ~ 0  ~ this quote is never closed
            a AND              ~ 5  ~ found the end of the query, expected a search term
            a OR AND b         ~ 5  ~ found 'AND', expected a search term
            host:              ~ 5  ~ found the end of the query, expected a value
            host:)             ~ 5  ~ found ')', expected a value
            :a                 ~ 0  ~ found ':', expected a search term
            ()                 ~ 1  ~ found ')', expected a search term
            @a:[1 TO 2         ~ 10 ~ found the end of the query, expected ']' or '}'
            @a:[1 2]           ~ 6  ~ found '2', expected TO
            @a:[TO 2]          ~ 4  ~ found 'TO', expected a value
            @a:>               ~ 4  ~ found the end of the query, expected a value
            @a:>5*             ~ 4  ~ a value to compare with has no wildcards; '*' and '?' in it need a backslash
            hot!               ~ 3  ~ '!' must be written '\\!' or stand in quotes
            a=b =c             ~ 4  ~ '=' must be written '\\=' or stand in quotes
            a\\                ~ 1  ~ nothing follows this backslash
            "***" a            ~ 0  ~ there is no word to search for in '"***"'
            >5                 ~ 1  ~ words cannot be compared; name a field, as in @duration:>5
            @:a                ~ 0  ~ '@' must be followed by the path of an attribute, as in @evt.name
            ho*:a              ~ 0  ~ the name of a field has no wildcards; '*' and '?' in it need a backslash
            *:a                ~ 0  ~ '*:' must be followed by '*'; to search words, write them without a field
            _exists_:"a"       ~ 0  ~ _exists_: must be followed by the name of one field
            CIDR(@a, 10.0.0.0/8) ~ 0 ~ CIDR(...) searches logs, not events
            a:b: c             ~ 2  ~ the value 'b: c' has blanks in it and must stand in quotes
            timestamp:noon     ~ 10 ~ 'noon' is no time; write epoch milliseconds or ISO 8601 with its zone, as in 2026-01-31T23:59:00Z
            timestamp:2026*    ~ 10 ~ a timestamp has no wildcards; compare it, as in timestamp:>2026-01-31
            """)
    void anErrorSaysWhereAndWhat(String text, int position, String complaint) {
        var error = errorOf(text);

        assertThat(error).hasMessage("column %d: %s", position + 1, complaint);
        assertThat(error.position()).isEqualTo(position);
    }

    @Test
    void positionsCountTheCharsOfJavaBehindAnEmoji() {
        var error = errorOf("\uD83D\uDD25 !");

        assertThat(error.position()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = { "(", "NOT (", "a:(", "-", "NOT ", "!", "\"", "\\", "[", "a:[", "a:{* TO ", ":", "a AND ", "*",
            "a " })
    void hugeInputsAreRefusedBeforeTheyAreParsed(String piece) {
        var error = errorOf(piece.repeat(100_000));

        assertThat(error).hasMessageContaining("characters long, 10000 are allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = { "(", "NOT (", "a:(", "-(" })
    void deepNestingIsRefused(String opening) {
        var error = errorOf(opening.repeat(51) + "a" + ")".repeat(51));

        assertThat(error).hasMessageContaining("parentheses are nested deeper than the 50 levels allowed");
    }

    @Test
    void tooManyTermsAreRefused() {
        assertThat(errorOf("a ".repeat(501))).hasMessageContaining("more than the 500 terms allowed");
    }

    @Test
    void longValuesAndManyWildcardsAreRefused() {
        assertThat(errorOf("a".repeat(1_001))).hasMessageContaining("a value may have 1000 characters, this one has 1001");
        assertThat(errorOf("a?".repeat(21))).hasMessageContaining("a term may have 20 wildcards, this one has 21");
        assertThat(errorOf("@" + "a.".repeat(20) + "b:c")).hasMessageContaining("more than the 20 steps allowed");
    }

    @Test
    void whatPostgresCannotStoreIsRefused() {
        assertThat(errorOf("a \u0000")).hasMessage("column 3: the character U+0000 is not text");
        assertThat(errorOf("\uD800")).hasMessage("column 1: the character U+D800 is not text");
    }

    private static QuerySyntaxError errorOf(String text) {
        return catchThrowableOfType(QuerySyntaxError.class, () -> EventQuery.parse(text));
    }
}

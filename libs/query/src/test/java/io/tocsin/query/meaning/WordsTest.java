package io.tocsin.query.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class WordsTest {

    /** The index knows words folded, the matcher compares letters: where the matcher says yes the index must not say no. */
    @Test
    void lettersWhichASearchTakesForTheSameFoldToTheSame() {
        var apart = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> !fold(c).equals(fold(Character.toUpperCase(c))) || !fold(c).equals(fold(Character.toLowerCase(c))))
                .mapToObj("U+%04X"::formatted);

        assertThat(apart).isEmpty();
    }

    @Test
    void wordsAreFoldedOneByOne() {
        var words = new ArrayList<String>();

        Words.eachFolded("Disk full: web-17.EXAMPLE.com \u00C4rger \uD83D\uDD25", words::add);

        assertThat(words).containsExactly("disk", "full", "web", "17", "example", "com", "\u00E4rger", "\uD83D\uDD25");
    }

    private static String fold(int codePoint) {
        return Words.fold(Character.toString(codePoint));
    }
}

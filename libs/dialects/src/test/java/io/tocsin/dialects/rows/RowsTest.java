package io.tocsin.dialects.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * docs/dialects/datadog-rows.md, dynatrace-rows.md and thousandeyes-rows.md name, for each row of the vendors' tables, the tests which
 * show it. They are held to it here: what they name is there, and speaks of what the row is about.
 */
class RowsTest {

    private static final Checkout CHECKOUT = Checkout.here();
    private static final TestSources TESTS = new TestSources(CHECKOUT);

    @ParameterizedTest
    @CsvSource({ "datadog, 0 1 2 3 4 5 6 7 8 9 10 11 12 13", "dynatrace, 0 1 2 3 4 5 6 7 8 9 10", "thousandeyes, 1 2 3 4 5 6" })
    void everyChapterIsThereAndNoRowTwice(String dialect, String chapters) {
        var rows = RowTable.of(CHECKOUT, dialect);

        assertThat(rows.stream().map(Row::chapter).distinct().map(String::valueOf)).containsExactly(chapters.split(" "));
        assertThat(twice(rows)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "datadog", "dynatrace", "thousandeyes" })
    void everyRowSaysWhatTocsinDoesAndNamesItsTestsOrAReason(String dialect) {
        var rows = RowTable.of(CHECKOUT, dialect);

        assertThat(rows).noneMatch(row -> row.does().isBlank());
        assertThat(rows).allMatch(row -> !row.tests().isEmpty() || !row.reason().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = { "datadog", "dynatrace", "thousandeyes" })
    void everyTestWhichIsNamedExists(String dialect) {
        var missing = RowTable.of(CHECKOUT, dialect)
                .stream()
                .flatMap(row -> row.tests().stream())
                .filter(test -> TESTS.textOf(test).isEmpty())
                .distinct()
                .toList();

        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "datadog", "dynatrace", "thousandeyes" })
    void whatStandsInBackticksInARowStandsInOneOfItsTests(String dialect) {
        var silent = RowTable.of(CHECKOUT, dialect)
                .stream()
                .filter(row -> !row.tests().isEmpty())
                .flatMap(row -> row.words()
                        .stream()
                        .filter(word -> row.tests().stream().noneMatch(test -> TESTS.textOf(test).contains(word)))
                        .map(word -> row + " is not shown to be about " + word))
                .toList();

        assertThat(silent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "datadog", "dynatrace", "thousandeyes" })
    void whatHasNoTestIsSaidInThePageOfTheDialect(String dialect) {
        var page = CHECKOUT.text("docs/dialects/" + dialect + ".md");

        var unsaid = RowTable.of(CHECKOUT, dialect)
                .stream()
                .filter(row -> row.tests().isEmpty())
                .filter(row -> !row.isSaidIn(page))
                .toList();

        assertThat(unsaid).isEmpty();
    }

    private static List<String> twice(List<Row> rows) {
        var seen = new HashSet<String>();
        return rows.stream().map(Row::toString).filter(row -> !seen.add(row)).toList();
    }
}

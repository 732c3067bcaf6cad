package io.tocsin.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.tocsin.expression.metric.AlertType;
import io.tocsin.expression.metric.Kind;
import io.tocsin.expression.metric.Metric;
import io.tocsin.expression.metric.PartMetric;

/** The tables for authors of expressions say what the catalogue says. */
class DocumentationTest {

    private static final Path PAGE = Path.of("../../docs/dialects/thousandeyes-expressions.md");

    @ParameterizedTest
    @EnumSource(AlertType.class)
    void everyMetricIsInItsTableWithLabelAndUnit(AlertType type) throws IOException {
        var expected = Stream.concat(
                type.vocabulary().metrics().stream().map(metric -> row(metric.name(), metric)),
                type.vocabulary().parts().stream().flatMap(DocumentationTest::rows))
                .filter(row -> !row.startsWith("| `locationId`"))
                .toList();

        var table = table(type);

        assertThat(table).extracting(DocumentationTest::withoutReading).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static Stream<String> rows(PartMetric part) {
        return part.inner().metrics().stream().map(metric -> row(part.name() + "(" + metric.name() + ")", metric));
    }

    private static String row(String name, Metric metric) {
        return "| `" + name + "` | " + metric.label() + " | " + (metric.unit() == null
                ? word(metric.kind())
                : metric.unit().symbol());
    }

    private static String word(Kind kind) {
        return switch (kind) {
            case NUMBER -> "number";
            case WHOLE -> "whole number";
            case CODE -> "code";
            case TEXT -> "text";
            case WORD -> "word";
            case LIST -> "list";
            case ADDRESS -> "address";
            case PREFIX, SUBPREFIX -> "prefix";
            case FLAG -> "flag";
        };
    }

    private static List<String> table(AlertType type) throws IOException {
        return Files.readString(PAGE)
                .lines()
                .dropWhile(line -> !line.startsWith("### ") || !List.of(line.substring(4).split(", ")).contains(type.word()))
                .skip(1)
                .takeWhile(line -> !line.startsWith("### "))
                .filter(line -> line.startsWith("| `"))
                .toList();
    }

    private static String withoutReading(String row) {
        return row.substring(0, row.lastIndexOf(" | "));
    }
}

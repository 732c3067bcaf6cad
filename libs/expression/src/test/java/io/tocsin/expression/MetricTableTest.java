package io.tocsin.expression;

import static io.tocsin.expression.AResult.aResult;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.tocsin.expression.evaluate.Baselines;
import io.tocsin.expression.metric.AlertType;
import io.tocsin.expression.metric.Vocabulary;
import io.tocsin.model.result.Direction;
import io.tocsin.model.result.ResultTarget;

/** Every metric of wire/thousandeyes.md §4.2 evaluates: a condition on it, measurements of §4.4 which violate it, what people read. */
class MetricTableTest {

    static final ResultTarget BIDIRECTIONAL = ResultTarget.of(Direction.BIDIRECTIONAL);

    private static final String TABLE = "/metrics.csv";
    private static final Map<AlertType, AlertType> SIBLINGS = Map.of(
            AlertType.WEB_TRANSACTION, AlertType.WEB_TRANSACTIONS,
            AlertType.ENDPOINT_HTTP_SERVER, AlertType.HTTP_SERVER,
            AlertType.ENDPOINT_NETWORK_SERVER, AlertType.END_TO_END_SERVER,
            AlertType.ENDPOINT_PATH_TRACE, AlertType.PATH_TRACE);

    @ParameterizedTest
    @CsvFileSource(resources = TABLE, delimiter = '|', quoteCharacter = '`')
    void aMetricViolatesAndSaysSo(String type, String condition, String measured, String metrics) {
        var expression = Expression.parse(typeOf(type), "((" + condition + "))");

        var outcome = expression.evaluate(measured(typeOf(type), measured).build(), Baselines.NONE);

        assertThat(outcome.isViolated()).isTrue();
        assertThat(outcome.metrics()).isEqualTo(metrics);
    }

    @ParameterizedTest
    @CsvFileSource(resources = TABLE, delimiter = '|', quoteCharacter = '`')
    void whatWasNotMeasuredDoesNotViolate(String type, String condition, String measured, String metrics) {
        var expression = Expression.parse(typeOf(type), "((" + condition + "))");

        var outcome = expression.evaluate(aResult(typeOf(type)).build(), Baselines.NONE);

        assertThat(outcome.isViolated()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(AlertType.class)
    void theTableHasEveryWordOfTheType(AlertType type) {
        var conditions = rows().filter(row -> row[0].trim().equals(SIBLINGS.getOrDefault(type, type).word()))
                .map(row -> row[1])
                .toList();

        var words = allWords(type.vocabulary()).toList();

        assertThat(words).isNotEmpty()
                .allSatisfy(word -> assertThat(conditions)
                        .anySatisfy(condition -> assertThat(condition).containsPattern("\\b" + word + "\\b")));
    }

    private static Stream<String> allWords(Vocabulary vocabulary) {
        return Stream.concat(
                vocabulary.metrics().stream().map(metric -> metric.name()),
                vocabulary.parts()
                        .stream()
                        .flatMap(part -> Stream.concat(Stream.of(part.name()),
                                allWords(part.inner()))));
    }

    private static Stream<String[]> rows() {
        try (var table = MetricTableTest.class.getResourceAsStream(TABLE)) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\\|"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AlertType typeOf(String word) {
        return AlertType.named(word).orElseThrow();
    }

    /** {@code name=value; part:name=value; @prefix=value}; the members of one part are joined by {@code +}. */
    private static AResult measured(AlertType type, String text) {
        var result = aResult(type);
        Arrays.stream(text.split(";")).map(String::trim).forEach(item -> add(result, item));
        return result;
    }

    private static void add(AResult result, String item) {
        var name = item.substring(0, item.indexOf('='));
        var value = item.substring(item.indexOf('=') + 1);
        switch (name) {
            case "@source" -> result.from(value);
            case "@prefix" -> result.ofPrefix(value);
            case "@direction" -> result.of(ResultTarget.of(Direction.named(value).orElseThrow()));
            default -> addMeasured(result, item, name, value);
        }
    }

    private static void addMeasured(AResult result, String item, String name, String value) {
        if (!name.contains(":")) {
            result.with(name, valueOf(value));
            return;
        }
        var members = new LinkedHashMap<String, Object>();
        Arrays.stream(item.substring(item.indexOf(':') + 1).split("\\+"))
                .map(member -> member.split("=", 2))
                .forEach(member -> members.put(member[0], valueOf(member[1])));
        result.withPart(name.substring(0, name.indexOf(':')), members);
    }

    private static Object valueOf(String text) {
        if (text.matches("-?\\d+(\\.\\d+)?")) {
            return Double.valueOf(text);
        }
        return text.matches("true|false") ? (Object) Boolean.valueOf(text) : text;
    }
}

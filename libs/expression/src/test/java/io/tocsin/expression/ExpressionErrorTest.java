package io.tocsin.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.tocsin.expression.evaluate.Baselines;
import io.tocsin.expression.metric.AlertType;

class ExpressionErrorTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/errors.csv", delimiter = '@', quoteCharacter = '`')
    void whatIsWrongIsPointedAt(String type, String text, String message) {
        assertThatExceptionOfType(ExpressionRejected.class)
                .isThrownBy(() -> Expression.parse(AlertType.named(type).orElseThrow(), text))
                .withMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = { "(", "[", "hops(", "hops[(", "(loss > 1 && ", "!", "{", "a", "\"", "/", "((loss > 1) || " })
    void hugeTextsAreRefused(String piece) {
        var text = piece.repeat(200_000);

        assertThatExceptionOfType(ExpressionRejected.class)
                .isThrownBy(() -> Expression.parse(AlertType.PATH_TRACE, text))
                .withMessageContaining("10000 are allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = { "(", "[", "hops(", "hops[(", "(loss > 1 && ", "!", "{", "a", "\"", "/", "((loss > 1) || " })
    void longTextsAreRefusedWithoutMuchAdo(String piece) {
        var text = piece.repeat(9_999 / piece.length());

        assertThatExceptionOfType(ExpressionRejected.class).isThrownBy(() -> Expression.parse(AlertType.PATH_TRACE, text));
    }

    @Test
    void fiftyLevelsAreReadAndOneMoreIsNot() {
        var deep = "(".repeat(50) + "loss > 1" + ")".repeat(50);

        var read = Expression.parse(AlertType.VOICE, deep);

        assertThat(read.tree()).isEqualTo(Expression.parse(AlertType.VOICE, "loss > 1").tree());
        assertThatExceptionOfType(ExpressionRejected.class)
                .isThrownBy(() -> Expression.parse(AlertType.VOICE, "(" + deep + ")"))
                .withMessage("column 51: brackets are nested deeper than the 50 levels allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = { "((((a{100}){100}){100}){100})", "(x[](]y{1000}){1000}", "(\\Q(\\E{900}a{900}){900}",
            "(a[\\\\](b{99}){99}){99}" })
    void regularExpressionsThatGrowAreRefused(String regex) {
        var text = "probDetail =~ /" + regex + "/";

        assertThatExceptionOfType(ExpressionRejected.class).isThrownBy(() -> Expression.parse(AlertType.VOICE, text));
    }

    @ParameterizedTest
    @ValueSource(strings = { "(a+)+$", "(a|a)*b", "(.*a){20}", "\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}", "[a-z0-9-]{1,63}" })
    void whatWouldBacktrackElsewhereIsQuickHere(String regex) {
        var expression = Expression.parse(AlertType.VOICE, "probDetail =~ /" + regex + "/");
        var result = AResult.aResult(AlertType.VOICE).with("errorDetails", "a".repeat(50_000)).build();

        var outcome = assertTimeout(Duration.ofSeconds(5),
                () -> expression.evaluate(result, Baselines.NONE));

        assertThat(outcome).isNotNull();
    }
}

package io.tocsin.expression;

import static io.tocsin.expression.AResult.aResult;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.tocsin.expression.evaluate.Baselines;
import io.tocsin.expression.evaluate.Explanation;
import io.tocsin.expression.evaluate.Observation;
import io.tocsin.expression.evaluate.Outcome.Verdict;
import io.tocsin.expression.metric.AlertType;

class ExpressionTest {

    @Test
    void theTextIsKeptToTheByte() {
        var text = "  ( (loss>=50 %)||( probDetail!=\"\" ) )\n";

        var expression = Expression.parse(AlertType.END_TO_END_SERVER, text);

        assertThat(expression).hasToString(text);
    }

    @Test
    void twoAreEqualWhichAskTheSame() {
        var tidy = Expression.parse(AlertType.END_TO_END_SERVER, "((loss >= 50%) && (jitter == 2))");

        var untidy = Expression.parse(AlertType.END_TO_END_SERVER, "loss>=50% && ((jitter = 2))");

        assertThat(untidy).isEqualTo(tidy).hasSameHashCodeAs(tidy);
        assertThat(untidy).isNotEqualTo(Expression.parse(AlertType.END_TO_END_AGENT, "((loss >= 50%) && (jitter == 2))"));
    }

    @Test
    void onlyWhatHoldsIsACause() {
        var expression = Expression.parse(AlertType.END_TO_END_SERVER,
                "((loss >= 50%) || (probDetail != \"\") || (avgLatency >= 200 ms))");
        var result = aResult(AlertType.END_TO_END_SERVER).with("loss", 60)
                .with("errorDetails", "no \"route\"")
                .with("avgLatency", 9);

        var outcome = expression.evaluate(result.build(), Baselines.NONE);

        assertThat(outcome.metrics()).isEqualTo("Loss: 60%, Error: \"no \"route\"\"");
        assertThat(outcome.causes()).extracting(Observation::metric).containsExactly("loss", "probDetail");
    }

    @Test
    void whatHoldsInVainIsNoCause() {
        var expression = Expression.parse(AlertType.END_TO_END_SERVER, "(((loss >= 50%) && (jitter > 1)) && (avgLatency > 1))");
        var result = aResult(AlertType.END_TO_END_SERVER).with("loss", 60).with("jitter", 2);

        var outcome = expression.evaluate(result.build(), Baselines.NONE);

        assertThat(outcome.verdict()).isEqualTo(Verdict.KEPT);
        assertThat(outcome.causes()).isEmpty();
    }

    @Test
    void aSourceOutOfScopeIsNeitherForNorAgainst() {
        var expression = Expression.parse(AlertType.END_TO_END_SERVER, "[(locationId in {\"1\"})]((loss >= 50%))");
        var result = aResult(AlertType.END_TO_END_SERVER).from("2").with("loss", 100);

        var outcome = expression.evaluate(result.build(), Baselines.NONE);

        assertThat(outcome.verdict()).isEqualTo(Verdict.OUT_OF_SCOPE);
        assertThat(outcome.metrics()).isEmpty();
    }

    @Test
    void atTheEndEverythingAskedIsTold() {
        var expression = Expression.parse(AlertType.HTTP_SERVER,
                "((errorType != \"None\") || (probDetail != \"\") || (Auto(totalTime > High sensitivity)) || (dnsTime > 5))");
        var cleared = aResult(AlertType.HTTP_SERVER).with("totalTime", 120).build();

        var told = Observation.joined(expression.observe(cleared));

        assertThat(told).isEqualTo("Error type: \"None\", Error: \"\", Total time: 120 ms");
    }

    @Test
    void anExpressionExplainsItselfConditionByCondition() {
        var expression = Expression.parse(AlertType.END_TO_END_SERVER,
                "[locationId == \"58\"]((loss>=50%) || (avgLatency >= 200 ms) || (jitter > 1))");
        var result = aResult(AlertType.END_TO_END_SERVER).with("loss", 60).with("avgLatency", 9).build();

        var explained = expression.explain(result, Baselines.NONE);

        assertThat(explained).isEqualTo(new Explanation("(loss >= 50%) || (avgLatency >= 200 ms) || (jitter > 1)", true,
                "Loss: 60%",
                List.of(new Explanation("loss >= 50%", true, "Loss: 60%", List.of()),
                        new Explanation("avgLatency >= 200 ms", false, "Average latency: 9 ms", List.of()),
                        new Explanation("jitter > 1", false, "", List.of()))));
        assertThat(expression.explainScope(result)).contains(
                new Explanation("locationId == \"58\"", true, "Location: \"58\"", List.of()));
    }

    @Test
    void ofManyPartsTheOneNearestToViolatingIsTold() {
        var expression = Expression.parse(AlertType.PATH_TRACE, "((hops((hopDelay >= 100 ms))) && (hops((hopDelay < 5 ms))))");
        var cleared = aResult(AlertType.PATH_TRACE)
                .withPart("hops", Map.of("responseTime", 40))
                .withPart("hops", Map.of("responseTime", 80))
                .build();

        var told = Observation.joined(expression.observe(cleared));

        assertThat(told).isEqualTo("Delay: 80 ms, Delay: 40 ms");
    }

    @ParameterizedTest
    @CsvSource({ "> High, 0.9", ">= Medium, 0.95", ">= low, 0.99", "< High, 0.1", "<= Medium, 0.05", "< Low, 0.01" })
    void eachSensitivityAsksForAQuantile(String limit, double share) {
        var expression = Expression.parse(AlertType.VOICE, "((Auto(latency " + limit + " sensitivity)))");
        var asked = new ArrayList<Double>();

        expression.evaluate(aResult(AlertType.VOICE).with("latency", 5).build(), (metric, quantile) -> {
            asked.add(quantile);
            return OptionalDouble.empty();
        });

        assertThat(asked).singleElement().satisfies(quantile -> assertThat(quantile).isCloseTo(share, offset(1e-9)));
    }

    @Test
    void withTooFewPointsNothingIsUnusual() {
        var expression = Expression.parse(AlertType.VOICE, "((Auto(latency >= Medium sensitivity)))");

        var outcome = expression.evaluate(aResult(AlertType.VOICE).with("latency", 1e9).build(), Baselines.NONE);

        assertThat(outcome.isViolated()).isFalse();
    }

    @Test
    void metricsWithBaselinesAreKnownAndGivePoints() {
        var expression = Expression.parse(AlertType.HTTP_SERVER,
                "((Auto(throughput < Low sensitivity)) && (dnsTime > 5) && (Auto(totalTime > Low sensitivity)))");
        var result = aResult(AlertType.HTTP_SERVER).with("throughput", 1_000).build();

        assertThat(expression.dynamicMetrics()).containsExactlyInAnyOrder("throughput", "totalTime");
        assertThat(expression.point("throughput", result)).hasValue(8);
        assertThat(expression.point("totalTime", result)).isEmpty();
    }

    @Test
    void aResultOfAnotherLayerIsAMistake() {
        var expression = Expression.parse(AlertType.VOICE, "((loss > 1))");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> expression.evaluate(aResult(AlertType.END_TO_END_SERVER).build(), Baselines.NONE));
    }

    @ParameterizedTest
    @CsvSource({ "0, 0%", "100, 100%", "99.8, 99.8%", "33.33333333, 33.33%", "99.999, 99.999%", "99.9996, 99.9996%",
            "0.004, 0.004%",
            "1e-12, 0.000000000001%", "12345678, 12345678%", "0.125, 0.13%" })
    void numbersAreRoundedForPeopleButNotToAWholeNumber(double loss, String shown) {
        var expression = Expression.parse(AlertType.VOICE, "((loss >= 0%))");

        var outcome = expression.evaluate(aResult(AlertType.VOICE).with("loss", loss).build(), Baselines.NONE);

        assertThat(outcome.metrics()).isEqualTo("Loss: " + shown);
    }

    @Test
    void longTextsAreCut() {
        var expression = Expression.parse(AlertType.VOICE, "((probDetail != \"\"))");
        var result = aResult(AlertType.VOICE).with("errorDetails", "x".repeat(999) + "\uD83D\uDD14").build();

        var outcome = expression.evaluate(result, Baselines.NONE);

        assertThat(outcome.metrics()).isEqualTo("Error: \"" + "x".repeat(999) + "...\"");
    }
}

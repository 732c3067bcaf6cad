package io.tocsin.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;

import io.tocsin.expression.evaluate.Baselines;
import io.tocsin.expression.evaluate.Explanation;
import io.tocsin.expression.evaluate.Outcome.Verdict;
import io.tocsin.expression.metric.AlertType;
import io.tocsin.expression.metric.Sight;
import io.tocsin.expression.tree.AlertRule;
import io.tocsin.expression.tree.ExpressionPrinter;
import io.tocsin.model.result.TestResult;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

class ExpressionPropertyTest {

    private static final Baselines TEN = (metric, share) -> metric.length() % 3 == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(share * 10);

    record Case(AlertType type, AlertRule rule, TestResult result) {}

    @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
    void whatIsPrintedParsesToTheSame(@ForAll("cases") Case given) {
        var printed = ExpressionPrinter.print(given.rule());

        var parsed = Expression.parse(given.type(), printed);

        assertThat(parsed.tree()).as(printed).isEqualTo(given.rule());
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void theEvaluatorAgreesWithANaiveOne(@ForAll("cases") Case given) {
        var expression = Expression.parse(given.type(), ExpressionPrinter.print(given.rule()));

        var outcome = expression.evaluate(given.result(), TEN);

        assertThat(outcome.verdict()).as(expression.toString()).isEqualTo(naive(given));
        assertThat(outcome.metrics().isEmpty()).isEqualTo(!outcome.isViolated());
        assertThat(outcome.isViolated()).isEqualTo(isExplained(expression, given.result()));
        Statistics.collect(outcome.verdict());
        Statistics.coverage(seen -> seen.check(Verdict.VIOLATED).percentage(share -> share > 10.0));
    }

    private static boolean isExplained(Expression expression, TestResult result) {
        return expression.explain(result, TEN).holds()
                && expression.explainScope(result).map(Explanation::holds).orElse(true);
    }

    private static Verdict naive(Case given) {
        var sight = Sight.of(given.result());
        var inScope = given.rule()
                .narrowing()
                .map(scope -> new NaiveEvaluator(given.type().scope(), TEN).holds(scope, sight))
                .orElse(true);
        if (!inScope) {
            return Verdict.OUT_OF_SCOPE;
        }
        return new NaiveEvaluator(given.type().vocabulary(), TEN).holds(given.rule().condition(), sight)
                ? Verdict.VIOLATED
                : Verdict.KEPT;
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void anyTextParsesOrSaysWhereItDoesNot(@ForAll AlertType type, @ForAll("texts") String text) {
        try {
            Expression.parse(type, text);
        } catch (ExpressionRejected e) {
            assertThat(e.position()).isBetween(0, text.length());
            assertThat(e).hasMessageStartingWith("column " + (e.position() + 1) + ": ");
        }
    }

    @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
    void aDamagedExpressionParsesOrSaysWhereItDoesNot(@ForAll("cases") Case given, @ForAll int seed,
            @ForAll("pieces") String piece) {
        var printed = ExpressionPrinter.print(given.rule());
        var at = Math.floorMod(seed, printed.length());
        var damaged = printed.substring(0, at) + piece + printed.substring(Math.min(printed.length(), at + 1));
        try {
            Expression.parse(given.type(), damaged).evaluate(given.result(), TEN);
        } catch (ExpressionRejected e) {
            assertThat(e.position()).isBetween(0, damaged.length());
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.of(AlertType.class)
                .flatMap(type -> Combinators.combine(RandomRules.of(type), RandomResults.of(type))
                        .as((rule, result) -> new Case(type, rule, result)));
    }

    @Provide
    Arbitrary<String> texts() {
        return pieces().list().ofMaxSize(10).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.oneOf(
                Arbitraries.of("(", ")", "((", "))", "[", "]", "{", "}", ",", "&&", " || ", "!", "in", " !in ", "=~", "!~",
                        "==", "=",
                        ">=", "<", "%", " ms", "kbps", "\"", "\"a\"", "/", "/(a/", "/a{1000}{1000}/", "\\", "null", "true",
                        "Auto(",
                        "Medium sensitivity)", "5", "-1.5", "99999999999999999999999999999999", "loss", "probDetail", "hops((",
                        "hopDelay", "noHops[2](", "errorType", "reachability", "prefix", "pageLoaded", "marker[", "steps[-1]("),
                Arbitraries.strings().ofMaxLength(4));
    }
}

package io.tocsin.expression;

import java.math.BigDecimal;
import java.util.List;

import io.tocsin.expression.metric.Kind;
import io.tocsin.expression.metric.Metric;
import io.tocsin.expression.tree.Condition;
import io.tocsin.expression.tree.Condition.All;
import io.tocsin.expression.tree.Condition.Any;
import io.tocsin.expression.tree.Condition.Comparison;
import io.tocsin.expression.tree.Condition.Dynamic;
import io.tocsin.expression.tree.Condition.Flag;
import io.tocsin.expression.tree.Operator;
import io.tocsin.expression.tree.Sensitivity;
import io.tocsin.expression.tree.Value;
import io.tocsin.expression.tree.Value.Choice;
import io.tocsin.expression.tree.Value.Nothing;
import io.tocsin.expression.tree.Value.Quantity;
import io.tocsin.expression.tree.Value.Regex;
import io.tocsin.expression.tree.Value.Text;
import io.tocsin.expression.tree.Value.Truth;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Conditions on one metric, with values near those of {@link RandomResults}. */
final class RandomConditions {

    private static final List<String> WORDS = List.of("", "None", "none", "DNS", "dns", "x", "58", "25", "192.0.2.1");
    private static final List<String> REGEXES = List.of("x", "^$", "(?i)d[n]s", "a/b\\\\/", "\\d+", "\"", "no|N.ne");
    private static final List<String> NETWORKS = List.of("203.0.113.0/24", "203.0.113.0/25", "203.0.113.7", "2001:db8::/32");

    private RandomConditions() {}

    static Arbitrary<Condition> on(Metric metric, boolean withBaselines) {
        var comparison = comparison(metric).map(made -> (Condition) made);
        if (metric.kind() == Kind.FLAG) {
            return Arbitraries.oneOf(comparison, Arbitraries.of(true, false).map(wanted -> new Flag(metric.name(), wanted)));
        }
        return withBaselines && (metric.kind() == Kind.NUMBER || metric.kind() == Kind.WHOLE)
                ? Arbitraries.oneOf(comparison, comparison, dynamic(metric))
                : comparison;
    }

    /** Two conditions on one metric count as one, whatever joins them. */
    static Arbitrary<Condition> range(Metric metric) {
        return Combinators.combine(comparison(metric), comparison(metric), Arbitraries.of(true, false))
                .as((one, other, and) -> and ? new All(List.of(one, other)) : new Any(List.of(one, other)));
    }

    private static Arbitrary<Condition> dynamic(Metric metric) {
        return Combinators.combine(Arbitraries.of(Operator.ORDER), Arbitraries.of(Sensitivity.class))
                .as((operator, level) -> new Dynamic(metric.name(), operator, level));
    }

    private static Arbitrary<Comparison> comparison(Metric metric) {
        return Arbitraries.of(metric.kind().operators())
                .flatMap(operator -> value(metric, operator).map(value -> new Comparison(metric.name(), operator, value)));
    }

    private static Arbitrary<? extends Value> value(Metric metric, Operator operator) {
        return switch (operator) {
            case IN, NOT_IN -> single(metric).list().ofMinSize(1).ofMaxSize(3).map(Choice::new);
            case MATCHES, NOT_MATCHES -> Arbitraries.of(REGEXES).map(Regex::new);
            case EQUAL, NOT_EQUAL -> Arbitraries.oneOf(single(metric), single(metric), Arbitraries.just(new Nothing()));
            case GREATER, AT_LEAST, LESS, AT_MOST -> single(metric);
        };
    }

    private static Arbitrary<Value> single(Metric metric) {
        return switch (metric.kind()) {
            case NUMBER -> quantity(metric, 2);
            case WHOLE -> quantity(metric, 0);
            case CODE -> Arbitraries.oneOf(quantity(metric, 0), Arbitraries.of("0", "1", "2", "03").map(Text::new));
            case TEXT, WORD, LIST -> text();
            case ADDRESS, PREFIX, SUBPREFIX -> Arbitraries.of(NETWORKS).map(Text::new);
            case FLAG -> Arbitraries.of(true, false).map(Truth::new);
        };
    }

    private static Arbitrary<Value> quantity(Metric metric, int scale) {
        var amounts = Combinators.combine(Arbitraries.integers().between(-1, 20), Arbitraries.integers().between(0, scale))
                .as((number, digits) -> BigDecimal.valueOf(number, digits));
        var units = metric.unit() == null
                ? Arbitraries.just((String) null)
                : Arbitraries.of(metric.unit().siblings()).injectNull(0.5);
        return Combinators.combine(amounts, units).as(Quantity::new);
    }

    private static Arbitrary<Value> text() {
        return Arbitraries.oneOf(Arbitraries.of(WORDS), Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(6),
                Arbitraries.of("\\", "\\\"", "\"", "a\nb", "\uD83D\uDD14", "\u00e9"))
                .map(Text::new);
    }
}

package io.tocsin.expression;

import java.math.BigDecimal;
import java.util.List;

import io.tocsin.expression.metric.AlertType;
import io.tocsin.expression.metric.PartMetric;
import io.tocsin.expression.metric.PartMetric.Selection;
import io.tocsin.expression.metric.Vocabulary;
import io.tocsin.expression.tree.AlertRule;
import io.tocsin.expression.tree.Condition;
import io.tocsin.expression.tree.Condition.All;
import io.tocsin.expression.tree.Condition.Any;
import io.tocsin.expression.tree.Condition.EachPart;
import io.tocsin.expression.tree.Condition.PartAt;
import io.tocsin.expression.tree.Condition.Parts;
import io.tocsin.expression.tree.Condition.PartsWhere;
import io.tocsin.expression.tree.Condition.Selector;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Rules of every shape that a text can give: one family of operators a level, ranges of one metric aside. */
final class RandomRules {

    private static final int DEPTH = 2;

    private RandomRules() {}

    static Arbitrary<AlertRule> of(AlertType type) {
        var scope = level(type.scope(), false, 1).injectNull(0.6);
        return Combinators.combine(scope, level(type.vocabulary(), true, DEPTH)).as(AlertRule::new);
    }

    private static Arbitrary<Condition> level(Vocabulary vocabulary, boolean isOutermost, int depth) {
        return Arbitraries.of(true, false).flatMap(and -> family(condition(vocabulary, isOutermost), and, depth));
    }

    private static Arbitrary<Condition> family(Arbitrary<Condition> conditions, boolean and, int depth) {
        if (depth == 0) {
            return conditions;
        }
        var inner = family(conditions, and, depth - 1);
        return Arbitraries.oneOf(conditions, inner, inner.list().ofMinSize(2).ofMaxSize(3).map(parts -> joined(and, parts)));
    }

    private static Condition joined(boolean and, List<Condition> parts) {
        return and ? new All(parts) : new Any(parts);
    }

    private static Arbitrary<Condition> condition(Vocabulary vocabulary, boolean isOutermost) {
        var simple = Arbitraries.of(vocabulary.metrics()).flatMap(metric -> RandomConditions.on(metric, isOutermost));
        var ranged = Arbitraries.of(vocabulary.metrics()).flatMap(RandomConditions::range);
        if (vocabulary.parts().isEmpty()) {
            return Arbitraries.oneOf(simple, simple, ranged);
        }
        return Arbitraries.oneOf(simple, ranged, Arbitraries.of(vocabulary.parts()).flatMap(RandomRules::parts));
    }

    private static Arbitrary<Condition> parts(PartMetric part) {
        return Combinators.combine(selector(part), level(part.inner(), false, 1))
                .as((selector, inner) -> new Parts(part.name(), selector, inner));
    }

    private static Arbitrary<Selector> selector(PartMetric part) {
        Arbitrary<Selector> each = Arbitraries.just(new EachPart());
        if (part.selection() == Selection.BY_NUMBER) {
            return Arbitraries.oneOf(each, Arbitraries.integers().between(0, 3).map(BigDecimal::valueOf).map(PartAt::new));
        }
        return part.selection() == Selection.NONE
                ? each
                : Arbitraries.oneOf(each, level(part.inner(), false, 1).map(PartsWhere::new));
    }
}

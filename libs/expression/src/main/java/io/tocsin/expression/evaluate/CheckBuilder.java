package io.tocsin.expression.evaluate;

import java.util.List;

import io.tocsin.expression.metric.Metric;
import io.tocsin.expression.metric.Vocabulary;
import io.tocsin.expression.tree.Condition;
import io.tocsin.expression.tree.Condition.All;
import io.tocsin.expression.tree.Condition.Any;
import io.tocsin.expression.tree.Condition.Comparison;
import io.tocsin.expression.tree.Condition.Dynamic;
import io.tocsin.expression.tree.Condition.Flag;
import io.tocsin.expression.tree.Condition.Parts;
import io.tocsin.expression.tree.ConditionVisitor;
import io.tocsin.expression.tree.Operator;
import io.tocsin.expression.tree.Value;

/** From a condition whose words are known to be right to its check. */
final class CheckBuilder implements ConditionVisitor<Check> {

    private final Vocabulary vocabulary;

    CheckBuilder(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public Check all(All all) {
        var parts = each(all.parts());
        return (sight, inquiry) -> {
            var mark = inquiry.mark();
            for (var part : parts) {
                if (!part.holds(sight, inquiry)) {
                    inquiry.forgetSince(mark);
                    return false;
                }
            }
            return true;
        };
    }

    /** All parts are asked, because all that hold are causes. */
    @Override
    public Check any(Any any) {
        var parts = each(any.parts());
        return (sight, inquiry) -> {
            var holds = false;
            for (var part : parts) {
                holds |= part.holds(sight, inquiry);
            }
            return holds;
        };
    }

    @Override
    public Check comparison(Comparison comparison) {
        var metric = metric(comparison.metric());
        if (comparison.value() instanceof Value.Nothing) {
            return new PresenceCheck(metric, comparison.operator() == Operator.NOT_EQUAL);
        }
        if (metric.kind().isNumeric()) {
            return new NumberCheck(metric, NumberTests.of(metric, comparison));
        }
        if (comparison.value() instanceof Value.Truth truth) {
            return new FlagCheck(metric, truth.value() == (comparison.operator() == Operator.EQUAL));
        }
        return new TextCheck(metric, TextTests.of(metric, comparison), TextTests.isNegative(comparison.operator()));
    }

    @Override
    public Check flag(Flag flag) {
        return new FlagCheck(metric(flag.metric()), flag.wanted());
    }

    @Override
    public Check dynamic(Dynamic dynamic) {
        return DynamicCheck.of(metric(dynamic.metric()), dynamic);
    }

    @Override
    public Check parts(Parts parts) {
        var part = vocabulary.part(parts.name()).orElseThrow();
        var inner = new CheckBuilder(part.inner());
        return new PartsCheck(part, PartSelection.of(parts.selector(), part, inner), parts.condition().accept(inner));
    }

    private List<Check> each(List<Condition> conditions) {
        return conditions.stream().map(condition -> condition.accept(this)).toList();
    }

    private Metric metric(String name) {
        return vocabulary.metric(name).orElseThrow();
    }
}

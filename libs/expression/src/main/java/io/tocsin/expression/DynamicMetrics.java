package io.tocsin.expression;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.tocsin.expression.tree.AlertRule;
import io.tocsin.expression.tree.Condition;
import io.tocsin.expression.tree.Condition.All;
import io.tocsin.expression.tree.Condition.Any;
import io.tocsin.expression.tree.Condition.Comparison;
import io.tocsin.expression.tree.Condition.Dynamic;
import io.tocsin.expression.tree.Condition.Flag;
import io.tocsin.expression.tree.Condition.Parts;
import io.tocsin.expression.tree.ConditionVisitor;

/** Finds each {@code Auto(...)}, which stands neither in brackets nor in nested conditions. */
final class DynamicMetrics implements ConditionVisitor<Stream<String>> {

    private DynamicMetrics() {}

    static Set<String> of(AlertRule rule) {
        return rule.condition().accept(new DynamicMetrics()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Stream<String> all(All all) {
        return each(all.parts());
    }

    @Override
    public Stream<String> any(Any any) {
        return each(any.parts());
    }

    @Override
    public Stream<String> comparison(Comparison comparison) {
        return Stream.empty();
    }

    @Override
    public Stream<String> flag(Flag flag) {
        return Stream.empty();
    }

    @Override
    public Stream<String> dynamic(Dynamic dynamic) {
        return Stream.of(dynamic.metric());
    }

    @Override
    public Stream<String> parts(Parts parts) {
        return Stream.empty();
    }

    private Stream<String> each(List<Condition> parts) {
        return parts.stream().flatMap(part -> part.accept(this));
    }
}

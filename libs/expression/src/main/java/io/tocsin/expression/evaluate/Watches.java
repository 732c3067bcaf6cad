package io.tocsin.expression.evaluate;

import java.util.List;
import java.util.stream.Stream;

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

/** All that a condition asks about, in its order, each once. */
final class Watches implements ConditionVisitor<Stream<Watches.Asked>> {

    /** @param within the name of the parts it is asked of, null for the result itself */
    record Asked(String within, String metric, Operator operator) {}

    private final String within;

    private Watches(String within) {
        this.within = within;
    }

    static List<Watch> of(Vocabulary vocabulary, Condition condition) {
        return condition.accept(new Watches(null))
                .distinct()
                .map(asked -> watch(vocabulary, asked))
                .toList();
    }

    private static Watch watch(Vocabulary vocabulary, Asked asked) {
        if (asked.within() == null) {
            return Watch.of(metric(vocabulary, asked));
        }
        var parts = vocabulary.part(asked.within()).orElseThrow();
        return Watch.of(parts, metric(parts.inner(), asked), asked.operator());
    }

    private static Metric metric(Vocabulary vocabulary, Asked asked) {
        return vocabulary.metric(asked.metric()).orElseThrow();
    }

    @Override
    public Stream<Asked> all(All all) {
        return each(all.parts());
    }

    @Override
    public Stream<Asked> any(Any any) {
        return each(any.parts());
    }

    @Override
    public Stream<Asked> comparison(Comparison comparison) {
        return asked(comparison.metric(), comparison.operator());
    }

    @Override
    public Stream<Asked> flag(Flag flag) {
        return asked(flag.metric(), Operator.EQUAL);
    }

    @Override
    public Stream<Asked> dynamic(Dynamic dynamic) {
        return asked(dynamic.metric(), dynamic.operator());
    }

    @Override
    public Stream<Asked> parts(Parts parts) {
        return parts.condition().accept(new Watches(parts.name()));
    }

    private Stream<Asked> each(List<Condition> parts) {
        return parts.stream().flatMap(part -> part.accept(this));
    }

    /** Of the result itself one and the same value is told, whatever it is compared with. */
    private Stream<Asked> asked(String metric, Operator operator) {
        return Stream.of(new Asked(within, metric, within == null ? null : operator));
    }
}

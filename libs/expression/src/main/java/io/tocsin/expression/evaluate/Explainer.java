package io.tocsin.expression.evaluate;

import java.util.List;

import io.tocsin.expression.metric.Sight;
import io.tocsin.expression.metric.Vocabulary;
import io.tocsin.expression.tree.Condition;
import io.tocsin.expression.tree.Condition.All;
import io.tocsin.expression.tree.Condition.Any;
import io.tocsin.expression.tree.Condition.Comparison;
import io.tocsin.expression.tree.Condition.Dynamic;
import io.tocsin.expression.tree.Condition.Flag;
import io.tocsin.expression.tree.Condition.Parts;
import io.tocsin.expression.tree.ConditionVisitor;
import io.tocsin.expression.tree.ExpressionPrinter;

/** Asks each condition of an expression by itself; for the curious, not for every result. */
final class Explainer implements ConditionVisitor<Explanation> {

    private final Vocabulary vocabulary;
    private final Sight sight;
    private final Baselines baselines;

    Explainer(Vocabulary vocabulary, Sight sight, Baselines baselines) {
        this.vocabulary = vocabulary;
        this.sight = sight;
        this.baselines = baselines;
    }

    @Override
    public Explanation all(All all) {
        return explained(all, all.parts());
    }

    @Override
    public Explanation any(Any any) {
        return explained(any, any.parts());
    }

    @Override
    public Explanation comparison(Comparison comparison) {
        return explained(comparison, List.of());
    }

    @Override
    public Explanation flag(Flag flag) {
        return explained(flag, List.of());
    }

    @Override
    public Explanation dynamic(Dynamic dynamic) {
        return explained(dynamic, List.of());
    }

    /** A part's own conditions hold of one part and not of the next, so they are not told apart. */
    @Override
    public Explanation parts(Parts parts) {
        return explained(parts, List.of());
    }

    private Explanation explained(Condition condition, List<Condition> parts) {
        var inquiry = new Inquiry(baselines);
        var holds = condition.accept(new CheckBuilder(vocabulary)).holds(sight, inquiry);
        return new Explanation(ExpressionPrinter.print(condition), holds, measured(condition, inquiry, holds),
                parts.stream().map(part -> part.accept(this)).toList());
    }

    private String measured(Condition condition, Inquiry inquiry, boolean holds) {
        return Observation.joined(holds
                ? inquiry.causes()
                : Watches.of(vocabulary, condition).stream().flatMap(watch -> watch.of(sight)).toList());
    }
}

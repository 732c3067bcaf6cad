package io.tocsin.expression.evaluate;

import java.util.List;
import java.util.Optional;

import io.tocsin.expression.metric.AlertType;
import io.tocsin.expression.metric.Sight;
import io.tocsin.expression.tree.AlertRule;
import io.tocsin.model.result.TestResult;

/** A rule made ready for results of its layer. Immutable; every call is independent. */
public final class Evaluator {

    private final AlertType type;
    private final AlertRule rule;
    private final Check scope;
    private final Check condition;
    private final List<Watch> watches;

    private Evaluator(AlertType type, AlertRule rule) {
        this.type = type;
        this.rule = rule;
        this.scope = rule.narrowing()
                .map(narrowing -> narrowing.accept(new CheckBuilder(type.scope())))
                .orElse((sight, inquiry) -> true);
        this.condition = rule.condition().accept(new CheckBuilder(type.vocabulary()));
        this.watches = Watches.of(type.vocabulary(), rule.condition());
    }

    /** @param rule one whose words are of the alert type */
    public static Evaluator of(AlertType type, AlertRule rule) {
        return new Evaluator(type, rule);
    }

    /** @param result of the alert type's layer, else {@link IllegalArgumentException} */
    public Outcome evaluate(TestResult result, Baselines baselines) {
        if (result.layer() != type.layer()) {
            throw new IllegalArgumentException(type.word() + " looks at " + type.layer() + ", not at " + result.layer());
        }
        var sight = Sight.of(result);
        if (!scope.holds(sight, new Inquiry(Baselines.NONE))) {
            return Outcome.OUT_OF_SCOPE;
        }
        var inquiry = new Inquiry(baselines);
        return condition.holds(sight, inquiry) ? new Outcome(Outcome.Verdict.VIOLATED, inquiry.causes()) : Outcome.KEPT;
    }

    /** All that the condition asks about, as far as it was measured: ThousandEyes' {@code metricsAtEnd}. */
    public List<Observation> observe(TestResult result) {
        var sight = Sight.of(result);
        return watches.stream().flatMap(watch -> watch.of(sight)).toList();
    }

    /** Whether the source and target are looked at: the brackets before the expression. Empty where there are none. */
    public Optional<Explanation> explainScope(TestResult result) {
        return rule.narrowing()
                .map(narrowing -> narrowing.accept(new Explainer(type.scope(), Sight.of(result), Baselines.NONE)));
    }

    public Explanation explain(TestResult result, Baselines baselines) {
        return rule.condition().accept(new Explainer(type.vocabulary(), Sight.of(result), baselines));
    }
}

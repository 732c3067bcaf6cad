package io.tocsin.expression;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

import io.tocsin.expression.evaluate.Baselines;
import io.tocsin.expression.evaluate.Evaluator;
import io.tocsin.expression.evaluate.Explanation;
import io.tocsin.expression.evaluate.Observation;
import io.tocsin.expression.evaluate.Outcome;
import io.tocsin.expression.metric.AlertType;
import io.tocsin.expression.metric.Sight;
import io.tocsin.expression.tree.AlertRule;
import io.tocsin.model.result.TestResult;

/**
 * The location condition of an alert rule: what one source must have measured in one round to violate it. Immutable and safe to
 * share; parse once, evaluate often. Two are equal if they ask the same, however they are written.
 */
public final class Expression {

    private final AlertType type;
    private final String text;
    private final AlertRule tree;
    private final Evaluator evaluator;
    private final Set<String> dynamicMetrics;

    private Expression(AlertType type, String text, AlertRule tree) {
        this.type = type;
        this.text = text;
        this.tree = tree;
        this.evaluator = Evaluator.of(type, tree);
        this.dynamicMetrics = DynamicMetrics.of(tree);
    }

    /** @throws ExpressionRejected if the text is no expression of the alert type, or one beyond the limits */
    public static Expression parse(AlertType type, String text) {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(text, "text");
        return new Expression(type, text, ExpressionReader.read(type, text));
    }

    /** Whether the result violates the rule. Fails with {@link IllegalArgumentException} for one of another layer. */
    public Outcome evaluate(TestResult result, Baselines baselines) {
        return evaluator.evaluate(result, baselines);
    }

    /** What was measured of all that the expression asks about: {@code metricsAtEnd}, by {@link Observation#joined}. */
    public List<Observation> observe(TestResult result) {
        return evaluator.observe(result);
    }

    /** Why it does, condition by condition. */
    public Explanation explain(TestResult result, Baselines baselines) {
        return evaluator.explain(result, baselines);
    }

    /** The same of the brackets before the expression; empty where there are none. */
    public Optional<Explanation> explainScope(TestResult result) {
        return evaluator.explainScope(result);
    }

    /** The metrics of {@code Auto(...)}, whose baselines somebody has to keep. */
    public Set<String> dynamicMetrics() {
        return dynamicMetrics;
    }

    /** The point which a result adds to the baseline of a metric, in the metric's unit; empty when it was not measured. */
    public OptionalDouble point(String metric, TestResult result) {
        return type.vocabulary()
                .metric(metric)
                .map(found -> found.number(Sight.of(result)))
                .orElse(OptionalDouble.empty());
    }

    public AlertType type() {
        return type;
    }

    public AlertRule tree() {
        return tree;
    }

    /** The text itself, to the byte. */
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression expression && type == expression.type && tree.equals(expression.tree);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, tree);
    }
}

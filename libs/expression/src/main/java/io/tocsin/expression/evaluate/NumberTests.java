package io.tocsin.expression.evaluate;

import java.math.BigDecimal;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;

import io.tocsin.expression.metric.Metric;
import io.tocsin.expression.metric.Unit;
import io.tocsin.expression.tree.Condition.Comparison;
import io.tocsin.expression.tree.Operator;
import io.tocsin.expression.tree.Value;

/** What a comparison asks of a number in its metric's unit. */
final class NumberTests {

    private NumberTests() {}

    static DoublePredicate of(Metric metric, Comparison comparison) {
        if (comparison.value() instanceof Value.Choice choice) {
            Set<Double> items = choice.items().stream().map(item -> amount(metric, item)).collect(Collectors.toSet());
            return comparison.operator() == Operator.IN ? items::contains : number -> !items.contains(number);
        }
        return against(comparison.operator(), amount(metric, comparison.value()));
    }

    static DoublePredicate against(Operator operator, double limit) {
        return switch (operator) {
            case GREATER -> number -> number > limit;
            case AT_LEAST -> number -> number >= limit;
            case LESS -> number -> number < limit;
            case AT_MOST -> number -> number <= limit;
            case EQUAL -> number -> number == limit;
            case NOT_EQUAL -> number -> number != limit;
            case MATCHES, NOT_MATCHES, IN, NOT_IN -> throw new IllegalArgumentException(operator + " of a number");
        };
    }

    /** Without a unit the amount is in the metric's own. */
    private static double amount(Metric metric, Value value) {
        if (value instanceof Value.Quantity quantity) {
            return quantity.unit() == null ? quantity.amount().doubleValue() : converted(metric, quantity);
        }
        return new BigDecimal(((Value.Text) value).text()).doubleValue();
    }

    private static double converted(Metric metric, Value.Quantity quantity) {
        return Unit.named(quantity.unit()).orElseThrow().to(metric.unit(), quantity.amount()).doubleValue();
    }
}

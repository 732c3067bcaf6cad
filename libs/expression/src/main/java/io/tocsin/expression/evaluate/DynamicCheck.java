package io.tocsin.expression.evaluate;

import io.tocsin.expression.metric.Metric;
import io.tocsin.expression.metric.Sight;
import io.tocsin.expression.tree.Condition.Dynamic;
import io.tocsin.expression.tree.Operator;
import io.tocsin.expression.tree.Sensitivity;

/** Compares with a quantile of what is usual: a high one for {@code >} and {@code >=}, its mirror for {@code <} and {@code <=}. */
record DynamicCheck(Metric metric, Operator operator, double share) implements Check {

    static DynamicCheck of(Metric metric, Dynamic dynamic) {
        var high = highShare(dynamic.sensitivity());
        var above = dynamic.operator() == Operator.GREATER || dynamic.operator() == Operator.AT_LEAST;
        return new DynamicCheck(metric, dynamic.operator(), above ? high : 1 - high);
    }

    /** ThousandEyes does not publish its own. */
    private static double highShare(Sensitivity sensitivity) {
        return switch (sensitivity) {
            case HIGH -> 0.90;
            case MEDIUM -> 0.95;
            case LOW -> 0.99;
        };
    }

    @Override
    public boolean holds(Sight sight, Inquiry inquiry) {
        var number = metric.number(sight);
        if (number.isEmpty()) {
            return false;
        }
        var usual = inquiry.baselines().quantile(metric.name(), share);
        if (usual.isEmpty() || !NumberTests.against(operator, usual.getAsDouble()).test(number.getAsDouble())) {
            return false;
        }
        inquiry.found(Observation.of(metric, number.getAsDouble()));
        return true;
    }
}

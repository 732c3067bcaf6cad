package io.tocsin.expression.evaluate;

import java.util.function.DoublePredicate;

import io.tocsin.expression.metric.Metric;
import io.tocsin.expression.metric.Sight;

/** What is unknown is neither above nor below anything, nor different. */
record NumberCheck(Metric metric, DoublePredicate test) implements Check {

    @Override
    public boolean holds(Sight sight, Inquiry inquiry) {
        var number = metric.number(sight);
        if (number.isEmpty() || !test.test(number.getAsDouble())) {
            return false;
        }
        inquiry.found(Observation.of(metric, number.getAsDouble()));
        return true;
    }
}

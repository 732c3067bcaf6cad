package io.tocsin.expression.evaluate;

import java.util.function.Predicate;

import io.tocsin.expression.metric.Metric;
import io.tocsin.expression.metric.Sight;

/**
 * A metric with several texts passes when one of them does; the negation holds when none does, so that of {@code in} and {@code !in}
 * exactly one holds. What is unknown passes neither.
 */
record TextCheck(Metric metric, Predicate<String> test, boolean negative) implements Check {

    @Override
    public boolean holds(Sight sight, Inquiry inquiry) {
        var texts = metric.texts(sight);
        if (texts.isEmpty() || texts.get().stream().anyMatch(test) == negative) {
            return false;
        }
        inquiry.found(Observation.of(metric, texts.get()));
        return true;
    }
}

package io.tocsin.expression.evaluate;

import io.tocsin.expression.metric.Metric;
import io.tocsin.expression.metric.Sight;

/** What is unknown is neither true nor false. */
record FlagCheck(Metric metric, boolean wanted) implements Check {

    @Override
    public boolean holds(Sight sight, Inquiry inquiry) {
        var flag = metric.flag(sight);
        if (flag.isEmpty() || flag.get() != wanted) {
            return false;
        }
        inquiry.found(Observation.of(metric, wanted));
        return true;
    }
}

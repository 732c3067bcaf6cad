package io.tocsin.expression.evaluate;

import io.tocsin.expression.metric.Metric;
import io.tocsin.expression.metric.Sight;

/** {@code mpls != null}. */
record PresenceCheck(Metric metric, boolean wanted) implements Check {

    @Override
    public boolean holds(Sight sight, Inquiry inquiry) {
        var value = metric.value(sight);
        if (value.isPresent() != wanted) {
            return false;
        }
        inquiry.found(Observation.of(metric, value.orElse("none")));
        return true;
    }
}

package io.tocsin.expression.evaluate;

import java.util.Comparator;
import java.util.stream.Stream;

import io.tocsin.expression.metric.Metric;
import io.tocsin.expression.metric.PartMetric;
import io.tocsin.expression.metric.Sight;
import io.tocsin.expression.tree.Operator;

/** Tells how one thing that a condition asks about stands in a result, whether the condition holds or not. */
@FunctionalInterface
interface Watch {

    /** Nothing for what was not measured. */
    Stream<Observation> of(Sight sight);

    static Watch of(Metric metric) {
        return sight -> metric.value(sight)
                .map(value -> Observation.of(metric, value))
                .stream();
    }

    /** Of many parts the one that comes nearest to violating: the highest value, the lowest for {@code <} and {@code <=}. */
    static Watch of(PartMetric parts, Metric metric, Operator operator) {
        Comparator<Double> nearest = operator == Operator.LESS || operator == Operator.AT_MOST
                ? Comparator.reverseOrder()
                : Comparator.naturalOrder();
        return sight -> parts.parts(sight)
                .stream()
                .map(sight::of)
                .flatMap(part -> metric.value(part).stream())
                .filter(Double.class::isInstance)
                .map(Double.class::cast)
                .max(nearest)
                .map(value -> Observation.of(metric, value))
                .stream();
    }
}

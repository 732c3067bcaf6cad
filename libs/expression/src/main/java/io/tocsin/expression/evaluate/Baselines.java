package io.tocsin.expression.evaluate;

import java.util.OptionalDouble;

/**
 * What is usual for the series which a result continues: the same test, layer, source and target over the last 24 hours. The caller
 * binds it to that series and keeps its points; {@code Auto(...)} asks it.
 */
@FunctionalInterface
public interface Baselines {

    /** For callers who keep none: no {@code Auto(...)} ever holds. */
    Baselines NONE = (metric, share) -> OptionalDouble.empty();

    /**
     * The value below which this share of the points lies.
     *
     * @param metric the name in expressions; points are in the metric's unit
     * @param share from 0 to 1
     * @return empty where there are fewer than 24 points, so that nothing can be said
     */
    OptionalDouble quantile(String metric, double share);
}

package io.tocsin.expression.evaluate;

import io.tocsin.expression.metric.PartMetric;
import io.tocsin.expression.metric.Sight;
import io.tocsin.expression.tree.Condition.PartAt;
import io.tocsin.expression.tree.Condition.PartsWhere;
import io.tocsin.expression.tree.Condition.Selector;

/** Which parts of a result are looked at. */
@FunctionalInterface
interface PartSelection {

    /** @param place of the part, from 0 */
    boolean includes(Sight part, int place);

    static PartSelection of(Selector selector, PartMetric parts, CheckBuilder inner) {
        if (selector instanceof PartAt at) {
            var index = at.index().doubleValue();
            return (part, place) -> parts.numberOf(part.part(), place) == index;
        }
        if (selector instanceof PartsWhere where) {
            var check = where.condition().accept(inner);
            return (part, place) -> check.holds(part, new Inquiry(Baselines.NONE));
        }
        return (part, place) -> true;
    }
}

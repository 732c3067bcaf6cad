package io.tocsin.expression.evaluate;

import io.tocsin.expression.metric.Sight;

/** A condition made ready to be asked often. It tells the inquiry what makes it hold, and nothing when it does not. */
@FunctionalInterface
interface Check {

    boolean holds(Sight sight, Inquiry inquiry);
}

package io.tocsin.expression.metric;

import java.util.List;
import java.util.Objects;

import io.tocsin.model.result.Measurements;

/**
 * Parts of a result which a nested condition looks at: {@code hops((...))}.
 *
 * @param label of one part
 * @param absence whether the condition is that no part satisfies it, as in {@code noHops}
 * @param selection how some of the parts can be chosen in brackets
 * @param number the measurement by which a part is numbered; its place, from 1, where that was not measured
 * @param title the metric which names a part to readers, null when there is none
 */
public record PartMetric(String name, String label, boolean absence, Selection selection, String number, Metric title,
        Vocabulary inner, PartsReading reading) {

    public enum Selection {
        NONE, BY_NUMBER, BY_CONDITION
    }

    @FunctionalInterface
    interface PartsReading {

        List<Measurements> of(Sight sight);
    }

    public PartMetric {
        Objects.requireNonNull(inner, "inner");
    }

    public List<Measurements> parts(Sight sight) {
        return reading.of(sight);
    }

    /** What the part at this place, from 0, is numbered. */
    public double numberOf(Measurements part, int place) {
        return number == null ? place + 1 : part.number(number).orElse(place + 1);
    }
}

package io.tocsin.events.api.otlp;

import java.util.function.Supplier;

/**
 * Those of one point or one resource. A request has thousands of points with a dozen attributes each, of which the same ones are asked
 * for again and again: so each name is looked up once, when it is read.
 */
final class Attributes {

    private final String[] values = new String[Attribute.values().length];

    /** Does not ask for the value of one which says nothing of a result. */
    void put(String name, Supplier<String> value) {
        var attribute = Attribute.named(name);
        if (attribute != null) {
            values[attribute.ordinal()] = value.get().strip();
        }
    }

    /** Null when it is not there; without blanks at its ends, and then perhaps empty. */
    String get(Attribute attribute) {
        return values[attribute.ordinal()];
    }
}

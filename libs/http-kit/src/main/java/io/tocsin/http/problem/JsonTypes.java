package io.tocsin.http.problem;

import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.UUID;

/** Java types in the words of JSON. */
final class JsonTypes {

    private JsonTypes() {}

    static String name(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "a boolean";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type == String.class) {
            return "a string";
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "a date-time such as 2026-01-31T12:00:00Z";
        }
        return type.isArray() || Collection.class.isAssignableFrom(type) ? "an array" : "an object";
    }
}

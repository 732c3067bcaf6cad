package io.tocsin.events.api.otlp;

import java.util.Map;

/**
 * One data point of a gauge or a sum.
 *
 * @param resource attributes of the resource; lists are texts with blanks between
 * @param own attributes of the point itself
 * @param time nanoseconds since 1970
 */
record OtlpPoint(String metric, String unit, Map<String, String> resource, Map<String, String> own, double value, long time) {

    /** The point's own, else the resource's: editions of ThousandEyes' document differ in where they stand. Null when absent. */
    String attribute(String name) {
        var value = own.getOrDefault(name, resource.get(name));
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The first of these which is there. */
    String attribute(String name, String otherwise) {
        var value = attribute(name);
        return value == null ? attribute(otherwise) : value;
    }
}

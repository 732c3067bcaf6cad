package io.tocsin.events.api.otlp;

/**
 * One data point of a gauge or a sum.
 *
 * @param resource attributes of the resource; lists are texts with blanks between
 * @param own attributes of the point itself
 * @param time nanoseconds since 1970
 */
record OtlpPoint(String metric, String unit, Attributes resource, Attributes own, double value, long time) {

    /** The point's own, else the resource's: editions of ThousandEyes' document differ in where they stand. Null when absent. */
    String attribute(Attribute wanted) {
        var said = own.get(wanted);
        var value = said == null ? resource.get(wanted) : said;
        return value == null || value.isEmpty() ? null : value;
    }

    /** The first of these which is there. */
    String attribute(Attribute wanted, Attribute otherwise) {
        var value = attribute(wanted);
        return value == null ? attribute(otherwise) : value;
    }
}

package io.tocsin.expression.metric;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One thing to ask of a result or of a part of it.
 *
 * @param label what readers of mails and of {@code metricsAtStart} call it
 * @param unit of numbers, null for a plain one
 */
public record Metric(String name, String label, Kind kind, Unit unit, Reading reading) {

    static Metric number(String name, String label) {
        return new Metric(name, label, Kind.NUMBER, null, Readings.number(name));
    }

    static Metric of(String name, String label, Unit unit) {
        return new Metric(name, label, Kind.NUMBER, unit, Readings.number(name));
    }

    static Metric milliseconds(String name, String label) {
        return of(name, label, Unit.MILLISECOND);
    }

    static Metric percent(String name, String label) {
        return of(name, label, Unit.PERCENT);
    }

    static Metric whole(String name, String label) {
        return new Metric(name, label, Kind.WHOLE, null, Readings.number(name));
    }

    static Metric code(String name, String label) {
        return new Metric(name, label, Kind.CODE, null, Readings.code(name));
    }

    static Metric text(String name, String label) {
        return of(name, label, Kind.TEXT, Readings.text(name));
    }

    static Metric flag(String name, String label) {
        return of(name, label, Kind.FLAG, Readings.flag(name));
    }

    static Metric of(String name, String label, Kind kind, Reading reading) {
        return new Metric(name, label, kind, null, reading);
    }

    /** The same, measured under another name. */
    Metric from(String measurement) {
        return readBy(kind == Kind.CODE
                ? Readings.code(measurement)
                : kind.isNumeric()
                        ? Readings.number(measurement)
                        : kind == Kind.FLAG ? Readings.flag(measurement) : Readings.text(measurement));
    }

    Metric from(String measurement, double factor) {
        return readBy(Readings.number(measurement, factor));
    }

    Metric readBy(Reading other) {
        return new Metric(name, label, kind, unit, other);
    }

    /** In the metric's unit; empty when it is unknown or no number. */
    public OptionalDouble number(Sight sight) {
        return reading.of(sight) instanceof Double number ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    /** Empty when it is unknown or no text. */
    @SuppressWarnings("unchecked")
    public Optional<List<String>> texts(Sight sight) {
        return reading.of(sight) instanceof List<?> texts ? Optional.of((List<String>) texts) : Optional.empty();
    }

    /** Empty when it is unknown or no flag. */
    public Optional<Boolean> flag(Sight sight) {
        return reading.of(sight) instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
    }

    /** A {@code Double}, a {@code List} of texts or a {@code Boolean}; empty when it is unknown. */
    public Optional<Object> value(Sight sight) {
        return Optional.ofNullable(reading.of(sight));
    }
}

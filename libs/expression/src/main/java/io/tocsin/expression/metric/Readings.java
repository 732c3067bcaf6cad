package io.tocsin.expression.metric;

import java.util.List;
import java.util.OptionalDouble;

import io.tocsin.model.result.Direction;

/** The usual ways to read a metric from measurements. */
final class Readings {

    private Readings() {}

    static Reading number(String measurement) {
        return number(measurement, 1);
    }

    /** @param factor from the unit of the measurement to that of the metric */
    static Reading number(String measurement, double factor) {
        return sight -> orNull(sight.part().number(measurement), factor);
    }

    /** Of the first which was measured. */
    static Reading firstNumber(String measurement, String otherwise) {
        return sight -> {
            var first = orNull(sight.part().number(measurement), 1);
            return first == null ? orNull(sight.part().number(otherwise), 1) : first;
        };
    }

    static Reading text(String measurement) {
        return sight -> {
            var texts = sight.part().texts(measurement);
            return texts.isEmpty() ? null : texts;
        };
    }

    /** A list, or one text with commas. */
    static Reading list(String measurement) {
        return sight -> {
            var texts = sight.part().texts(measurement);
            return texts.isEmpty()
                    ? null
                    : texts.stream().flatMap(text -> List.of(text.trim().split("\\s*,\\s*")).stream()).toList();
        };
    }

    static Reading flag(String measurement) {
        return sight -> sight.part().flag(measurement).orElse(null);
    }

    /** A code arrives as a number or as a text. */
    static Reading code(String measurement) {
        return sight -> {
            var number = orNull(sight.part().number(measurement), 1);
            return number == null ? sight.part().text(measurement).map(Readings::parsed).orElse(null) : number;
        };
    }

    static Reading inBothDirections(Reading reading) {
        return sight -> sight.result().target().direction() == Direction.BIDIRECTIONAL ? reading.of(sight) : null;
    }

    private static Double parsed(String code) {
        return code.matches("\\d{1,10}") ? Double.valueOf(code) : null;
    }

    private static Double orNull(OptionalDouble number, double factor) {
        return number.isPresent() ? Double.valueOf(number.getAsDouble() * factor) : null;
    }
}

package io.tocsin.model.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.tocsin.model.StorableText;

/** One form for each value, so that two results which say the same are equal, whatever they travelled in. */
final class MeasuredValue {

    private MeasuredValue() {}

    static Map<String, Object> allOf(Map<String, ?> values) {
        var copy = new LinkedHashMap<String, Object>();
        values.forEach((name, value) -> {
            if (value != null) {
                copy.put(StorableText.of(name), of(name, value));
            }
        });
        return copy;
    }

    private static Object of(String name, Object value) {
        if (value instanceof Number number) {
            return number(name, number.doubleValue());
        }
        if (value instanceof String text) {
            return StorableText.of(text);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(element -> text(name, element)).toList();
        }
        if (value instanceof Boolean) {
            return value;
        }
        throw refused(name, value);
    }

    /** JSON has no infinity, and {@code jsonb} no negative zero. */
    private static Double number(String name, double number) {
        if (!Double.isFinite(number)) {
            throw refused(name, number);
        }
        return number == 0 ? 0.0 : number;
    }

    private static String text(String name, Object element) {
        if (element instanceof String text) {
            return StorableText.of(text);
        }
        throw refused(name, element);
    }

    private static IllegalArgumentException refused(String name, Object value) {
        return new IllegalArgumentException(
                name + " must be a finite number, a text, a boolean or a list of texts, not " + value);
    }
}

package io.tocsin.model.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

import io.tocsin.model.StorableText;

/**
 * What was measured, by name; what was not measured is absent. Equal again after any way through JSON and {@code jsonb}.
 *
 * @param values {@link Double}, {@link String}, {@link Boolean} or a {@link List} of {@link String}; any other finite number becomes a
 *        {@code Double}, null is dropped, anything else refused with {@link IllegalArgumentException}
 * @param children the parts which were measured one by one, in their order: {@code hops}, {@code bgpHops}, {@code components},
 *        {@code webPages}, {@code markers}, {@code steps}, {@code pages}
 */
public record Measurements(Map<String, Object> values, Map<String, List<Measurements>> children) {

    public static final Measurements NOTHING = new Measurements(Map.of(), Map.of());

    public Measurements {
        values = values == null ? Map.of() : Collections.unmodifiableMap(MeasuredValue.allOf(values));
        children = children == null ? Map.of() : Collections.unmodifiableMap(copyOf(children));
    }

    public static Measurements of(Map<String, ?> values) {
        return new Measurements(Collections.unmodifiableMap(values), Map.of());
    }

    /** The same with these parts under the name. */
    public Measurements with(String name, List<Measurements> parts) {
        var all = new LinkedHashMap<>(children);
        all.put(name, parts);
        return new Measurements(values, all);
    }

    /** Empty when it was not measured, or is no number. */
    public OptionalDouble number(String name) {
        return values.get(name) instanceof Double number ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    public Optional<String> text(String name) {
        return values.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    public Optional<Boolean> flag(String name) {
        return values.get(name) instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
    }

    /** Empty when it was not measured; a single text is a list of one. */
    public List<String> texts(String name) {
        var value = values.get(name);
        if (value instanceof List<?> list) {
            return list.stream().map(String.class::cast).toList();
        }
        return value instanceof String text ? List.of(text) : List.of();
    }

    public List<Measurements> parts(String name) {
        return children.getOrDefault(name, List.of());
    }

    private static Map<String, List<Measurements>> copyOf(Map<String, List<Measurements>> children) {
        var copy = new LinkedHashMap<String, List<Measurements>>();
        children.forEach((name, parts) -> copy.put(StorableText.of(Objects.requireNonNull(name)), List.copyOf(parts)));
        return copy;
    }
}

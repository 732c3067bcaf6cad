package io.tocsin.charts.values;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One key of a {@code values.yaml}.
 *
 * @param comment what it means; empty when nobody said so
 * @param rules what the comment adds to the schema
 * @param preset its default: a scalar, a list, or a map which holds nothing by default
 * @param children the keys below it; none for a leaf
 */
record Value(String comment, Map<String, Object> rules, Object preset, Map<String, Value> children) {

    boolean isLeaf() { return children.isEmpty(); }

    /** This one with what a chart says differently. */
    Value with(Value other) {
        var merged = new LinkedHashMap<>(children);
        other.children.forEach((name, value) -> merged.merge(name, value, Value::with));
        return new Value(
                other.comment.isEmpty() ? comment : other.comment,
                other.rules.isEmpty() ? rules : other.rules,
                other.preset,
                merged);
    }

    Value without(String name) {
        var rest = new LinkedHashMap<>(children);
        rest.remove(name);
        return new Value(comment, rules, preset, rest);
    }

    Value child(String name) {
        return children.get(name);
    }
}

package io.tocsin.query.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.tocsin.query.tree.Attribute;

/**
 * The way to a value in the JSON attributes: by one name that contains the dots, from object to object, or into an object and there
 * by one name that contains the remaining dots, as {@code properties} of Dynatrace has them. A list on the way or at its end stands for each of its elements; lists inside lists are not entered.
 */
public record AttributePath(List<List<String>> routes) {

    public AttributePath {
        routes = List.copyOf(routes);
    }

    public static AttributePath of(Attribute attribute) {
        var steps = attribute.steps();
        var routes = new ArrayList<List<String>>();
        routes.add(List.of(attribute.path()));
        if (steps.size() > 1) {
            routes.add(steps);
        }
        if (steps.size() > 2) {
            routes.add(List.of(steps.get(0), attribute.path().substring(steps.get(0).length() + 1)));
        }
        return new AttributePath(routes);
    }

    /** Whether a value which is neither missing nor null passes the test. */
    public boolean anyValue(Map<String, Object> attributes, Predicate<Value> test) {
        for (var route : routes) {
            if (anyFrom(attributes, route, test)) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyFrom(Object node, List<String> steps, Predicate<Value> test) {
        if (steps.isEmpty()) {
            return anyLeaf(node, test);
        }
        if (node instanceof List<?> list) {
            return list.stream()
                    .filter(Map.class::isInstance)
                    .anyMatch(element -> anyFrom(element, steps, test));
        }
        return node instanceof Map<?, ?> object
                && anyFrom(object.get(steps.get(0)), steps.subList(1, steps.size()), test);
    }

    private static boolean anyLeaf(Object node, Predicate<Value> test) {
        if (node instanceof List<?> list) {
            return list.stream()
                    .anyMatch(element -> element != null && test.test(Value.of(element)));
        }
        return node != null && test.test(Value.of(node));
    }
}

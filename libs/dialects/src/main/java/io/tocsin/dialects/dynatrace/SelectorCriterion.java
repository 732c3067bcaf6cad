package io.tocsin.dialects.dynatrace;

import java.util.List;

/**
 * One criterion of a selector, such as {@code eventType("ERROR_EVENT")} or {@code not(tag("env:prod"))}.
 *
 * @param place the parameter or field which holds the selector; what a complaint is about
 */
public record SelectorCriterion(Place place, String name, List<SelectorArgument> arguments) implements SelectorArgument {

    /** Where a selector stands in its request. */
    public record Place(String path, ParameterLocation location) {

        public DynatraceRejected rejected(String message) {
            return DynatraceRejected.violated(List.of(new DynatraceViolation(path, message, location, null)));
        }
    }

    public SelectorCriterion {
        arguments = List.copyOf(arguments);
    }

    /** All arguments as values, at least one. Fails with {@link DynatraceRejected}. */
    public List<String> values() {
        if (arguments.isEmpty() || !arguments.stream().allMatch(SelectorValue.class::isInstance)) {
            throw rejected("needs one or more values, such as " + name + "(\"...\")");
        }
        return arguments.stream().map(argument -> ((SelectorValue) argument).text()).toList();
    }

    /** The only argument, as a value. Fails with {@link DynatraceRejected}. */
    public String value() {
        if (values().size() > 1) {
            throw rejected("takes one value, not " + arguments.size());
        }
        return values().get(0);
    }

    /** {@code true} or {@code false}, with or without quotes. Fails with {@link DynatraceRejected}. */
    public boolean flag() {
        return switch (value()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw rejected("takes true or false, not '" + value() + "'");
        };
    }

    /** The only argument, as a criterion. Fails with {@link DynatraceRejected}. */
    public SelectorCriterion inner() {
        if (arguments.size() == 1 && arguments.get(0) instanceof SelectorCriterion criterion) {
            return criterion;
        }
        throw rejected("takes one criterion, such as " + name + "(tag(\"...\"))");
    }

    /** A complaint about this criterion, in the words of its API. */
    public DynatraceRejected rejected(String message) {
        return place.rejected("The criterion '" + name + "' " + message + ".");
    }
}

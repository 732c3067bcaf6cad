package io.tocsin.expression.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.google.re2j.Pattern;

import io.tocsin.expression.metric.IpPrefix;
import io.tocsin.expression.metric.Kind;
import io.tocsin.expression.metric.Metric;
import io.tocsin.expression.tree.Condition.Comparison;
import io.tocsin.expression.tree.Operator;
import io.tocsin.expression.tree.Value;

/** What a comparison asks of one text, its negation aside. */
final class TextTests {

    /** Of longer texts, such as all headers of a response, the beginning is searched. */
    private static final int MAX_SEARCHED = 10_000;

    private TextTests() {}

    static boolean isNegative(Operator operator) {
        return operator == Operator.NOT_EQUAL || operator == Operator.NOT_IN || operator == Operator.NOT_MATCHES;
    }

    static Predicate<String> of(Metric metric, Comparison comparison) {
        var operator = comparison.operator();
        if (operator == Operator.MATCHES || operator == Operator.NOT_MATCHES) {
            return found(pattern(comparison.value()));
        }
        return among(metric.kind(), items(comparison.value()));
    }

    /** Anywhere in the text, in time linear to its length whatever the pattern. */
    private static Predicate<String> found(String regex) {
        var pattern = Pattern.compile(regex, Pattern.DOTALL);
        return text -> pattern.matcher(text.length() > MAX_SEARCHED ? text.substring(0, MAX_SEARCHED) : text).find();
    }

    private static Predicate<String> among(Kind kind, List<String> items) {
        return switch (kind) {
            case WORD -> ignoringCase(items);
            case ADDRESS -> ofNetworks(items, IpPrefix::contains);
            case PREFIX -> ofNetworks(items, IpPrefix::equals);
            case SUBPREFIX -> ofNetworks(items, TextTests::containsStrictly);
            default -> Set.copyOf(items)::contains;
        };
    }

    private static Predicate<String> ignoringCase(List<String> items) {
        var words = items.stream().map(item -> item.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return text -> words.contains(text.toLowerCase(Locale.ROOT));
    }

    @FunctionalInterface
    private interface Relation {

        boolean holds(IpPrefix item, IpPrefix measured);
    }

    private static Predicate<String> ofNetworks(List<String> items, Relation relation) {
        var networks = items.stream().map(IpPrefix::parse).flatMap(Optional::stream).toList();
        return text -> IpPrefix.parse(text)
                .filter(measured -> networks.stream().anyMatch(item -> relation.holds(item, measured)))
                .isPresent();
    }

    private static boolean containsStrictly(IpPrefix item, IpPrefix measured) {
        return item.contains(measured) && !item.equals(measured);
    }

    private static List<String> items(Value value) {
        var all = value instanceof Value.Choice choice ? choice.items().stream() : Stream.of(value);
        return all.map(item -> ((Value.Text) item).text()).toList();
    }

    private static String pattern(Value value) {
        return value instanceof Value.Regex regex ? regex.pattern() : ((Value.Text) value).text();
    }
}

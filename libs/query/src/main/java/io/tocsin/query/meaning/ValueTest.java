package io.tocsin.query.meaning;

import java.math.BigDecimal;
import java.util.function.Predicate;

import io.tocsin.query.tree.Bound;
import io.tocsin.query.tree.Literal;
import io.tocsin.query.tree.Pattern;
import io.tocsin.query.tree.Range;
import io.tocsin.query.tree.Test;
import io.tocsin.query.tree.TestVisitor;

/** Turns a test into a predicate over one value, case sensitive. */
public final class ValueTest implements TestVisitor<Predicate<Value>> {

    private static final ValueTest EXACT = new ValueTest();

    private ValueTest() {}

    public static Predicate<Value> of(Test test) {
        return test.accept(EXACT);
    }

    /** The same for fields whose upper and lower case are one; both sides are lowered. */
    public static Predicate<Value> ignoringCase(Test test) {
        var lowered = of(Lowering.of(test));
        return value -> lowered.test(Value.text(AsciiCase.lower(value.text())));
    }

    @Override
    public Predicate<Value> present() {
        return value -> true;
    }

    @Override
    public Predicate<Value> literal(Literal literal) {
        var text = literal.text();
        var number = Numbers.parse(text);
        return number.isEmpty()
                ? value -> text.equals(value.text())
                : value -> text.equals(value.text()) || value.number() && equal(value.text(), number.get());
    }

    @Override
    public Predicate<Value> pattern(Pattern pattern) {
        var glob = Glob.pattern(pattern.glob());
        return value -> value.text() != null && glob.matches(value.text());
    }

    @Override
    public Predicate<Value> range(Range range) {
        var from = bound(range.from(), 1);
        var to = bound(range.to(), -1);
        return value -> value.text() != null && from.test(value.text()) && to.test(value.text());
    }

    private static boolean equal(String value, BigDecimal number) {
        return Numbers.parse(value)
                .filter(decimal -> decimal.compareTo(number) == 0)
                .isPresent();
    }

    /** @param side 1 if values above the bound pass, -1 if those below do */
    private static Predicate<String> bound(Bound bound, int side) {
        if (bound == null) {
            return value -> true;
        }
        var order = new Order(bound.value());
        return value -> {
            var sign = order.compare(value) * side;
            return sign > 0 || sign == 0 && bound.inclusive();
        };
    }
}

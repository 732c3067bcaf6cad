package io.tocsin.expression.tree;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a tree as text that parses to the same tree, in the canonical form with double parentheses. */
public final class ExpressionPrinter implements ConditionVisitor<String> {

    private static final ExpressionPrinter PRINTER = new ExpressionPrinter();

    private ExpressionPrinter() {}

    public static String print(AlertRule rule) {
        var condition = "(" + bracketed(rule.condition()) + ")";
        return rule.narrowing()
                .map(scope -> "[" + bracketed(scope) + "]" + condition)
                .orElse(condition);
    }

    /** One condition of a rule, without parentheses of its own. */
    public static String print(Condition condition) {
        return condition.accept(PRINTER);
    }

    @Override
    public String all(Condition.All all) {
        return joined(all.parts(), " && ");
    }

    @Override
    public String any(Condition.Any any) {
        return joined(any.parts(), " || ");
    }

    @Override
    public String comparison(Condition.Comparison comparison) {
        return comparison.metric() + " " + comparison.operator().sign() + " " + ValuePrinter.print(comparison.value());
    }

    @Override
    public String flag(Condition.Flag flag) {
        return (flag.wanted() ? "" : "!") + flag.metric();
    }

    @Override
    public String dynamic(Condition.Dynamic dynamic) {
        return "Auto(" + dynamic.metric() + " " + dynamic.operator().sign() + " " + dynamic.sensitivity().word()
                + " sensitivity)";
    }

    @Override
    public String parts(Condition.Parts parts) {
        return parts.name() + selector(parts.selector()) + "(" + bracketed(parts.condition()) + ")";
    }

    private static String selector(Condition.Selector selector) {
        if (selector instanceof Condition.PartAt at) {
            return "[" + at.index().toPlainString() + "]";
        }
        return selector instanceof Condition.PartsWhere where ? "[(" + bracketed(where.condition()) + ")]" : "";
    }

    private static String bracketed(Condition condition) {
        return condition instanceof Condition.All || condition instanceof Condition.Any
                ? condition.accept(PRINTER)
                : "(" + condition.accept(PRINTER) + ")";
    }

    private static String joined(List<Condition> parts, String operator) {
        return parts.stream()
                .map(part -> "(" + part.accept(PRINTER) + ")")
                .collect(Collectors.joining(operator));
    }
}

package io.tocsin.expression.tree;

import java.util.stream.Collectors;

/** Writes what stands after an operator. */
final class ValuePrinter {

    private ValuePrinter() {}

    static String print(Value value) {
        if (value instanceof Value.Quantity quantity) {
            return quantity(quantity);
        }
        if (value instanceof Value.Text text) {
            return '"' + text.text().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
        if (value instanceof Value.Regex regex) {
            return '/' + regex.pattern().replace("/", "\\/") + '/';
        }
        if (value instanceof Value.Choice choice) {
            return choice.items().stream().map(ValuePrinter::print).collect(Collectors.joining(",", "{", "}"));
        }
        return value instanceof Value.Truth truth ? Boolean.toString(truth.value()) : "null";
    }

    private static String quantity(Value.Quantity quantity) {
        var amount = quantity.amount().toPlainString();
        if (quantity.unit() == null) {
            return amount;
        }
        return quantity.unit().equals("%") ? amount + "%" : amount + " " + quantity.unit();
    }
}

package io.tocsin.expression.metric;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import io.tocsin.expression.tree.Operator;

/** What the values of a metric look like, and so what can be asked of them. */
public enum Kind {
    NUMBER("a number", numeric()),
    /** A number without fraction. */
    WHOLE("a whole number", numeric()),
    /** A whole number which may stand in quotes, such as that of an autonomous system. */
    CODE("a whole number", numeric()),
    TEXT("a text", textual()),
    /** One of few words, in capital or small letters. */
    WORD("a text", textual()),
    /** Several texts; a condition holds when it does for one of them. */
    LIST("a text", textual()),
    /** An IP address, which also lies in a prefix. */
    ADDRESS("an IP address or prefix in quotes", listed()),
    /** An IP prefix. */
    PREFIX("an IP prefix in quotes", listed()),
    /** An IP prefix, asked whether it lies in another. */
    SUBPREFIX("an IP prefix in quotes", listed()),
    FLAG("true or false", EnumSet.of(Operator.EQUAL, Operator.NOT_EQUAL));

    private final String description;
    private final Set<Operator> operators;

    Kind(String description, Set<Operator> operators) {
        this.description = description;
        this.operators = Collections.unmodifiableSet(operators);
    }

    private static Set<Operator> numeric() {
        return EnumSet.complementOf(EnumSet.of(Operator.MATCHES, Operator.NOT_MATCHES));
    }

    private static Set<Operator> textual() {
        return EnumSet.complementOf(EnumSet.copyOf(Operator.ORDER));
    }

    private static Set<Operator> listed() {
        return EnumSet.of(Operator.EQUAL, Operator.NOT_EQUAL, Operator.IN, Operator.NOT_IN);
    }

    /** For the author of an expression: what may be compared with it. */
    public String description() {
        return description;
    }

    public Set<Operator> operators() {
        return operators;
    }

    public boolean isNumeric() { return this == NUMBER || this == WHOLE || this == CODE; }

    public boolean isNetwork() { return this == ADDRESS || this == PREFIX || this == SUBPREFIX; }
}

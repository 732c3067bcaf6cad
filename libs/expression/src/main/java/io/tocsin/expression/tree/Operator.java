package io.tocsin.expression.tree;

import java.util.EnumSet;
import java.util.Set;

public enum Operator {
    GREATER(">"),
    AT_LEAST(">="),
    LESS("<"),
    AT_MOST("<="),
    EQUAL("=="),
    NOT_EQUAL("!="),
    MATCHES("=~"),
    NOT_MATCHES("!~"),
    IN("in"),
    NOT_IN("!in");

    /** Those which order numbers. */
    public static final Set<Operator> ORDER = Set.copyOf(EnumSet.of(GREATER, AT_LEAST, LESS, AT_MOST));

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }
}

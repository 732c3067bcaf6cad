package io.tocsin.events.postgres;

/** Integers as PostgreSQL's array literal, for where {@link TextArray} tells. */
public final class IntegerArray {

    private IntegerArray() {}

    public static String literal(Integer[] integers) {
        var literal = new StringBuilder("{");
        for (var integer : integers) {
            literal.append(literal.length() > 1 ? "," : "").append(integer.intValue());
        }
        return literal.append('}').toString();
    }
}

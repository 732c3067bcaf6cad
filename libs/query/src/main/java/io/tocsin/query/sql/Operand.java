package io.tocsin.query.sql;

/**
 * A value in SQL.
 *
 * @param text an expression of type text, simple enough to be repeated
 * @param isNumber a condition that says whether it is a JSON number
 */
record Operand(String text, String isNumber) {

    static Operand text(String expression) {
        return new Operand(expression, "false");
    }
}

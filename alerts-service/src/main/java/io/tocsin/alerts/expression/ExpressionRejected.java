package io.tocsin.alerts.expression;

/** The text is no expression Tocsin can evaluate. The message says why, and where when it is one place. */
public class ExpressionRejected extends RuntimeException {

    private static final long serialVersionUID = 1;

    ExpressionRejected(int offset, String reason) {
        super("column " + (offset + 1) + ": " + reason);
    }
}

package io.tocsin.expression;

/** The text is no expression of the alert type, this library's or another. The message is for its author: it names the column, from 1. */
public final class ExpressionRejected extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int position;

    public ExpressionRejected(int position, String complaint) {
        super("column " + (position + 1) + ": " + complaint);
        this.position = position;
    }

    /** The offset of the offending character in the text, from 0; the length of the text when something is missing at its end. */
    public int position() {
        return position;
    }
}

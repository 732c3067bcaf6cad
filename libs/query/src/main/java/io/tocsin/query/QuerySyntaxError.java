package io.tocsin.query;

/** The text is no search. The message is for the person who wrote it: it names the column, counted from 1, and what is wrong. */
public final class QuerySyntaxError extends RuntimeException {

    private final int position;

    QuerySyntaxError(int position, String complaint) {
        super("column " + (position + 1) + ": " + complaint);
        this.position = position;
    }

    /** The offset of the offending character in the text, from 0; the length of the text when something is missing at its end. */
    public int position() {
        return position;
    }
}

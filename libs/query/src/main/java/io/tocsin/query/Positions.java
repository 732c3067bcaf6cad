package io.tocsin.query;

import org.antlr.v4.runtime.Token;

/** Where tokens stand in the text. Tokens count code points, people's editors and Java count chars. */
record Positions(String text) {

    int of(Token token) {
        return text.offsetByCodePoints(0, token.getStartIndex());
    }

    QuerySyntaxError error(Token token, String complaint) {
        return new QuerySyntaxError(of(token), complaint);
    }

    /** The raw text from the first to the last token, blanks included. */
    String between(Token first, Token last) {
        return text.substring(of(first), text.offsetByCodePoints(0, last.getStopIndex() + 1));
    }
}

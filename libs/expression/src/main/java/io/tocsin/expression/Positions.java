package io.tocsin.expression;

import org.antlr.v4.runtime.Token;

/** Where tokens stand in the text. Tokens count code points, people's editors and Java count chars. */
record Positions(String text) {

    int of(Token token) {
        return text.offsetByCodePoints(0, token.getStartIndex());
    }

    ExpressionRejected error(Token token, String complaint) {
        return new ExpressionRejected(of(token), complaint);
    }
}

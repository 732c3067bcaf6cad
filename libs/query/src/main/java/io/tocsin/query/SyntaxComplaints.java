package io.tocsin.query;

import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

import io.tocsin.query.grammar.SearchParser;

/** Stops the parser at its first complaint and says it in the words of the language. */
final class SyntaxComplaints extends BaseErrorListener {

    private final Positions positions;

    SyntaxComplaints(Positions positions) {
        this.positions = positions;
    }

    @Override
    public void syntaxError(Recognizer<?, ?> parser, Object symbol, int line, int column, String message,
            RecognitionException e) {
        var token = (Token) symbol;
        throw positions.error(token, "found " + found(token) + ", expected "
                + expected(token, ((Parser) parser).getExpectedTokens()));
    }

    private static String found(Token token) {
        if (token.getType() == Token.EOF) {
            return "the end of the query";
        }
        var text = token.getText();
        return "'" + (text.length() > 40 ? text.substring(0, 40) + "..." : text) + "'";
    }

    private static String expected(Token found, IntervalSet expected) {
        if (found.getType() == Token.EOF && expected.contains(SearchParser.RPAREN)) {
            return "')'";
        }
        if (expected.contains(SearchParser.RBRACKET)) {
            return "']' or '}'";
        }
        if (expected.contains(SearchParser.TO) && !expected.contains(SearchParser.TERM)) {
            return "TO";
        }
        if (expected.contains(SearchParser.AND) || !expected.contains(SearchParser.TERM)) {
            return "a search term, AND, OR or " + (expected.contains(Token.EOF) ? "the end of the query" : "')'");
        }
        return expected.contains(SearchParser.NOT) ? "a search term" : "a value";
    }
}

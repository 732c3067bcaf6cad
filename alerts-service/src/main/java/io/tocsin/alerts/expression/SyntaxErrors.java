package io.tocsin.alerts.expression;

import java.util.stream.Collectors;

import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;

import io.tocsin.expression.ExpressionRejected;

/** Turns the first syntax error into a sentence for the author of the rule; there is no second one. */
final class SyntaxErrors extends BaseErrorListener {

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            Object offending,
            int line,
            int positionInLine,
            String message,
            RecognitionException cause) {
        var found = (Token) offending;
        throw new ExpressionRejected(found.getStartIndex(), "expected " + expected((Parser) recognizer) + ", found "
                + described(found));
    }

    private static String expected(Parser parser) {
        return parser.getExpectedTokens()
                .toSet()
                .stream()
                .map(type -> wordFor(type, parser))
                .collect(Collectors.joining(" or "));
    }

    private static String wordFor(int type, Parser parser) {
        return switch (type) {
            case Token.EOF -> "the end";
            case EventMonitorParser.STRING -> "a quoted text";
            case EventMonitorParser.NUMBER -> "a number";
            default -> parser.getVocabulary().getDisplayName(type);
        };
    }

    private static String described(Token found) {
        return switch (found.getType()) {
            case Token.EOF -> "the end";
            case EventMonitorParser.OTHER -> "\"'".contains(found.getText())
                    ? "a quote that is never closed"
                    : "'" + found.getText() + "'";
            default -> "'" + found.getText() + "'";
        };
    }
}

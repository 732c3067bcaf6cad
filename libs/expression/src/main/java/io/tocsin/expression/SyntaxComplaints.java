package io.tocsin.expression;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

import io.tocsin.expression.grammar.AlertExpressionParser;

/** Stops the parser at its first complaint and says it in the words of the language. */
final class SyntaxComplaints extends BaseErrorListener {

    private static final int MAX_SHOWN = 40;
    private static final String A_UNIT = "a unit";

    private final Positions positions;

    SyntaxComplaints(Positions positions) {
        this.positions = positions;
    }

    @Override
    public void syntaxError(Recognizer<?, ?> parser, Object symbol, int line, int column, String message,
            RecognitionException e) {
        var token = (Token) symbol;
        var expected = e == null || e.getExpectedTokens() == null
                ? ((Parser) parser).getExpectedTokens()
                : e.getExpectedTokens();
        throw positions.error(token, "found " + found(token) + ", expected " + String.join(" or ", words(expected)));
    }

    static String found(Token token) {
        if (token.getType() == Token.EOF) {
            return "the end of the expression";
        }
        var text = token.getText();
        return "'" + (text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "..." : text) + "'";
    }

    private static Set<String> words(IntervalSet expected) {
        if (expected.contains(AlertExpressionParser.REGEX)) {
            return Set.of("a number, a text in quotes, a regular expression in slashes, a list in braces, true, false or null");
        }
        var unit = expected.contains(AlertExpressionParser.PERCENT);
        return expected.toList()
                .stream()
                .map(type -> unit && type == AlertExpressionParser.WORD ? A_UNIT : word(type))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String word(int type) {
        return switch (type) {
            case Token.EOF -> "the end of the expression";
            case AlertExpressionParser.WORD, AlertExpressionParser.AUTO -> "a metric";
            case AlertExpressionParser.STRING -> "a text in quotes";
            case AlertExpressionParser.NUMBER -> "a number";
            case AlertExpressionParser.REGEX -> "a regular expression in slashes";
            case AlertExpressionParser.PERCENT -> A_UNIT;
            case AlertExpressionParser.GE, AlertExpressionParser.LE, AlertExpressionParser.GT, AlertExpressionParser.LT,
                    AlertExpressionParser.EQ, AlertExpressionParser.NE, AlertExpressionParser.MATCHES,
                    AlertExpressionParser.NOT_MATCHES, AlertExpressionParser.IN -> "an operator";
            default -> AlertExpressionParser.VOCABULARY.getDisplayName(type);
        };
    }
}

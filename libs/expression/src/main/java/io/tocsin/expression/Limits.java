package io.tocsin.expression;

import java.util.List;

import org.antlr.v4.runtime.Token;

import io.tocsin.expression.grammar.AlertExpressionLexer;
import io.tocsin.model.StorableText;

/** How large an expression may be, so that reading and evaluating stay cheap whoever wrote it. Lengths are in characters. */
final class Limits {

    static final int MAX_LENGTH = 10_000;
    static final int MAX_DEPTH = 50;
    static final int MAX_WORDS = 500;
    static final int MAX_REGEX = 500;
    static final int MAX_REGEX_STEPS = 5_000;

    private Limits() {}

    /** Refuses text which PostgreSQL could not keep, and text which is too long to look at. */
    static void check(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new ExpressionRejected(MAX_LENGTH,
                    "the expression is " + text.length() + " characters long, " + MAX_LENGTH + " are allowed");
        }
        var bad = StorableText.firstBad(text);
        if (bad < text.length()) {
            throw new ExpressionRejected(bad, "the character U+%04X is not text".formatted((int) text.charAt(bad)));
        }
    }

    /** Refuses nesting before the parser, which recurses, sees it. */
    static void check(List<Token> tokens, Positions positions) {
        var depth = 0;
        var words = 0;
        for (var token : tokens) {
            switch (token.getType()) {
                case AlertExpressionLexer.LPAREN, AlertExpressionLexer.LBRACKET -> depth++;
                case AlertExpressionLexer.RPAREN, AlertExpressionLexer.RBRACKET -> depth--;
                case AlertExpressionLexer.WORD, AlertExpressionLexer.STRING, AlertExpressionLexer.NUMBER -> words++;
                default -> {
                }
            }
            if (depth > MAX_DEPTH) {
                throw positions.error(token, "brackets are nested deeper than the " + MAX_DEPTH + " levels allowed");
            }
            if (words > MAX_WORDS) {
                throw positions.error(token, "the expression has more than the " + MAX_WORDS + " words and values allowed");
            }
        }
    }
}

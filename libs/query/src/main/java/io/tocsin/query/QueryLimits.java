package io.tocsin.query;

import java.util.List;

import org.antlr.v4.runtime.Token;

import io.tocsin.model.StorableText;
import io.tocsin.query.grammar.SearchLexer;

/** How large a search may be, so that reading, matching and searching stay cheap whoever wrote it. Lengths are in characters. */
final class QueryLimits {

    static final int MAX_LENGTH = 10_000;
    static final int MAX_DEPTH = 50;
    static final int MAX_TERMS = 500;
    static final int MAX_VALUE_LENGTH = 1_000;
    static final int MAX_WILDCARDS = 20;
    static final int MAX_PATH_STEPS = 20;

    private QueryLimits() {}

    /** Refuses text which PostgreSQL could not take as a parameter, and text which is too long to look at. */
    static void check(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new QuerySyntaxError(MAX_LENGTH,
                    "the query is " + text.length() + " characters long, " + MAX_LENGTH + " are allowed");
        }
        var bad = StorableText.firstBad(text);
        if (bad < text.length()) {
            throw new QuerySyntaxError(bad, "the character U+%04X is not text".formatted((int) text.charAt(bad)));
        }
    }

    /** Refuses nesting before the parser, which recurses, sees it. */
    static void check(List<Token> tokens, Positions positions) {
        var depth = 0;
        var terms = 0;
        for (var token : tokens) {
            switch (token.getType()) {
                case SearchLexer.LPAREN -> depth++;
                case SearchLexer.RPAREN -> depth--;
                case SearchLexer.TERM, SearchLexer.PHRASE -> terms++;
                default -> {
                }
            }
            if (depth > MAX_DEPTH) {
                throw positions.error(token, "parentheses are nested deeper than the " + MAX_DEPTH + " levels allowed");
            }
            if (terms > MAX_TERMS) {
                throw positions.error(token, "the query has more than the " + MAX_TERMS + " terms allowed");
            }
        }
    }
}

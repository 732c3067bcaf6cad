package io.tocsin.query;

import java.util.List;

import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

import io.tocsin.query.grammar.SearchLexer;
import io.tocsin.query.grammar.SearchParser;
import io.tocsin.query.tree.Query;

/** Text to tree: limits first, then tokens, then the grammar, then the meaning of fields and values. */
final class QueryReader {

    private final Positions positions;

    private QueryReader(String text) {
        this.positions = new Positions(text);
    }

    static Query read(String text) {
        QueryLimits.check(text);
        return new QueryReader(text).read();
    }

    private Query read() {
        var lexer = new SearchLexer(CharStreams.fromString(positions.text()));
        lexer.removeErrorListeners();
        var tokens = new CommonTokenStream(lexer);
        tokens.fill();
        check(tokens.getTokens());
        QueryLimits.check(tokens.getTokens(), positions);
        var parser = new SearchParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(new SyntaxComplaints(positions));
        return new TreeBuilder(positions).query(parser.query());
    }

    /** Tokens that no rule takes get a hint of their own, which is better than what the parser would have expected. */
    private void check(List<Token> tokens) {
        Token previous = null;
        for (var token : tokens) {
            switch (token.getType()) {
                case SearchLexer.UNCLOSED_PHRASE -> throw positions.error(token, "this quote is never closed");
                case SearchLexer.STRAY -> throw positions.error(token, stray(token.getText()));
                case SearchLexer.LPAREN -> checkFunction(previous, token);
                default -> {
                }
            }
            previous = token;
        }
    }

    private static String stray(String character) {
        return character.equals("\\")
                ? "nothing follows this backslash"
                : "'" + character + "' must be written '\\" + character + "' or stand in quotes";
    }

    private void checkFunction(Token name, Token parenthesis) {
        if (name != null && name.getText().equals("CIDR") && name.getStopIndex() + 1 == parenthesis.getStartIndex()) {
            throw positions.error(name, "CIDR(...) searches logs, not events");
        }
    }
}

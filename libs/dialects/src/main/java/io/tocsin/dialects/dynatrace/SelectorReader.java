package io.tocsin.dialects.dynatrace;

import java.util.List;

import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;

import io.tocsin.dialects.dynatrace.SelectorCriterion.Place;
import io.tocsin.dialects.dynatrace.grammar.SelectorLexer;
import io.tocsin.dialects.dynatrace.grammar.SelectorParser;
import io.tocsin.dialects.dynatrace.grammar.SelectorParser.ArgumentContext;
import io.tocsin.dialects.dynatrace.grammar.SelectorParser.CriterionContext;

/** Text to criteria. What a criterion means is its reader's affair. */
public final class SelectorReader {

    /** Characters; twice as many as an entity selector may have in the newest documentation, and what a URL can carry. */
    private static final int LONGEST = 10_000;
    private static final int DEEPEST = 10;

    private final Place place;

    private SelectorReader(Place place) {
        this.place = place;
    }

    /** No criteria when the text is null or blank. Fails with {@link DynatraceRejected}, which names place and column. */
    public static List<SelectorCriterion> read(String path, ParameterLocation location, String text) {
        return text == null || text.isBlank()
                ? List.of()
                : new SelectorReader(new Place(path, location)).read(text);
    }

    private List<SelectorCriterion> read(String text) {
        if (text.length() > LONGEST) {
            throw place.rejected("The selector has " + text.length() + " characters; at most " + LONGEST + " are allowed.");
        }
        var lexer = new SelectorLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        var tokens = new CommonTokenStream(lexer);
        tokens.fill();
        check(tokens.getTokens());
        var parser = new SelectorParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(new Complaints());
        return parser.selector().criterion().stream().map(this::criterion).toList();
    }

    /** Parentheses are counted before the parser recurses into them. */
    private void check(List<Token> tokens) {
        var depth = 0;
        for (var token : tokens) {
            switch (token.getType()) {
                case SelectorLexer.UNCLOSED -> throw wrong(token, "this quote is never closed");
                case SelectorLexer.LPAREN -> depth++;
                case SelectorLexer.RPAREN -> depth--;
                default -> {
                }
            }
            if (depth > DEEPEST) {
                throw wrong(token, "parentheses may be " + DEEPEST + " deep");
            }
        }
    }

    private SelectorCriterion criterion(CriterionContext context) {
        return new SelectorCriterion(place, context.WORD().getText(),
                context.argument().stream().map(this::argument).toList());
    }

    private SelectorArgument argument(ArgumentContext context) {
        if (context.criterion() != null) {
            return criterion(context.criterion());
        }
        return new SelectorValue(context.WORD() != null ? context.WORD().getText() : unquoted(context.QUOTED().getText()));
    }

    /** A tilde before anything but a quote or a tilde is just a tilde. */
    private static String unquoted(String text) {
        return text.substring(1, text.length() - 1).replaceAll("~([~\"])", "$1");
    }

    private DynatraceRejected wrong(Token token, String problem) {
        return place.rejected("Invalid selector at column " + (token.getStartIndex() + 1) + ": " + problem + ".");
    }

    /** Stops the parser at its first complaint. */
    private final class Complaints extends BaseErrorListener {

        @Override
        public void syntaxError(Recognizer<?, ?> parser, Object symbol, int line, int column, String message,
                RecognitionException e) {
            var token = (Token) symbol;
            throw wrong(token, token.getType() == Token.EOF
                    ? "it ends too early; criteria look like name(\"value\"), separated by commas"
                    : "found '" + shortened(token.getText()) + "'; criteria look like name(\"value\"), separated by commas");
        }

        private String shortened(String text) {
            return text.length() > 40 ? text.substring(0, 40) + "..." : text;
        }
    }
}

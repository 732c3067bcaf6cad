package io.tocsin.expression;

import java.util.List;

import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

import io.tocsin.expression.grammar.AlertExpressionLexer;
import io.tocsin.expression.grammar.AlertExpressionParser;
import io.tocsin.expression.metric.AlertType;
import io.tocsin.expression.tree.AlertRule;

/** Text to tree: limits first, then tokens, then the grammar, then the meaning of metrics and values. */
final class ExpressionReader {

    private final Positions positions;

    private ExpressionReader(String text) {
        this.positions = new Positions(text);
    }

    static AlertRule read(AlertType type, String text) {
        Limits.check(text);
        return new ExpressionReader(text).read(type);
    }

    private AlertRule read(AlertType type) {
        var lexer = new AlertExpressionLexer(CharStreams.fromString(positions.text()));
        lexer.removeErrorListeners();
        var tokens = new CommonTokenStream(lexer);
        tokens.fill();
        check(tokens.getTokens());
        Limits.check(tokens.getTokens(), positions);
        var parser = new AlertExpressionParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(new SyntaxComplaints(positions));
        return TreeBuilder.rule(parser.alertRule(), type, positions);
    }

    /** Tokens that no rule takes get a hint of their own, which is better than what the parser would have expected. */
    private void check(List<Token> tokens) {
        for (var token : tokens) {
            switch (token.getType()) {
                case AlertExpressionLexer.UNCLOSED_STRING -> throw positions.error(token, "this quote is never closed");
                case AlertExpressionLexer.UNCLOSED_REGEX -> throw positions.error(token,
                        "this regular expression is empty or never closed; a slash inside is written \\/");
                case AlertExpressionLexer.STRAY -> throw positions.error(token, stray(token.getText()));
                default -> {
                }
            }
        }
    }

    private static String stray(String character) {
        return switch (character) {
            case "&" -> "'&' must be written '&&'";
            case "|" -> "'|' must be written '||'";
            case "'" -> "a text stands in double quotes";
            default -> "'" + character + "' means nothing here";
        };
    }
}

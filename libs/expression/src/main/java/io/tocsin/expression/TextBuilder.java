package io.tocsin.expression;

import org.antlr.v4.runtime.Token;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

import io.tocsin.expression.metric.IpPrefix;
import io.tocsin.expression.metric.Metric;
import io.tocsin.expression.tree.Value;

/** Quoted texts and regular expressions. */
final class TextBuilder {

    private final Positions positions;

    TextBuilder(Positions positions) {
        this.positions = positions;
    }

    Value.Text text(Token string) {
        return new Value.Text(unescaped(string, "\"\\"));
    }

    Value.Text network(Token string, Metric metric) {
        var text = text(string);
        if (IpPrefix.parse(text.text()).isEmpty()) {
            throw positions.error(string, "'" + metric.name() + "' is compared with " + metric.kind().description()
                    + ", not with " + SyntaxComplaints.found(string));
        }
        return text;
    }

    Value.Text code(Token string, Metric metric) {
        var text = text(string);
        if (!text.text().matches("\\d{1,10}")) {
            throw positions.error(string, "'" + metric.name() + "' is compared with " + metric.kind().description()
                    + ", not with " + SyntaxComplaints.found(string));
        }
        return text;
    }

    /** Of a pattern's escapes only that of its own delimiter is resolved; all others are the pattern's. */
    Value.Regex regex(Token token) {
        var pattern = unescaped(token, token.getText().substring(0, 1));
        checkSize(token, pattern);
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw positions.error(token, "this is no regular expression: " + e.getDescription()
                    + (e.getPattern().equals(pattern) ? "" : ": " + e.getPattern())
                    + " (syntax of RE2: no back references, no look-around)");
        }
        return new Value.Regex(pattern);
    }

    private void checkSize(Token token, String pattern) {
        if (pattern.isEmpty()) {
            throw positions.error(token, "this regular expression is empty");
        }
        if (pattern.length() > Limits.MAX_REGEX) {
            throw positions.error(token, "a regular expression may have " + Limits.MAX_REGEX + " characters, this one has "
                    + pattern.length());
        }
        if (RegexSize.of(pattern) > Limits.MAX_REGEX_STEPS) {
            throw positions.error(token, "the repeats of this regular expression multiply to more than the "
                    + Limits.MAX_REGEX_STEPS + " steps allowed");
        }
    }

    /** Without delimiters, and without the backslash before these characters. */
    private static String unescaped(Token token, String escapable) {
        var raw = token.getText();
        var text = new StringBuilder(raw.length());
        for (var at = 1; at < raw.length() - 1; at++) {
            var c = raw.charAt(at);
            if (c == '\\' && at + 1 < raw.length() - 1) {
                var next = raw.charAt(++at);
                text.append(escapable.indexOf(next) >= 0 ? "" : "\\").append(next);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}

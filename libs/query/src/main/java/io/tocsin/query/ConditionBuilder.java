package io.tocsin.query;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

import io.tocsin.query.grammar.SearchLexer;
import io.tocsin.query.grammar.SearchParser.BoundContext;
import io.tocsin.query.grammar.SearchParser.ComparisonContext;
import io.tocsin.query.grammar.SearchParser.RangeContext;
import io.tocsin.query.tree.Bound;
import io.tocsin.query.tree.Condition;
import io.tocsin.query.tree.Everything;
import io.tocsin.query.tree.Field;
import io.tocsin.query.tree.Literal;
import io.tocsin.query.tree.Pattern;
import io.tocsin.query.tree.Present;
import io.tocsin.query.tree.Query;
import io.tocsin.query.tree.Range;
import io.tocsin.query.tree.Reserved;
import io.tocsin.query.tree.Test;

/** A field and what stands after its colon. */
final class ConditionBuilder {

    private final Positions positions;
    private final FieldRules rules;

    ConditionBuilder(Positions positions) {
        this.positions = positions;
        this.rules = new FieldRules(positions);
    }

    /** A phrase, a term or a pattern. */
    Query scalar(Field field, ParserRuleContext value) {
        var token = value.getStart();
        if (token.getType() == SearchLexer.PHRASE) {
            return condition(field, new Literal(phrase(token)), token);
        }
        var raw = rawOf(value);
        if (raw.isStar()) {
            return field == Reserved.WORDS ? new Everything() : new Condition(field, new Present());
        }
        return condition(field, raw.hasWildcard() ? pattern(raw, token) : new Literal(raw.literal()), token);
    }

    Query range(Field field, RangeContext range) {
        var from = bound(range.bound(0), range.LBRACKET() != null);
        var to = bound(range.bound(1), range.RBRACKET() != null);
        var test = from == null && to == null ? new Present() : new Range(from, to);
        return condition(field, test, range.getStart());
    }

    Query comparison(Field field, ComparisonContext comparison) {
        var token = comparison.scalar().getStart();
        var value = value(comparison.scalar());
        var test = switch (comparison.getStart().getType()) {
            case SearchLexer.GE -> new Range(new Bound(value, true), null);
            case SearchLexer.GT -> new Range(new Bound(value, false), null);
            case SearchLexer.LE -> new Range(null, new Bound(value, true));
            default -> new Range(null, new Bound(value, false));
        };
        return condition(field, test, token);
    }

    private Condition condition(Field field, Test test, Token token) {
        rules.check(field, test, token);
        return new Condition(field, test);
    }

    private Bound bound(BoundContext bound, boolean inclusive) {
        return new RawText(bound.getText()).isStar() ? null : new Bound(value(bound), inclusive);
    }

    /** The value of a bound or a comparison, in which wildcards make no sense. */
    private String value(ParserRuleContext value) {
        var token = value.getStart();
        if (token.getType() == SearchLexer.PHRASE) {
            return phrase(token);
        }
        var raw = rawOf(value);
        if (raw.hasWildcard()) {
            throw positions.error(token, "a value to compare with has no wildcards; '*' and '?' in it need a backslash");
        }
        return raw.literal();
    }

    private Pattern pattern(RawText raw, Token token) {
        if (raw.wildcards() > QueryLimits.MAX_WILDCARDS) {
            throw positions.error(token, "a term may have " + QueryLimits.MAX_WILDCARDS + " wildcards, this one has "
                    + raw.wildcards());
        }
        return new Pattern(raw.glob());
    }

    private static String phrase(Token token) {
        var text = token.getText();
        return new RawText(text.substring(1, text.length() - 1)).literal();
    }

    /** A value may contain colons and a sign, but blanks end it. */
    private RawText rawOf(ParserRuleContext value) {
        var text = positions.between(value.getStart(), value.getStop());
        if (text.length() != value.getText().length()) {
            throw positions.error(value.getStart(), "the value '" + text + "' has blanks in it and must stand in quotes");
        }
        return new RawText(text);
    }
}

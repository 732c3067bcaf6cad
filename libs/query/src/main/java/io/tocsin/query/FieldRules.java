package io.tocsin.query;

import org.antlr.v4.runtime.Token;

import io.tocsin.query.meaning.TimeWindow;
import io.tocsin.query.meaning.WordSearch;
import io.tocsin.query.tree.Bound;
import io.tocsin.query.tree.Field;
import io.tocsin.query.tree.Literal;
import io.tocsin.query.tree.Pattern;
import io.tocsin.query.tree.Range;
import io.tocsin.query.tree.Reserved;
import io.tocsin.query.tree.Test;

/** Which tests make sense for which field. */
final class FieldRules {

    private final Positions positions;

    FieldRules(Positions positions) {
        this.positions = positions;
    }

    void check(Field field, Test test, Token token) {
        checkLength(test, token);
        if (field == Reserved.WORDS || field == Reserved.MESSAGE) {
            checkWords(test, token);
        } else if (field == Reserved.TIMESTAMP) {
            checkTimes(test, token);
        }
    }

    private void checkLength(Test test, Token token) {
        var length = test instanceof Literal literal
                ? literal.text().length()
                : test instanceof Pattern pattern ? pattern.glob().length() : 0;
        if (length > QueryLimits.MAX_VALUE_LENGTH) {
            throw positions.error(token, "a value may have " + QueryLimits.MAX_VALUE_LENGTH + " characters, this one has "
                    + length);
        }
    }

    private void checkWords(Test test, Token token) {
        if (test instanceof Range) {
            throw positions.error(token, "words cannot be compared; name a field, as in @duration:>5");
        }
        if ((test instanceof Literal || test instanceof Pattern) && WordSearch.of(test).words().isEmpty()) {
            throw positions.error(token, "there is no word to search for in '" + positions.between(token, token) + "'");
        }
    }

    private void checkTimes(Test test, Token token) {
        if (test instanceof Pattern) {
            throw positions.error(token, "a timestamp has no wildcards; compare it, as in timestamp:>2026-01-31");
        }
        if (test instanceof Literal literal) {
            checkTime(literal.text(), token);
        } else if (test instanceof Range range) {
            checkTime(range.from(), token);
            checkTime(range.to(), token);
        }
    }

    private void checkTime(Bound bound, Token token) {
        if (bound != null) {
            checkTime(bound.value(), token);
        }
    }

    private void checkTime(String text, Token token) {
        if (TimeWindow.parse(text).isEmpty()) {
            throw positions.error(token, "'" + text + "' is no time; write epoch milliseconds or ISO 8601 with its zone, "
                    + "as in 2026-01-31T23:59:00Z");
        }
    }
}

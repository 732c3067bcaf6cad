package io.tocsin.query;

import org.antlr.v4.runtime.Token;

import io.tocsin.query.grammar.SearchParser.FieldValueContext;
import io.tocsin.query.tree.Attribute;
import io.tocsin.query.tree.Condition;
import io.tocsin.query.tree.Everything;
import io.tocsin.query.tree.Field;
import io.tocsin.query.tree.Not;
import io.tocsin.query.tree.Present;
import io.tocsin.query.tree.Query;
import io.tocsin.query.tree.Reserved;
import io.tocsin.query.tree.Tag;

/** What stands before a colon. */
final class FieldBuilder {

    private static final String EXISTS = "_exists_";
    private static final String MISSING = "_missing_";

    private final Positions positions;

    FieldBuilder(Positions positions) {
        this.positions = positions;
    }

    Field named(Token name) {
        return named(name, name.getText());
    }

    private Field named(Token token, String name) {
        var raw = new RawText(name);
        if (raw.hasWildcard()) {
            throw positions.error(token, "the name of a field has no wildcards; '*' and '?' in it need a backslash");
        }
        if (name.startsWith("@")) {
            return attribute(token, new RawText(name.substring(1)).literal());
        }
        Field reserved = Reserved.named(raw.literal()).orElse(null);
        return reserved == null ? new Tag(raw.literal()) : reserved;
    }

    private Attribute attribute(Token token, String path) {
        if (path.isEmpty()) {
            throw positions.error(token, "'@' must be followed by the path of an attribute, as in @evt.name");
        }
        var attribute = new Attribute(path);
        if (attribute.steps().size() > QueryLimits.MAX_PATH_STEPS) {
            throw positions.error(token, "the path of an attribute has more than the " + QueryLimits.MAX_PATH_STEPS
                    + " steps allowed");
        }
        return attribute;
    }

    boolean asksForPresence(Token name) {
        return name.getText().equals(EXISTS) || name.getText().equals(MISSING);
    }

    /** {@code _exists_:field} and {@code _missing_:field}. */
    Query presence(Token name, FieldValueContext value) {
        if (value == null || value.scalar() == null || value.scalar().PHRASE() != null) {
            throw positions.error(name, name.getText() + ": must be followed by the name of one field");
        }
        var scalar = value.scalar();
        var present = new Condition(
                named(scalar.getStart(), positions.between(scalar.getStart(), scalar.getStop())), new Present());
        return name.getText().equals(EXISTS) ? present : new Not(present);
    }

    boolean isStar(Token name) {
        return new RawText(name.getText()).isStar();
    }

    /** {@code *:*} is everything; {@code *:value} would search all attributes. */
    Query starOfStar(Token name, FieldValueContext value) {
        if (value == null || !new RawText(value.getText()).isStar()) {
            throw positions.error(name, "'*:' must be followed by '*'; to search words, write them without a field");
        }
        return new Everything();
    }
}

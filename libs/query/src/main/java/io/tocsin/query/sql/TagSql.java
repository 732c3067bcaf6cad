package io.tocsin.query.sql;

import io.tocsin.query.meaning.Lowering;
import io.tocsin.query.tree.Literal;
import io.tocsin.query.tree.Present;
import io.tocsin.query.tree.Test;

/** Tests of tags. An exact tag is asked for by containment, which an index on the array can answer. */
final class TagSql {

    private final Test test;
    private final SqlParameters parameters;

    TagSql(Test test, SqlParameters parameters) {
        this.test = test;
        this.parameters = parameters;
    }

    /** The value behind the key of any tag. */
    String any(String key) {
        return test instanceof Literal literal
                ? contains(key + ":" + literal.text())
                : behindKey(key, test, "right(tag, -length(%s))");
    }

    String anyIgnoringCase(String key) {
        return behindKey(key, Lowering.of(test), "lower(right(tag, -length(%s)) collate \"C\")");
    }

    /** Any tag as it is. */
    String anyWhole() {
        if (test instanceof Present) {
            return "cardinality(tags) > 0";
        }
        return test instanceof Literal literal
                ? contains(literal.text())
                : "exists (select from unnest(tags) as tag where " + ValueSql.of(test, Operand.text("tag"), parameters) + ")";
    }

    private String contains(String tag) {
        return "tags @> array[" + parameters.text(tag) + "]";
    }

    private String behindKey(String key, Test test, String value) {
        return "exists (select from unnest(tags) as tag, lateral (select "
                + value.formatted(parameters.text(key + ":")) + ") as value(behind) where starts_with(tag, "
                + parameters.text(key + ":") + ") and " + ValueSql.of(test, Operand.text("behind"), parameters) + ")";
    }
}

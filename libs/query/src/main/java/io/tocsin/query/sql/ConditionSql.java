package io.tocsin.query.sql;

import io.tocsin.query.meaning.AttributePath;
import io.tocsin.query.meaning.InnerAttribute;
import io.tocsin.query.meaning.Lowering;
import io.tocsin.query.meaning.TimeWindow;
import io.tocsin.query.meaning.Vocabulary;
import io.tocsin.query.meaning.WordSearch;
import io.tocsin.query.tree.Attribute;
import io.tocsin.query.tree.FieldVisitor;
import io.tocsin.query.tree.Literal;
import io.tocsin.query.tree.Present;
import io.tocsin.query.tree.Reserved;
import io.tocsin.query.tree.Tag;
import io.tocsin.query.tree.Test;

/** Writes one test of the field it is asked of. */
final class ConditionSql implements FieldVisitor<String> {

    private final Test test;
    private final SqlParameters parameters;

    ConditionSql(Test test, SqlParameters parameters) {
        this.test = test;
        this.parameters = parameters;
    }

    @Override
    public String reserved(Reserved reserved) {
        return switch (reserved) {
            case WORDS -> words("title") + " or " + words("text");
            case MESSAGE -> test instanceof Present ? "text is not null" : words("text");
            case HOST -> ignoringCase("host");
            case SOURCE -> ignoringCase("source");
            case SERVICE -> tags().anyIgnoringCase("service");
            case STATUS -> oneOf(Vocabulary.STATUS, true);
            case PRIORITY -> oneOf(Vocabulary.PRIORITY, true);
            case TIMESTAMP -> happenedIn(TimeWindow.of(test));
            case TAGS -> tags().anyWhole();
        };
    }

    @Override
    public String tag(Tag tag) {
        return tags().any(tag.key());
    }

    @Override
    public String attribute(Attribute attribute) {
        return switch (attribute.path()) {
            case "status" -> oneOf(Vocabulary.STATUS, false);
            case "service" -> tags().any("service");
            case "tags" -> tags().anyWhole();
            default -> InnerAttribute.at(attribute.path())
                    .map(this::column)
                    .orElseGet(() -> JsonSql.any(test, AttributePath.of(attribute), parameters));
        };
    }

    private TagSql tags() {
        return new TagSql(test, parameters);
    }

    private String words(String column) {
        return column + " ~ " + parameters.text(Globs.regex(WordSearch.of(test).words()));
    }

    private String ignoringCase(String column) {
        return ValueSql.of(Lowering.of(test), Operand.text("lower(" + column + " collate \"C\")"), parameters);
    }

    private <E extends Enum<E>> String oneOf(Vocabulary<E> vocabulary, boolean ignoreCase) {
        var names = vocabulary.accepted(test, ignoreCase)
                .stream()
                .map(Enum::name)
                .toList();
        return vocabulary.column() + " = any(" + parameters.texts(names) + ")";
    }

    private String happenedIn(TimeWindow window) {
        var from = window.from() == null ? "true" : "happened_at >= " + parameters.instant(window.from());
        var until = window.until() == null ? "true" : "happened_at < " + parameters.instant(window.until());
        return from + " and " + until;
    }

    private String column(InnerAttribute attribute) {
        return attribute == InnerAttribute.EVENT_ID && test instanceof Literal literal
                ? hasId(literal.text())
                : value(attribute);
    }

    /** As a number it leads to its partition and row. */
    private String hasId(String text) {
        try {
            return "id = " + parameters.bigint(Long.parseLong(text)) + " and " + value(InnerAttribute.EVENT_ID);
        } catch (NumberFormatException e) {
            return "false";
        }
    }

    private String value(InnerAttribute attribute) {
        return ValueSql.of(test, new Operand(attribute.sql(), attribute.isNumber() ? "true" : "false"), parameters);
    }
}

package io.tocsin.query.tree;

import java.util.Set;

/** Writes the name of a field and its colon; nothing for values that stand bare. */
final class FieldPrinter implements FieldVisitor<String> {

    private static final FieldPrinter PRINTER = new FieldPrinter();
    private static final Set<String> SPECIAL = Set.of("_exists_", "_missing_");

    private FieldPrinter() {}

    static String prefix(Field field) {
        return field == Reserved.WORDS ? "" : field.accept(PRINTER) + ":";
    }

    @Override
    public String reserved(Reserved reserved) {
        return reserved.word();
    }

    @Override
    public String tag(Tag tag) {
        var escaped = Escapes.escaped(tag.key());
        return SPECIAL.contains(escaped) || Escapes.isKeyword(escaped) ? "\\" + escaped : escaped;
    }

    @Override
    public String attribute(Attribute attribute) {
        return "@" + Escapes.escaped(attribute.path());
    }
}

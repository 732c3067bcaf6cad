package io.tocsin.query.tree;

/** Writes what stands after the colon. */
final class TestPrinter implements TestVisitor<String> {

    private final boolean afterField;

    TestPrinter(Field field) {
        this.afterField = field != Reserved.WORDS;
    }

    @Override
    public String present() {
        return "*";
    }

    @Override
    public String literal(Literal literal) {
        return scalar(literal.text());
    }

    @Override
    public String pattern(Pattern pattern) {
        return Escapes.escapedGlob(pattern.glob());
    }

    @Override
    public String range(Range range) {
        if (range.to() == null) {
            return (range.from().inclusive() ? ">=" : ">") + scalar(range.from().value());
        }
        if (range.from() == null) {
            return (range.to().inclusive() ? "<=" : "<") + scalar(range.to().value());
        }
        return (range.from().inclusive() ? "[" : "{") + scalar(range.from().value())
                + " TO " + scalar(range.to().value()) + (range.to().inclusive() ? "]" : "}");
    }

    /** A minus is part of the value after a field only; a bare one would negate. */
    private String scalar(String text) {
        var sign = afterField && text.startsWith("-") ? "-" : "";
        var rest = text.substring(sign.length());
        return Escapes.isPlain(rest) ? text : Escapes.quoted(text);
    }
}

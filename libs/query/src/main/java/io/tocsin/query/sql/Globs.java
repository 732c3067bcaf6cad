package io.tocsin.query.sql;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.tocsin.query.meaning.Glob;
import io.tocsin.query.meaning.Words;

/** Wildcards in the languages of PostgreSQL: LIKE for whole values, regular expressions for words. */
final class Globs {

    private static final String SEPARATORS = Words.separators()
            .stream()
            .map(range -> codePoint(range[0]) + "-" + codePoint(range[1]))
            .collect(Collectors.joining());
    private static final String SEPARATOR = "[" + SEPARATORS + "]";
    private static final String LETTER = "[^" + SEPARATORS + "]";

    private Globs() {}

    static String like(String pattern) {
        var glob = Glob.pattern(pattern);
        return each(glob, Globs::likeSymbol);
    }

    /** Finds the words one after the other, between separators or the ends of the text. */
    static String regex(List<Glob> words) {
        return words.stream()
                .map(Globs::regex)
                .collect(Collectors.joining(SEPARATOR + "+", "(^|" + SEPARATOR + ")", "($|" + SEPARATOR + ")"));
    }

    /** A word has a letter at least, so that a word of wildcards alone must not match the nothing between two separators. */
    private static String regex(Glob word) {
        return IntStream.range(0, word.length()).allMatch(index -> word.symbol(index) == Glob.RUN)
                ? LETTER + "+"
                : each(word, Globs::regexSymbol);
    }

    private static String likeSymbol(Glob glob, int index) {
        return switch (glob.symbol(index)) {
            case Glob.RUN -> "%";
            case Glob.ONE -> "_";
            case '%', '_', '\\' -> "\\" + Character.toString(glob.symbol(index));
            default -> Character.toString(glob.symbol(index));
        };
    }

    /** Letters are no operators of regular expressions, so that nothing needs an escape. */
    private static String regexSymbol(Glob word, int index) {
        return switch (word.symbol(index)) {
            case Glob.RUN -> LETTER + "*";
            case Glob.ONE -> LETTER;
            default -> letter(word.symbol(index), word.upper(index), word.lower(index));
        };
    }

    private static String letter(int written, int upper, int lower) {
        var forms = IntStream.of(written, upper, lower)
                .distinct()
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return forms.codePointCount(0, forms.length()) == 1 ? forms : "[" + forms + "]";
    }

    private static String each(Glob glob, SymbolWriter writer) {
        return IntStream.range(0, glob.length())
                .mapToObj(index -> writer.write(glob, index))
                .collect(Collectors.joining());
    }

    private static String codePoint(int c) {
        return "\\u%04x".formatted(c);
    }

    private interface SymbolWriter {

        String write(Glob glob, int index);
    }
}

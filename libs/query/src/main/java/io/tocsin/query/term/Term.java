package io.tocsin.query.term;

import io.tocsin.query.meaning.AsciiCase;
import io.tocsin.query.meaning.Numbers;
import io.tocsin.query.term.TermHash.Kind;

/**
 * A term before it is hashed. Where case does not matter to some condition, or where a number may be written in several ways, there
 * is one form for all of them.
 */
record Term(Kind kind, String text) {

    /** @param folded as by {@link io.tocsin.query.meaning.Words#fold} */
    static Term word(String folded) {
        return new Term(Kind.WORD, folded);
    }

    static Term tag(String tag) {
        return new Term(Kind.TAG, AsciiCase.lower(tag));
    }

    static Term host(String host) {
        return new Term(Kind.HOST, AsciiCase.lower(host));
    }

    static Term source(String source) {
        return new Term(Kind.SOURCE, AsciiCase.lower(source));
    }

    static Term severity(Enum<?> severity) {
        return new Term(Kind.SEVERITY, severity.name());
    }

    static Term priority(Enum<?> priority) {
        return new Term(Kind.PRIORITY, priority.name());
    }

    static Term attribute(String path, String value) {
        return new Term(Kind.ATTRIBUTE, path + '\0' + Numbers.canonical(value));
    }

    /** Makes a path, of which a hash was begun, the same as {@link #attribute}. */
    static void appendValue(TermHash path, String value) {
        path.append('\0');
        path.append(Numbers.canonical(value));
    }

    int hash(TermHash hash) {
        return hash.of(kind, text);
    }
}

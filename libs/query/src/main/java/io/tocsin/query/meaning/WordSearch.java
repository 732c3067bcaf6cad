package io.tocsin.query.meaning;

import java.util.List;

import io.tocsin.query.tree.Literal;
import io.tocsin.query.tree.Pattern;
import io.tocsin.query.tree.Test;

/** Looks for words that follow one another in a text, upper or lower case. */
public record WordSearch(List<Glob> words) {

    public WordSearch {
        words = List.copyOf(words);
    }

    /** The search for the words of a literal or a pattern; without any word when there is only punctuation. */
    public static WordSearch of(Test test) {
        if (test instanceof Literal literal) {
            return new WordSearch(Words.of(Glob.literal(literal.text()).ignoringCase()));
        }
        if (test instanceof Pattern pattern) {
            return new WordSearch(Words.of(Glob.pattern(pattern.glob()).ignoringCase()));
        }
        throw new IllegalArgumentException("words cannot be searched by " + test);
    }

    /** Whether the words stand in this text; nothing stands in null, and no words stand nowhere. */
    public boolean foundIn(String text) {
        if (text == null || words.isEmpty()) {
            return false;
        }
        var first = words.get(0);
        for (var start = wordStart(text, 0); start < text.length(); start = wordStart(text, wordEnd(text, start))) {
            if (first.mayBeginWith(text.codePointAt(start)) && startsAt(text, start)) {
                return true;
            }
        }
        return false;
    }

    private boolean startsAt(String text, int start) {
        var from = start;
        for (var word : words) {
            if (from == text.length()) {
                return false;
            }
            var to = wordEnd(text, from);
            if (!word.matches(text, from, to)) {
                return false;
            }
            from = wordStart(text, to);
        }
        return true;
    }

    private static int wordStart(String text, int from) {
        var at = from;
        while (at < text.length() && Words.isSeparator(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Separators lie in the basic plane, so that single chars tell them. */
    private static int wordEnd(String text, int from) {
        var at = from;
        while (at < text.length() && !Words.isSeparator(text.charAt(at))) {
            at++;
        }
        return at;
    }
}

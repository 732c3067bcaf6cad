package io.tocsin.query.term;

import io.tocsin.query.meaning.Words;
import io.tocsin.query.term.TermHash.Kind;

/** The words of a text as terms. Remembers those of the last one: events which are posted together often say the same. */
final class WordTerms {

    private final TermHash hash;
    private final TermSet set = new TermSet();

    private String last = "";
    private int[] terms = {};

    WordTerms(TermHash hash) {
        this.hash = hash;
    }

    /** @param text null has none */
    int[] of(String text) {
        if (text != null && !text.equals(last)) {
            Words.eachFolded(text, word -> set.add(hash.of(Kind.WORD, word)));
            terms = set.take();
            last = text;
        }
        return text == null ? new int[0] : terms;
    }
}

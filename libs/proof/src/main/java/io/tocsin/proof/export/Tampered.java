package io.tocsin.proof.export;

import io.tocsin.proof.export.Finding.Kind;

/** Ends the check at the first thing that is wrong. */
class Tampered extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final long entry;

    Tampered(Kind kind, long entry, String what) {
        super(what, null, false, false);
        this.kind = kind;
        this.entry = entry;
    }

    Finding at(long line) {
        return new Finding(kind, entry, line, getMessage());
    }
}

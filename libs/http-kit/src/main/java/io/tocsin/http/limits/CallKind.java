package io.tocsin.http.limits;

import java.util.Locale;

/** What a call counts as; each kind has limits of its own. */
public enum CallKind {

    /** Brings something in; counted by what it brings, not by requests. */
    INGEST,

    /** Any other call. */
    READ;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

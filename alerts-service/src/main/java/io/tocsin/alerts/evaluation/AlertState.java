package io.tocsin.alerts.evaluation;

import java.util.Locale;

/** Where an alert stands; docs/states.md has the picture. */
enum AlertState {
    OPEN, CLEARED;

    /** The word in the column {@code state}; a third one, {@code disabled}, is set when a rule goes and is never touched again. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AlertState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}

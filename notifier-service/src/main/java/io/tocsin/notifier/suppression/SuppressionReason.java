package io.tocsin.notifier.suppression;

import java.util.Optional;
import java.util.stream.Stream;

/** Why an address gets no mail. */
public enum SuppressionReason {

    /** A mail server said that there is no such mailbox. */
    BOUNCED("bounced"),

    /** Its owner asked for it. */
    UNSUBSCRIBED("unsubscribed"),

    /** Somebody put it on the list. */
    BY_HAND("by-hand");

    private final String word;

    SuppressionReason(String word) {
        this.word = word;
    }

    /** As it is stored and shown. */
    public String word() {
        return word;
    }

    public static Optional<SuppressionReason> of(String word) {
        return Stream.of(values())
                .filter(reason -> reason.word.equals(word))
                .findFirst();
    }
}

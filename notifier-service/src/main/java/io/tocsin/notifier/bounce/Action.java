package io.tocsin.notifier.bounce;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What became of the mail, in the words of RFC 3464 §2.3.3; the gravest first. */
enum Action {

    FAILED, DELAYED, DELIVERED, RELAYED, EXPANDED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param field perhaps with a comment behind the word */
    static Optional<Action> of(String field) {
        var word = field.strip().split("[\\s(;]", 2)[0];
        return Stream.of(values())
                .filter(action -> action.name().equalsIgnoreCase(word))
                .findFirst();
    }
}

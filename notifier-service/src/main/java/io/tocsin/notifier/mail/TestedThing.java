package io.tocsin.notifier.mail;

import io.tocsin.model.message.AlertNotification;

/**
 * The test of an alert as a mail names it, each text one line.
 *
 * @param name its id when nobody said a name
 * @param target the server or prefix, empty for the whole test
 */
public record TestedThing(String name, String id, String target, String url) {

    private static final int LONGEST = 120;

    /** Null for null. */
    static TestedThing of(AlertNotification.Test test, String url) {
        return test == null
                ? null
                : new TestedThing(name(test), OneLine.of(test.id(), LONGEST), OneLine.of(test.target(), LONGEST), url);
    }

    /** {@code shop}, or {@code shop (203.0.113.0/24)}. */
    static String title(AlertNotification.Test test, int longest) {
        var target = OneLine.of(test.target(), longest);
        return OneLine.cut(name(test), longest) + (target.isEmpty() ? "" : " (" + target + ")");
    }

    private static String name(AlertNotification.Test test) {
        var name = OneLine.of(test.name(), LONGEST);
        return name.isEmpty() ? OneLine.of(test.id(), LONGEST) : name;
    }
}

package io.tocsin.notifier.mail;

import io.tocsin.model.message.AlertNotification.Companion;

/** An alert which began with the one that a mail is about, each text one line. */
public record AlertRow(String title, String url) {

    private static final int LONGEST = 120;

    static AlertRow of(Companion companion, Links links) {
        var title = companion.test() == null ? "Alert" : "Test " + TestedThing.title(companion.test(), LONGEST);
        return new AlertRow(title + seenFrom(companion), links.alert(companion.alertId()));
    }

    private static String seenFrom(Companion companion) {
        var first = OneLine.of(companion.firstSource(), LONGEST);
        var more = companion.sources() > 1 ? " and " + (companion.sources() - 1) + " more" : "";
        return first.isEmpty() ? "" : ", seen from " + first + more;
    }
}

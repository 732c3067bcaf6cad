package io.tocsin.notifier.bounce;

import io.tocsin.model.StorableText;

/** Text from a report, made fit for a table and for people. */
final class ReportText {

    private ReportText() {}

    /** One line of at most so many characters; null becomes empty. */
    static String of(String text, int longest) {
        var line = text == null ? "" : StorableText.of(text).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= longest ? line : line.substring(0, longest);
    }
}

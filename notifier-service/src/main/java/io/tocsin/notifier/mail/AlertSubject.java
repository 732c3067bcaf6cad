package io.tocsin.notifier.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.tocsin.model.message.AlertNotification;
import io.tocsin.model.message.AlertNotification.Source;

/**
 * The subject which all mails about one alert share. Mail programs thread by References, and several of them (Gmail, Outlook) only
 * when the subjects are equal but for {@code Re:}; so the state stands in the heading and never in the subject.
 */
public final class AlertSubject {

    private static final int LONGEST_RULE = 120;
    private static final int LONGEST_SOURCE = 60;

    private AlertSubject() {}

    /**
     * Such as {@code [Tocsin] MAJOR: disk full on web-1 and 2 more}, of tests
     * {@code ... on shop, seen from Oslo and 2 more}, or {@code ... on shop and 2 more} where several alerts began together.
     */
    public static String of(AlertNotification notification) {
        return "[Tocsin] " + severity(notification) + ": " + OneLine.of(notification.rule().name(), LONGEST_RULE)
                + (notification.test() == null ? on(notification.sources()) : onTest(notification));
    }

    private static String onTest(AlertNotification notification) {
        var title = " on " + TestedThing.title(notification.test(), LONGEST_SOURCE);
        return notification.together().isEmpty()
                ? title + named(notification.sources()).map(names -> ", seen from " + names).orElse("")
                : title + " and " + notification.together().size() + " more";
    }

    /** The same as an answer in the thread. */
    static String reply(String subject) {
        return "Re: " + subject;
    }

    static String severity(AlertNotification notification) {
        var severity = OneLine.of(notification.rule().severity(), 20);
        return severity.isEmpty() ? "ALERT" : severity.toUpperCase(Locale.ROOT);
    }

    private static String on(List<Source> sources) {
        return named(sources).map(names -> " on " + names).orElse("");
    }

    /** {@code web-1}, or {@code web-1 and 2 more}; empty when there is nothing to tell apart. */
    static Optional<String> named(List<Source> sources) {
        return sources.isEmpty() || sources.get(0).standsForAll() ? Optional.empty() : Optional.of(names(sources));
    }

    private static String names(List<Source> sources) {
        var first = OneLine.of(sources.get(0).name(), LONGEST_SOURCE);
        return sources.size() == 1 ? first : first + " and " + (sources.size() - 1) + " more";
    }
}

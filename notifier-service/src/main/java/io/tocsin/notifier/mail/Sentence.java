package io.tocsin.notifier.mail;

import java.time.Duration;
import java.time.Instant;

import io.tocsin.model.message.AlertNotification;
import io.tocsin.model.message.AlertNotification.Kind;
import io.tocsin.model.message.AlertNotification.Source;

/** Says in one sentence what is wrong, or that it is not any more. */
record Sentence(Reader reader) {

    private static final int LONGEST = 120;

    String about(AlertNotification notification) {
        return notification.kind() == Kind.CLEARED ? cleared(notification) : triggered(notification);
    }

    /** Below a heading which has the rule's name and what it is on already. */
    String brief(AlertNotification notification) {
        return notification.kind() == Kind.CLEARED
                ? reader.words().digestCleared(reader.time(ended(notification)), lasted(notification))
                : reader.words().digestOpen(reader.time(notification.startedAt()), measured(notification));
    }

    private String triggered(AlertNotification notification) {
        var words = reader.words();
        var since = reader.time(notification.startedAt());
        var names = new Named(words).sources(notification.sources());
        var measured = measured(notification);
        if (notification.test() == null) {
            return names.map(by -> words.violatedBy(since, by, measured)).orElseGet(() -> words.violated(since, measured));
        }
        var test = TestedThing.title(notification.test(), LONGEST);
        return names.map(from -> words.testViolatesSeenFrom(test, since, from, measured))
                .orElseGet(() -> words.testViolates(test, since, measured));
    }

    /** What the first source measured; its name too when it is one of several. */
    private String measured(AlertNotification notification) {
        if (notification.sources().isEmpty()) {
            return "";
        }
        Source first = notification.sources().get(0);
        var metric = OneLine.of(first.metricsAtStart(), LONGEST);
        if (metric.isEmpty()) {
            return "";
        }
        return notification.sources().size() == 1
                ? reader.words().measured(metric)
                : reader.words().measuredOn(metric, OneLine.of(first.name(), LONGEST));
    }

    private String cleared(AlertNotification notification) {
        var ended = reader.time(ended(notification));
        var lasted = lasted(notification);
        return notification.test() == null
                ? reader.words().wellAgain(ended, lasted)
                : reader.words().testWellAgain(TestedThing.title(notification.test(), LONGEST), ended, lasted);
    }

    private String lasted(AlertNotification notification) {
        return reader.duration(Duration.between(notification.startedAt(), ended(notification)));
    }

    private static Instant ended(AlertNotification notification) {
        return notification.clearedAt() == null ? notification.startedAt() : notification.clearedAt();
    }
}

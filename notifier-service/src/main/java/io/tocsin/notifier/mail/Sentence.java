package io.tocsin.notifier.mail;

import java.time.Duration;
import java.time.Instant;

import io.tocsin.model.message.AlertNotification;
import io.tocsin.model.message.AlertNotification.Kind;

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
        var names = new Named(words).sourcesAndMetric(notification.sources());
        if (notification.test() == null) {
            return names.map(by -> words.violatedBy(since, by)).orElseGet(() -> words.violated(since, measured(notification)));
        }
        var test = TestedThing.title(notification.test(), LONGEST);
        return names.map(from -> words.testViolatesSeenFrom(test, since, from))
                .orElseGet(() -> words.testViolates(test, since, measured(notification)));
    }

    /** What the first source measured. */
    private String measured(AlertNotification notification) {
        return notification.sources()
                .stream()
                .findFirst()
                .map(source -> OneLine.of(source.metricsAtStart(), LONGEST))
                .filter(metric -> !metric.isEmpty())
                .map(reader.words()::measured)
                .orElse("");
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

package io.tocsin.notifier.mail;

import java.util.List;
import java.util.Optional;

import io.tocsin.model.message.AlertNotification;
import io.tocsin.model.message.AlertNotification.Companion;
import io.tocsin.model.message.AlertNotification.Source;

/** Names what violates, in few words. */
record Named(MailWords words) {

    private static final int LONGEST = 60;

    /** What an alert is on: {@code web-1 and 2 more}, {@code shop, seen from Oslo}; empty when there is nothing to tell apart. */
    Optional<String> where(AlertNotification notification) {
        if (notification.test() == null) {
            return sources(notification.sources());
        }
        var test = TestedThing.title(notification.test(), LONGEST);
        return Optional.of(notification.together().isEmpty()
                ? sources(notification.sources()).map(names -> words.seenFrom(test, names)).orElse(test)
                : words.andMore(test, notification.together().size()));
    }

    /** {@code web-1}, or {@code web-1 and 2 more}; empty when there is nothing to tell apart. */
    Optional<String> sources(List<Source> sources) {
        return sources.isEmpty() || sources.get(0).standsForAll()
                ? Optional.empty()
                : Optional.of(names(sources.get(0).name(), sources.size()));
    }

    /** {@code web-1 (3 events in 5 min) and 2 more}; empty when there is nothing to tell apart. */
    Optional<String> sourcesAndMetric(List<Source> sources) {
        return sources.isEmpty() || sources.get(0).standsForAll()
                ? Optional.empty()
                : Optional.of(andMore(nameAndMetric(sources.get(0)), sources.size()));
    }

    /** {@code Test shop, seen from Oslo and 2 more}. */
    String companion(Companion companion) {
        var thing = companion.test() == null
                ? words.alertLabel()
                : words.ofTest(TestedThing.title(companion.test(), LONGEST));
        return companion.firstSource() == null
                ? thing
                : words.seenFrom(thing, names(companion.firstSource(), companion.sources()));
    }

    private String names(String name, int count) {
        return andMore(OneLine.of(name, LONGEST), count);
    }

    private static String nameAndMetric(Source source) {
        var name = OneLine.of(source.name(), LONGEST);
        var metric = OneLine.of(source.metricsAtStart(), LONGEST);
        return metric.isEmpty() ? name : name + " (" + metric + ")";
    }

    private String andMore(String first, int count) {
        return count <= 1 ? first : words.andMore(first, count - 1);
    }
}

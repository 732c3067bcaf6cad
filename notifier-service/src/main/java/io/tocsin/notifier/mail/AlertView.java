package io.tocsin.notifier.mail;

import java.time.Duration;
import java.util.List;

import io.tocsin.model.message.AlertNotification;
import io.tocsin.model.message.AlertNotification.Kind;
import io.tocsin.model.message.AlertNotification.Source;

/**
 * What the templates show: texts of one line each, ready but for the escaping, which the templates do.
 *
 * @param state the word above the heading
 * @param message the rule's own note, line by line
 * @param more how many sources are not listed
 * @param test null for an alert of events
 * @param together other alerts which began with it
 */
public record AlertView(
        boolean cleared,
        String state,
        String colour,
        String rule,
        String sentence,
        List<SourceRow> sources,
        int more,
        List<String> message,
        String accountGroup,
        String expression,
        String alertUrl,
        String ruleUrl,
        String recipient,
        TestedThing test,
        List<AlertRow> together) {

    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_EXPRESSION = 1000;
    private static final int LONGEST_MESSAGE = 5000;

    /** What the sources are: {@code Agent}, {@code Monitor}, or {@code Source} of events. */
    public String sourcesHeading() {
        return test == null ? "Source" : test.sources();
    }

    /** @param endedAt and {@code metricsAtEnd} are empty while the source violates */
    public record SourceRow(String name, String startedAt, String metricsAtStart, String endedAt, String metricsAtEnd) {

        static SourceRow of(Source source) {
            return new SourceRow(
                    OneLine.of(source.name(), LONGEST_NAME),
                    Spoken.time(source.startedAt()),
                    OneLine.of(source.metricsAtStart(), LONGEST_NAME),
                    Spoken.time(source.clearedAt()),
                    OneLine.of(source.metricsAtEnd(), LONGEST_NAME));
        }
    }

    static AlertView of(AlertNotification notification, String recipient, Links links, int maxSources) {
        var cleared = notification.kind() == Kind.CLEARED;
        var severity = AlertSubject.severity(notification);
        var shown = Math.min(maxSources, notification.sources().size());
        return new AlertView(
                cleared,
                cleared ? "CLEARED · " + severity : severity,
                (cleared ? Tone.CLEARED : Tone.of(severity)).colour(),
                OneLine.of(notification.rule().name(), LONGEST_NAME),
                cleared ? cleared(notification) : triggered(notification),
                notification.sources().stream().limit(shown).map(SourceRow::of).toList(),
                notification.sources().size() - shown,
                lines(notification.rule().message()),
                OneLine.of(notification.accountGroupName(), LONGEST_NAME),
                OneLine.of(notification.rule().expression(), LONGEST_EXPRESSION),
                links.alert(),
                links.rule(),
                recipient,
                TestedThing.of(notification.test(), links.test()),
                notification.together().stream().map(companion -> AlertRow.of(companion, links)).toList());
    }

    private static String triggered(AlertNotification notification) {
        var since = " since " + Spoken.time(notification.startedAt()) + " UTC";
        var names = AlertSubject.named(notification.sources());
        return notification.test() == null
                ? "This rule has been violated" + since + names.map(by -> " by " + by).orElse("") + "."
                : "Test " + title(notification) + " has violated this rule" + since
                        + names.map(from -> ", seen from " + from).orElse("") + ".";
    }

    private static String title(AlertNotification notification) {
        return TestedThing.title(notification.test(), LONGEST_NAME);
    }

    private static String cleared(AlertNotification notification) {
        var ended = notification.clearedAt() == null ? notification.startedAt() : notification.clearedAt();
        var lasted = Spoken.duration(Duration.between(notification.startedAt(), ended));
        var well = notification.test() == null ? "All is" : "Test " + title(notification) + " is";
        return well + " well again since " + Spoken.time(ended) + " UTC. The alert was open for " + lasted + ".";
    }

    private static List<String> lines(String message) {
        if (message == null || message.isBlank()) {
            return List.of();
        }
        return OneLine.cut(message.strip(), LONGEST_MESSAGE)
                .lines()
                .map(line -> OneLine.of(line, LONGEST_MESSAGE))
                .toList();
    }
}

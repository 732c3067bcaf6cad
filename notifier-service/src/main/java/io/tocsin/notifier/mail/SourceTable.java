package io.tocsin.notifier.mail;

import java.util.List;
import java.util.Locale;

import io.tocsin.model.message.AlertNotification;
import io.tocsin.model.message.AlertNotification.Source;

/**
 * What violates, each text one line.
 *
 * @param heading what the sources are, such as {@code Agent}
 * @param more how many are not listed
 */
public record SourceTable(String heading, List<Row> rows, int more) {

    private static final int LONGEST = 300;

    /** @param endedAt and {@code metricsAtEnd} are empty while the source violates */
    public record Row(String name, String startedAt, String metricsAtStart, String endedAt, String metricsAtEnd) {

        private static Row of(Source source, Reader reader) {
            return new Row(
                    OneLine.of(source.name(), LONGEST),
                    reader.time(source.startedAt()),
                    OneLine.of(source.metricsAtStart(), LONGEST),
                    reader.time(source.clearedAt()),
                    OneLine.of(source.metricsAtEnd(), LONGEST));
        }
    }

    static SourceTable of(AlertNotification notification, Reader reader, int most) {
        var sources = notification.sources();
        var shown = Math.min(most, sources.size());
        return new SourceTable(
                heading(notification.test(), reader.words()),
                sources.stream().limit(shown).map(source -> Row.of(source, reader)).toList(),
                sources.size() - shown);
    }

    private static String heading(AlertNotification.Test test, MailWords words) {
        var seenFrom = test == null ? "" : OneLine.of(test.seenFrom(), LONGEST);
        return switch (seenFrom) {
            case "" -> words.source();
            case "agent" -> words.agent();
            case "monitor" -> words.monitor();
            default -> seenFrom.substring(0, 1).toUpperCase(Locale.ROOT) + seenFrom.substring(1);
        };
    }
}

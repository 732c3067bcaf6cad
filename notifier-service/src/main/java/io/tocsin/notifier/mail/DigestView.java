package io.tocsin.notifier.mail;

import java.util.List;

import io.tocsin.model.message.AlertNotification;

/**
 * What the templates of several alerts in one mail show, each text one line.
 *
 * @param counts how many are open and how many cleared
 * @param reason why they stand in one mail
 * @param colour of the most urgent one
 * @param others those for which there is a line each
 * @param more how many are not listed
 */
public record DigestView(
        String language,
        String heading,
        String counts,
        String reason,
        String colour,
        List<Row> alerts,
        List<AlertRow> others,
        int more,
        String listUrl,
        String unsubscribeUrl,
        String recipient) {

    /** Told in full, and told in a line: more would make a mail which some programs cut off (Gmail beyond 102 kB). */
    private static final int IN_FULL = 40;
    private static final int IN_A_LINE = 160;
    private static final int LONGEST_NAME = 120;

    /** @param title the rule's name, and what it is on */
    public record Row(Badge badge, String title, String sentence, String url, List<AlertRow> together) {

        private static Row of(AlertNotification alert, Links links, Reader reader) {
            var words = reader.words();
            return new Row(
                    Badge.of(alert, reader),
                    headline(alert, words),
                    new Sentence(reader).brief(alert),
                    links.page(alert),
                    alert.together().stream().map(companion -> AlertRow.of(companion, links, words)).toList());
        }
    }

    static DigestView of(Letter letter, String recipient, Links links, String unsubscribeUrl, Reader reader) {
        var digest = Digest.of(letter.notifications());
        var words = reader.words();
        var alerts = digest.alerts();
        return new DigestView(
                reader.language().toLanguageTag(),
                words.digest(alerts.size(), OneLine.of(letter.first().accountGroupName(), LONGEST_NAME)),
                words.digestCounts(digest.open(), digest.cleared()),
                letter.takeover() == null ? words.digestTogether() : takeover(letter.takeover(), reader),
                Badge.of(digest.mostUrgent(), reader).colour(),
                alerts.stream().limit(IN_FULL).map(alert -> Row.of(alert, links, reader)).toList(),
                alerts.stream().skip(IN_FULL).limit(IN_A_LINE).map(alert -> line(alert, links, reader)).toList(),
                Math.max(0, alerts.size() - IN_FULL - IN_A_LINE),
                links.list(),
                unsubscribeUrl,
                recipient);
    }

    private static AlertRow line(AlertNotification alert, Links links, Reader reader) {
        return new AlertRow(Badge.of(alert, reader).word() + ": " + headline(alert, reader.words()), links.page(alert));
    }

    private static String headline(AlertNotification alert, MailWords words) {
        var rule = OneLine.of(alert.rule().name(), LONGEST_NAME);
        return new Named(words).where(alert).map(where -> words.on(rule, where)).orElse(rule);
    }

    private static String takeover(Letter.Takeover takeover, Reader reader) {
        return reader.words()
                .digestStorm(takeover.notifications(), reader.time(takeover.since()), takeover.calm(),
                        reader.duration(takeover.window()), reader.time(takeover.singlesAgain()));
    }
}

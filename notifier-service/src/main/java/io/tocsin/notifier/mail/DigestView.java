package io.tocsin.notifier.mail;

import java.util.List;

import io.tocsin.model.message.AlertNotification;

/**
 * What the templates of several alerts in one mail show, each text one line.
 *
 * @param counts how many are open and how many cleared
 * @param reason why they stand in one mail
 * @param colour of the most urgent one
 * @param more how many are not listed
 */
public record DigestView(
        String language,
        String heading,
        String counts,
        String reason,
        String colour,
        List<Row> alerts,
        int more,
        String listUrl,
        String unsubscribeUrl,
        String recipient) {

    /** More would make a mail which some programs cut off (Gmail beyond 102 kB). */
    private static final int MOST = 60;
    private static final int LONGEST_NAME = 120;

    /** @param title the rule's name, and what it is on */
    public record Row(Badge badge, String title, String sentence, String url, List<AlertRow> together) {

        private static Row of(AlertNotification alert, Links links, Reader reader) {
            var words = reader.words();
            var rule = OneLine.of(alert.rule().name(), LONGEST_NAME);
            return new Row(
                    Badge.of(alert, reader),
                    new Named(words).where(alert).map(where -> words.on(rule, where)).orElse(rule),
                    new Sentence(reader).brief(alert),
                    links.alert(alert.alertId()),
                    alert.together().stream().map(companion -> AlertRow.of(companion, links, words)).toList());
        }
    }

    static DigestView of(Letter letter, String recipient, Links links, String unsubscribeUrl, Reader reader) {
        var digest = Digest.of(letter.notifications());
        var words = reader.words();
        var shown = Math.min(MOST, digest.alerts().size());
        return new DigestView(
                reader.language().toLanguageTag(),
                words.digest(digest.alerts().size(), OneLine.of(letter.first().accountGroupName(), LONGEST_NAME)),
                words.digestCounts(digest.open(), digest.cleared()),
                letter.takeover() == null ? words.digestTogether() : takeover(letter.takeover(), reader),
                Badge.of(digest.mostUrgent(), reader).colour(),
                digest.alerts().stream().limit(shown).map(alert -> Row.of(alert, links, reader)).toList(),
                digest.alerts().size() - shown,
                links.list(),
                unsubscribeUrl,
                recipient);
    }

    private static String takeover(Letter.Takeover takeover, Reader reader) {
        return reader.words()
                .digestStorm(takeover.notifications(), reader.time(takeover.since()), takeover.calm(),
                        reader.duration(takeover.window()), reader.time(takeover.singlesAgain()));
    }
}

package io.tocsin.notifier.mail;

import java.util.List;

import io.tocsin.model.message.AlertNotification;
import io.tocsin.model.message.AlertNotification.Kind;

/**
 * What the templates of one alert show: texts of one line each, ready but for the escaping, which the templates do.
 *
 * @param language of the words, as HTML names it
 * @param notes the rule's own, line by line
 * @param test null for an alert of events
 * @param together other alerts which began with it
 */
public record AlertView(
        String language,
        boolean cleared,
        Badge badge,
        String rule,
        String sentence,
        SourceTable sources,
        List<Note> notes,
        String accountGroup,
        String expression,
        String alertUrl,
        String ruleUrl,
        String unsubscribeUrl,
        String recipient,
        TestedThing test,
        List<AlertRow> together) {

    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_EXPRESSION = 1000;

    /** @param unsubscribeUrl null when there is none */
    static AlertView of(AlertNotification notification, String recipient, Links links, String unsubscribeUrl, Reader reader,
            int maxSources) {
        return new AlertView(
                reader.language().toLanguageTag(),
                notification.kind() == Kind.CLEARED,
                Badge.of(notification, reader),
                OneLine.of(notification.rule().name(), LONGEST_NAME),
                new Sentence(reader).about(notification),
                SourceTable.of(notification, reader, maxSources),
                Note.of(notification.rule().message()),
                OneLine.of(notification.accountGroupName(), LONGEST_NAME),
                OneLine.of(notification.rule().expression(), LONGEST_EXPRESSION),
                links.alert(),
                links.rule(),
                unsubscribeUrl,
                recipient,
                TestedThing.of(notification.test(), links.test()),
                notification.together().stream().map(companion -> AlertRow.of(companion, links, reader.words())).toList());
    }
}

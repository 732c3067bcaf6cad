package io.tocsin.notifier.mail;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.tocsin.model.message.AlertNotification;

/**
 * The subject which all mails about one alert share. Mail programs thread by References, and several of them (Gmail, Outlook) only
 * when the subjects are equal but for {@code Re:}; so the state stands in the heading and never in the subject.
 */
@ApplicationScoped
public class Subjects {

    private static final String PREFIX = "[Tocsin] ";
    private static final int LONGEST_RULE = 120;
    private static final int LONGEST_GROUP = 80;

    private final Readers readers;

    Subjects(Readers readers) {
        this.readers = readers;
    }

    /**
     * Such as {@code [Tocsin] MAJOR: disk full on web-1 and 2 more}, of tests
     * {@code ... on shop, seen from Oslo and 2 more}, or {@code ... on shop and 2 more} where several alerts began together.
     */
    public String of(AlertNotification notification) {
        var reader = readers.of(notification.scope().organization());
        var named = new Named(reader.words());
        var rule = OneLine.of(notification.rule().name(), LONGEST_RULE);
        return PREFIX + reader.severity(notification.rule().severity()) + ": "
                + named.where(notification).map(where -> reader.words().on(rule, where)).orElse(rule);
    }

    /**
     * Such as {@code [Tocsin] 12 alerts in Web}, after a takeover {@code [Tocsin] Digest of 30 notifications since ...: 12 alerts in Web}.
     *
     * @param notifications of one account group
     * @param takeover null when no digest has taken over
     */
    public String of(List<AlertNotification> notifications, Letter.Takeover takeover) {
        var first = notifications.get(0);
        var reader = readers.of(first.scope().organization());
        var group = OneLine.of(first.accountGroupName(), LONGEST_GROUP);
        var alerts = reader.words().digest(Digest.of(notifications).alerts().size(), group);
        return PREFIX + (takeover == null
                ? alerts
                : reader.words().digestSubject(takeover.notifications(), reader.time(takeover.since()), alerts));
    }

    /** The same as an answer in the thread. */
    static String reply(String subject) {
        return "Re: " + subject;
    }
}

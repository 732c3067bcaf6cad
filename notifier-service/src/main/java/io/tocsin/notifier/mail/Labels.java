package io.tocsin.notifier.mail;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;

import io.tocsin.model.message.AlertNotification;

/** Marks for programs: which thread, which list, who needs no answer, how to get no more of it. */
final class Labels {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private Labels() {}

    static void thread(MimeMessage mail, Letter letter) throws MessagingException {
        if (letter.inReplyTo() != null) {
            mail.setHeader("In-Reply-To", letter.inReplyTo());
            mail.setHeader("References", letter.inReplyTo());
        }
    }

    /** No vacation answers (RFC 3834 §5, and Exchange's own word for it), filters by rule (RFC 2919). */
    static void describe(MimeMessage mail, Letter letter, String domain) throws MessagingException,
            UnsupportedEncodingException {
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", "All");
        mail.setHeader("List-Id", letter.isDigest() ? digestList(letter.first(), domain) : ruleList(letter.first(), domain));
        if (!letter.isDigest()) {
            describe(mail, letter.first());
        }
    }

    /** One click by RFC 8058 in programs, a page in browsers. Never folded: programs differ in how they read a folded URL. */
    static void unsubscribe(MimeMessage mail, String url) throws MessagingException {
        mail.setHeader("List-Unsubscribe", "<" + url + ">");
        mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    private static void describe(MimeMessage mail, AlertNotification notification) throws MessagingException {
        if (EventNotices.isOfEvent(notification)) {
            mail.setHeader("X-Tocsin-Event", notification.alertId().toString());
        } else {
            mail.setHeader("X-Tocsin-Alert", notification.alertId().toString());
            mail.setHeader("X-Tocsin-Rule", word(notification.rule().id()));
        }
        mail.setHeader("X-Tocsin-Severity", word(notification.rule().severity()));
        mail.setHeader("X-Tocsin-State", notification.kind().name().toLowerCase(Locale.ROOT));
    }

    private static String ruleList(AlertNotification notification, String domain) throws UnsupportedEncodingException {
        if (EventNotices.isOfEvent(notification)) {
            return list("Detected events", word(notification.rule().id()), domain);
        }
        return list(notification.rule().name(), "rule-" + word(notification.rule().id()), domain);
    }

    private static String digestList(AlertNotification notification, String domain) throws UnsupportedEncodingException {
        return list(notification.accountGroupName(), "account-group-" + word(notification.scope().accountGroup()), domain);
    }

    private static String list(String name, String id, String domain) throws UnsupportedEncodingException {
        var text = OneLine.of(name, 60).replaceAll("[\"\\\\<>]", "'");
        var phrase = text.chars().allMatch(c -> c < 128) ? '"' + text + '"' : MimeUtility.encodeWord(text, UTF_8, null);
        return MimeUtility.fold(9, phrase + " <" + id + "." + domain + ">");
    }

    /** Ids and such, reduced to what needs no quoting in a header. */
    private static String word(String text) {
        return OneLine.of(text, 60).replaceAll("[^A-Za-z0-9-]", "-");
    }
}

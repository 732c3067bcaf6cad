package io.tocsin.notifier.mail;

import io.tocsin.model.message.AlertNotification.Companion;

/** An alert which began with the one that a mail is about, each text one line. */
public record AlertRow(String title, String url) {

    static AlertRow of(Companion companion, Links links, MailWords words) {
        return new AlertRow(new Named(words).companion(companion), links.alert(companion.alertId()));
    }
}

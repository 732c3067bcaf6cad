package io.tocsin.notifier.mail;

import io.tocsin.model.message.AlertNotification;
import io.tocsin.model.message.AlertNotification.Kind;

/**
 * The state of an alert as a coloured word.
 *
 * @param was how loud it was before it cleared, empty while it is open
 */
public record Badge(String word, String colour, String was) {

    static Badge of(AlertNotification notification, Reader reader) {
        var severity = reader.severity(notification.rule().severity());
        return notification.kind() == Kind.CLEARED
                ? new Badge(reader.words().cleared(), Tone.CLEARED.colour(), reader.words().was(severity))
                : new Badge(severity, Tone.of(notification.rule().severity()).colour(), "");
    }
}

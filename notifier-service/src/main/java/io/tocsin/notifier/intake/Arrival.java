package io.tocsin.notifier.intake;

import java.util.List;

import io.tocsin.model.StorableText;
import io.tocsin.model.message.AlertNotification;

/**
 * A notification as its message brought it.
 *
 * @param payload the message's JSON
 */
record Arrival(AlertNotification notification, String payload, String traceParent) {

    /** Enough to show what was written where an address should stand, little enough for an index. */
    private static final int LONGEST_RECIPIENT = 320;

    /** Each once, as they can be stored. */
    List<String> recipients() {
        return notification.recipients()
                .stream()
                .map(Arrival::storable)
                .distinct()
                .toList();
    }

    private static String storable(String recipient) {
        var text = recipient.length() <= LONGEST_RECIPIENT ? recipient : recipient.substring(0, LONGEST_RECIPIENT);
        return StorableText.of(text);
    }
}

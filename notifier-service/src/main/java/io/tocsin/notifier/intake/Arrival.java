package io.tocsin.notifier.intake;

import java.util.List;
import java.util.stream.Stream;

import io.tocsin.model.StorableText;
import io.tocsin.model.message.AlertNotification;
import io.tocsin.notifier.integration.Told;

/**
 * A notification as its message brought it.
 *
 * @param payload the message's JSON
 * @param webhooks what its integrations stand for
 */
record Arrival(AlertNotification notification, String payload, String traceParent, List<Told> webhooks) {

    /** Enough to show what was written where an address should stand, little enough for an index. */
    private static final int LONGEST_RECIPIENT = 320;

    Arrival with(List<Told> resolved) {
        return new Arrival(notification, payload, traceParent, resolved);
    }

    /** Each once, as they can be stored. */
    List<Addressee> addressees() {
        return Stream.concat(
                notification.recipients().stream().map(Arrival::storable).map(Addressee::byMail),
                webhooks.stream().map(Told::text).map(Addressee::byWebhook))
                .distinct()
                .toList();
    }

    private static String storable(String recipient) {
        var text = recipient.length() <= LONGEST_RECIPIENT ? recipient : recipient.substring(0, LONGEST_RECIPIENT);
        return StorableText.of(text);
    }
}

package io.tocsin.notifier.bounce;

import java.util.UUID;

import io.tocsin.notifier.suppression.NoSuchMailbox;

/**
 * What a mail server reported of one delivery (RFC 3464 §2.3).
 *
 * @param messageId of the report, by which a repeated one is known
 * @param status such as {@code 5.1.1} (RFC 3463)
 * @param text the diagnostic of the last server, or what stands for it
 * @param server who reports
 */
record Report(UUID deliveryId, String messageId, Action action, String status, String text, String server) {

    boolean saysNoSuchMailbox() {
        return action == Action.FAILED && NoSuchMailbox.isMeantBy(status);
    }

    /** For people, in one line. */
    String said() {
        return text.startsWith(status) || text.contains(" " + status) ? text : status + " " + text;
    }
}

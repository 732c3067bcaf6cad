package io.tocsin.local.mailbox;

import java.time.Instant;
import java.util.List;

/**
 * A mail as a list of mails shows it.
 *
 * @param id names the mail in this mailbox; later mails have greater ids
 * @param envelope who sent it to whom by the words of the SMTP dialogue, which may differ from the headers
 * @param messageId with its angle brackets, null when the mail has none
 * @param references the mails before it in its thread, the first one first; {@code In-Reply-To} when there is nothing else
 * @param from as written, name and address
 * @param date when the sender says that it was written, null when it does not
 * @param preview the beginning of the text
 */
public record Mail(
        String id,
        Instant receivedAt,
        Envelope envelope,
        String messageId,
        String inReplyTo,
        List<String> references,
        String from,
        List<String> to,
        String subject,
        Instant date,
        String preview) {

    public record Envelope(String from, List<String> recipients) {}

    /** The same for all mails of one conversation. */
    public String thread() {
        if (!references.isEmpty()) {
            return references.get(0);
        }
        return messageId == null ? id : messageId;
    }
}

package io.tocsin.local.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Mails as JSON for the page and for scripts. */
final class MailJson {

    private MailJson() {}

    static Buffer list(List<Mail> mails) {
        var messages = new JsonArray();
        mails.forEach(mail -> messages.add(summary(mail)));
        return new JsonObject().put("total", mails.size()).put("messages", messages).toBuffer();
    }

    static Buffer content(MailContent content) {
        var headers = new JsonArray();
        content.headers()
                .forEach(
                        header -> headers.add(new JsonObject().put("name", header.name()).put("value", header.value())));
        return new JsonObject()
                .put("text", content.text())
                .put("html", content.html())
                .put("attachments", new JsonArray(content.attachments()))
                .put("headers", headers)
                .toBuffer();
    }

    private static JsonObject summary(Mail mail) {
        return new JsonObject()
                .put("id", mail.id())
                .put("thread", mail.thread())
                .put("receivedAt", mail.receivedAt().toString())
                .put("date", Optional.ofNullable(mail.date()).map(Instant::toString).orElse(null))
                .put("from", mail.from())
                .put("to", new JsonArray(mail.to()))
                .put("subject", mail.subject())
                .put("preview", mail.preview())
                .put("messageId", mail.messageId())
                .put("inReplyTo", mail.inReplyTo())
                .put("references", new JsonArray(mail.references()))
                .put("envelope", new JsonObject()
                        .put("from", mail.envelope().from())
                        .put("to", new JsonArray(mail.envelope().recipients())));
    }
}

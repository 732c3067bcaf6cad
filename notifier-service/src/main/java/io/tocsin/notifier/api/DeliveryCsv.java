package io.tocsin.notifier.api;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Deliveries as lines of a table (RFC 4180). */
final class DeliveryCsv {

    static final String HEADINGS = "id,createdAt,finishedAt,state,channel,recipient,alertId,ruleId,kind,subject,attempts,"
            + "replyCode,enhancedCode,replyText\r\n";

    private DeliveryCsv() {}

    static String line(DeliveryJson delivery) {
        var reply = delivery.lastReply() == null ? new DeliveryJson.ReplyJson(null, null, null) : delivery.lastReply();
        return Stream.of(delivery.id(), delivery.createdAt(), delivery.finishedAt(), delivery.state(), delivery.channel(),
                delivery.recipient(), delivery.alertId(), delivery.ruleId(), delivery.kind(), delivery.subject(),
                delivery.attemptCount(), reply.code(), reply.enhancedCode(), reply.text())
                .map(DeliveryCsv::cell)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    /** What a spreadsheet would take for a formula begins with an apostrophe. */
    private static String cell(Object value) {
        var text = value == null ? "" : value.toString();
        var harmless = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return harmless.matches("(?s).*[\",\\r\\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}

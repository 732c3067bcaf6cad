package io.tocsin.notifier.search;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import io.tocsin.notifier.search.DeliveryRecord.Attempt;
import io.tocsin.notifier.search.DeliveryRecord.Report;
import io.vertx.mutiny.sqlclient.Row;

/** Rows of {@link SearchStore}, read. */
final class DeliveryRows {

    private DeliveryRows() {}

    static DeliveryRecord delivery(Row row) {
        return new DeliveryRecord(
                row.getUUID("id"),
                row.getUUID("notification_id"),
                row.getUUID("alert_id"),
                row.getString("rule_id"),
                row.getString("kind"),
                row.getString("channel"),
                row.getString("recipient"),
                row.getString("state"),
                row.getString("suppressed_for"),
                row.getString("subject"),
                row.getString("message_id"),
                row.getString("in_reply_to"),
                row.getInteger("attempts"),
                instant(row, "created_at"),
                instant(row, "resent_at"),
                instant(row, "due_at"),
                instant(row, "finished_at"),
                row.getInteger("number") == null ? List.of() : List.of(attempt(row)),
                row.getString("action") == null ? List.of() : List.of(report(row)));
    }

    static Attempt attempt(Row row) {
        return new Attempt(
                row.getInteger("number"),
                instant(row, "started_at"),
                instant(row, "attempt_finished_at"),
                row.getString("outcome"),
                row.getString("stage"),
                row.getInteger("reply_code"),
                row.getString("enhanced_code"),
                row.getString("reply_text"),
                row.getString("relay"),
                row.getString("attempt_message_id"));
    }

    static Report report(Row row) {
        return new Report(
                instant(row, "received_at"),
                row.getString("action"),
                row.getString("status"),
                row.getString("report_text"),
                row.getString("server"));
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}

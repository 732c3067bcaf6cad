package io.tocsin.notifier.search;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.Scope;
import io.tocsin.notifier.search.DeliveryRecord.Attempt;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Reads deliveries; never writes. */
@ApplicationScoped
class SearchStore {

    private static final String DELIVERIES = """
            select delivery.*, notification.kind, notification.subject,
                   last.number, last.started_at, last.finished_at as attempt_finished_at, last.outcome, last.stage,
                   last.reply_code, last.enhanced_code, last.reply_text, last.relay
              from delivery
              join notification on notification.id = delivery.notification_id
              left join delivery_attempt last on last.delivery_id = delivery.id and last.number = delivery.attempts
             where delivery.organization = $1
               and delivery.account_group = $2
            """;

    private static final String BY_ID = DELIVERIES + " and delivery.id = $3";

    /** A filter which was not given is left out, so that each question gets the plan of its own index. */
    private static final String AFTER = " and (delivery.created_at, delivery.id) < ($3, $4)";
    private static final String OF_ALERT = """
             and delivery.alert_id = any (array(select $%1$d::uuid
                                                 union all
                                                select lead_alert_id from told_with where alert_id = $%1$d))
            """;
    private static final String OF_RECIPIENT = " and delivery.recipient = $";
    private static final String IN_STATE = " and delivery.state = $";
    private static final String NEWEST_FIRST = " order by delivery.created_at desc, delivery.id desc limit $5";

    private static final String ATTEMPTS = """
            select number, started_at, finished_at as attempt_finished_at, outcome, stage,
                   reply_code, enhanced_code, reply_text, relay
              from delivery_attempt
             where delivery_id = $1
             order by number
            """;

    private final Pool pool;

    SearchStore(Pool pool) {
        this.pool = pool;
    }

    Uni<List<DeliveryRecord>> list(DeliveryFilter filter, Place after, int limit) {
        var values = Tuple.of(filter.scope().organization(), filter.scope().accountGroup(),
                after.createdAt().atOffset(ZoneOffset.UTC), after.id(), limit);
        var sql = new StringBuilder(DELIVERIES).append(AFTER);
        filter.alertId().ifPresent(id -> sql.append(OF_ALERT.formatted(values.addUUID(id).size())));
        filter.recipient().ifPresent(address -> sql.append(OF_RECIPIENT).append(values.addString(address).size()));
        filter.state().ifPresent(state -> sql.append(IN_STATE).append(values.addString(state).size()));
        return pool.preparedQuery(sql.append(NEWEST_FIRST).toString())
                .execute(values)
                .map(rows -> all(rows, SearchStore::delivery));
    }

    Uni<Optional<DeliveryRecord>> find(Scope scope, UUID id) {
        return pool.preparedQuery(BY_ID)
                .execute(Tuple.of(scope.organization(), scope.accountGroup(), id))
                .map(rows -> all(rows, SearchStore::delivery).stream().findFirst());
    }

    Uni<List<Attempt>> attempts(UUID delivery) {
        return pool.preparedQuery(ATTEMPTS)
                .execute(Tuple.of(delivery))
                .map(rows -> all(rows, SearchStore::attempt));
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> reading) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(reading)
                .toList();
    }

    private static DeliveryRecord delivery(Row row) {
        return new DeliveryRecord(
                row.getUUID("id"),
                row.getUUID("notification_id"),
                row.getUUID("alert_id"),
                row.getString("kind"),
                row.getString("channel"),
                row.getString("recipient"),
                row.getString("state"),
                row.getString("subject"),
                row.getString("message_id"),
                row.getString("in_reply_to"),
                row.getInteger("attempts"),
                instant(row, "created_at"),
                instant(row, "due_at"),
                instant(row, "finished_at"),
                row.getInteger("number") == null ? List.of() : List.of(attempt(row)));
    }

    private static Attempt attempt(Row row) {
        return new Attempt(
                row.getInteger("number"),
                instant(row, "started_at"),
                instant(row, "attempt_finished_at"),
                row.getString("outcome"),
                row.getString("stage"),
                row.getInteger("reply_code"),
                row.getString("enhanced_code"),
                row.getString("reply_text"),
                row.getString("relay"));
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}

package io.tocsin.notifier.search;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.Scope;
import io.tocsin.notifier.search.DeliveryRecord.Attempt;
import io.tocsin.notifier.search.DeliveryRecord.Report;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Reads deliveries; never writes. */
@ApplicationScoped
class SearchStore {

    private static final String DELIVERIES = """
            select delivery.*, notification.kind, notification.subject, notification.rule_id,
                   last.number, last.started_at, last.finished_at as attempt_finished_at, last.outcome, last.stage,
                   last.reply_code, last.enhanced_code, last.reply_text, last.relay, last.message_id as attempt_message_id,
                   report.received_at, report.action, report.status, report.report_text, report.server
              from delivery
              join notification on notification.id = delivery.notification_id
              left join delivery_attempt last on last.delivery_id = delivery.id and last.number = delivery.attempts
              left join lateral (select *
                                   from delivery_report
                                  where delivery_report.delivery_id = delivery.id
                                  order by received_at desc
                                  limit 1) report on true
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
    private static final String OF_RULE = " and notification.rule_id = $";
    private static final String OF_RECIPIENT = " and delivery.recipient = $";
    private static final String ON_CHANNEL = " and delivery.channel = $";
    /** Words in the text, and not parameters: only then the planner sees that an index which holds no others will do. */
    private static final String IN_STATES = " and delivery.state in ('%s')";
    private static final String CREATED = " and delivery.created_at between $%d and $%d";
    private static final String NEWEST_FIRST = " order by delivery.created_at desc, delivery.id desc limit $5";

    private static final String ATTEMPTS = """
            select number, started_at, finished_at as attempt_finished_at, outcome, stage,
                   reply_code, enhanced_code, reply_text, relay, message_id as attempt_message_id
              from delivery_attempt
             where delivery_id = $1
             order by number
            """;

    private static final String REPORTS = """
            select received_at, action, status, report_text, server
              from delivery_report
             where delivery_id = $1
             order by received_at
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
        filter.ruleId().ifPresent(rule -> sql.append(OF_RULE).append(values.addString(rule).size()));
        filter.recipient().ifPresent(address -> sql.append(OF_RECIPIENT).append(values.addString(address).size()));
        filter.channel().ifPresent(channel -> sql.append(ON_CHANNEL).append(values.addString(channel).size()));
        filter.created()
                .ifPresent(range -> sql.append(CREATED.formatted(
                        values.addOffsetDateTime(range.start().atOffset(ZoneOffset.UTC)).size(),
                        values.addOffsetDateTime(range.end().atOffset(ZoneOffset.UTC)).size())));
        if (!filter.states().isEmpty()) {
            sql.append(IN_STATES.formatted(String.join("', '", filter.states())));
        }
        return pool.preparedQuery(sql.append(NEWEST_FIRST).toString())
                .execute(values)
                .map(rows -> rows.stream().map(DeliveryRows::delivery).toList());
    }

    Uni<Optional<DeliveryRecord>> find(Scope scope, UUID id) {
        return pool.preparedQuery(BY_ID)
                .execute(Tuple.of(scope.organization(), scope.accountGroup(), id))
                .map(rows -> rows.stream().map(DeliveryRows::delivery).findFirst());
    }

    Uni<List<Attempt>> attempts(UUID delivery) {
        return pool.preparedQuery(ATTEMPTS)
                .execute(Tuple.of(delivery))
                .map(rows -> rows.stream().map(DeliveryRows::attempt).toList());
    }

    Uni<List<Report>> reports(UUID delivery) {
        return pool.preparedQuery(REPORTS)
                .execute(Tuple.of(delivery))
                .map(rows -> rows.stream().map(DeliveryRows::report).toList());
    }
}

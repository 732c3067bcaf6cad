package io.tocsin.alerts.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.rule.Rule;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

@ApplicationScoped
class DueAlertStore {

    /** The rules in whose hands no evaluation is; those of the others come next time, if they are still due. */
    private static final String LOCK_RULES = """
            select id, organization, account_group, account_group_name, settings
              from alert_rule
             where id in (select rule_id
                            from alert
                           where state = 'open'
                             and due_at <= $1
                           order by due_at
                           limit $2)
             order by id
               for no key update skip locked
            """;

    private static final String CLEAR = """
            update alert
               set state = 'cleared',
                   ended_at = until
             where rule_id = any ($1::bigint[])
               and state = 'open'
               and due_at <= $2
            returning rule_id, id, started_at, until
            """;

    private final RuleMemoryStore rules;
    private final EvaluationConfig config;

    DueAlertStore(RuleMemoryStore rules, EvaluationConfig config) {
        this.rules = rules;
        this.config = config;
    }

    /** Clears alerts that are due, as many as fit into one transaction. */
    Uni<List<Announcement>> clear(SqlConnection transaction, Instant now) {
        return transaction.preparedQuery(LOCK_RULES)
                .execute(Tuple.of(Columns.time(now), config.clearBatch()))
                .map(this::byId)
                .chain(locked -> clear(transaction, locked, now));
    }

    private Uni<List<Announcement>> clear(SqlConnection transaction, Map<Long, Rule> locked, Instant now) {
        if (locked.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return transaction.preparedQuery(CLEAR)
                .execute(Tuple.tuple().addValue(locked.keySet().toArray(Long[]::new)).addValue(Columns.time(now)))
                .map(rows -> announcements(rows, locked));
    }

    private Map<Long, Rule> byId(RowSet<Row> rows) {
        var byId = new HashMap<Long, Rule>();
        rows.forEach(row -> byId.put(row.getLong("id"), rules.rule(row)));
        return byId;
    }

    private static List<Announcement> announcements(RowSet<Row> rows, Map<Long, Rule> rules) {
        var announcements = new ArrayList<Announcement>();
        rows.forEach(row -> announcements.add(Announcement.cleared(rules.get(row.getLong("rule_id")), row.getUUID("id"),
                Columns.instant(row, "started_at"), Columns.instant(row, "until"), null)));
        return announcements;
    }
}

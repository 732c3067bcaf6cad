package io.tocsin.alerts.result;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.evaluation.Columns;
import io.tocsin.alerts.evaluation.RuleMemoryStore;
import io.tocsin.alerts.rule.Rule;
import io.tocsin.model.Scope;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Open alerts of account groups which have suppression windows. */
@ApplicationScoped
class MutedAlertStore {

    /** An open alert, and whether it was muted so far. */
    record OpenAlert(UUID id, Rule rule, String test, Instant start, boolean suppressed) {}

    private static final String SCOPES = """
            select distinct a.organization, a.account_group
              from alert a
             where a.state = 'open'
               and a.test_id is not null
               and (a.suppressed or exists (select 1
                                              from alert_suppression_window w
                                             where (w.organization, w.account_group) = (a.organization, a.account_group)))
            """;

    /** Those which an evaluation holds come next time. */
    private static final String LOCK = """
            select a.id as alert_id, a.test_id, a.started_at, a.suppressed,
                   r.id, r.organization, r.account_group, r.account_group_name, r.settings
              from alert a
              join alert_rule r on r.id = a.rule_id
             where a.organization = $1
               and a.account_group = $2
               and a.state = 'open'
               and a.test_id is not null
             order by a.id
               for no key update of a skip locked
            """;

    private static final String MUTE = """
            update alert
               set suppressed = true
             where id = any ($1::uuid[])
            """;

    private static final String UNMUTE = """
            update alert
               set suppressed = false,
                   version = version + 1
             where id = any ($1::uuid[])
            """;

    private final RuleMemoryStore rules;

    MutedAlertStore(RuleMemoryStore rules) {
        this.rules = rules;
    }

    Uni<List<Scope>> scopes(SqlClient client) {
        return client.preparedQuery(SCOPES)
                .execute()
                .map(MutedAlertStore::scopes);
    }

    Uni<List<OpenAlert>> lock(SqlConnection transaction, Scope scope) {
        return transaction.preparedQuery(LOCK)
                .execute(Tuple.of(scope.organization(), scope.accountGroup()))
                .map(this::alerts);
    }

    Uni<Void> mute(SqlConnection transaction, List<OpenAlert> alerts) {
        return execute(transaction, MUTE, alerts);
    }

    Uni<Void> unmute(SqlConnection transaction, List<OpenAlert> alerts) {
        return execute(transaction, UNMUTE, alerts);
    }

    private static Uni<Void> execute(SqlConnection transaction, String sql, List<OpenAlert> alerts) {
        return alerts.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(sql).execute(Columns.of(alerts).ids(OpenAlert::id).tuple()).replaceWithVoid();
    }

    private static List<Scope> scopes(RowSet<Row> rows) {
        var scopes = new ArrayList<Scope>();
        rows.forEach(row -> scopes.add(new Scope(row.getString("organization"), row.getString("account_group"))));
        return scopes;
    }

    private List<OpenAlert> alerts(RowSet<Row> rows) {
        var alerts = new ArrayList<OpenAlert>();
        rows.forEach(row -> alerts.add(new OpenAlert(row.getUUID("alert_id"), rules.rule(row), row.getString("test_id"),
                Columns.instant(row, "started_at"), row.getBoolean("suppressed"))));
        return alerts;
    }
}

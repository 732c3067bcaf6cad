package io.tocsin.alerts.explanation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.evaluation.Columns;
import io.tocsin.alerts.rule.Rule;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

@ApplicationScoped
class OpenAlertStore {

    private static final String OPEN = """
            select a.id, coalesce(a.test_id, '') as test_id, a.target, a.started_at, a.suppressed,
                   array(select coalesce(s.name, s.source)
                           from alert_source s
                          where s.alert_id = a.id
                            and s.until > $5
                          order by s.started_at, s.source
                          limit 100) as violating
              from alert a
             where a.organization = $1
               and a.account_group = $2
               and a.rule_id = $3
               and a.state = 'open'
               and (a.test_id is null or a.test_id = any ($4::text[]))
            """;

    /** Those of the rule which are open: over events, and over these tests. */
    Uni<List<OpenAlert>> of(SqlConnection snapshot, Rule rule, Collection<String> tests, Instant now) {
        return snapshot.preparedQuery(OPEN)
                .execute(Tuple.of(rule.scope().organization(), rule.scope().accountGroup(), rule.id())
                        .addValue(tests.toArray(String[]::new))
                        .addValue(Columns.time(now)))
                .map(OpenAlertStore::alerts);
    }

    private static List<OpenAlert> alerts(RowSet<Row> rows) {
        var alerts = new ArrayList<OpenAlert>();
        rows.forEach(row -> alerts.add(new OpenAlert(row.getUUID("id").toString(),
                Columns.instant(row, "started_at").truncatedTo(ChronoUnit.SECONDS), row.getBoolean("suppressed"),
                List.of(row.getArrayOfStrings("violating")), row.getString("test_id"), row.getString("target"))));
        return alerts;
    }
}

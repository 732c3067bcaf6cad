package io.tocsin.alerts.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.message.AlertNotification.Source;
import io.tocsin.model.message.AlertNotification.Test;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Alerts as notifications tell of them. */
@ApplicationScoped
class ToldAlertStore {

    /** A mail that lists thousands of sources helps nobody; the alert itself has them all. */
    private static final int MOST = 100;

    private static final String FIRST = """
            select told.alert_id, a.test_id, a.test_name, coalesce(nullif(a.target_name, ''), nullif(a.target, '')) as target,
                   case a.alert_type when 'bgp' then 'monitor' else 'agent' end as seen_from,
                   coalesce(s.name, s.source) as source, s.source as source_id, s.started_at, s.until,
                   coalesce(s.metrics_at_start, a.metric || ': ' || s.number_at_start) as metrics_at_start,
                   coalesce(s.metrics_at_end, a.metric || ': ' || s.number_at_end) as metrics_at_end
              from unnest($1::uuid[]) as told(alert_id)
              join alert a on a.id = told.alert_id
             cross join lateral (select *
                                   from alert_source
                                  where alert_id = told.alert_id
                                  order by started_at, started_by, source
                                  limit $2) s
             order by s.started_at, s.started_by, s.source
            """;

    Uni<Map<UUID, ToldAlert>> read(SqlConnection transaction, List<UUID> alerts) {
        return transaction.preparedQuery(FIRST)
                .execute(Tuple.tuple().addValue(alerts.toArray(UUID[]::new)).addInteger(MOST))
                .map(ToldAlertStore::byAlert);
    }

    private static Map<UUID, ToldAlert> byAlert(RowSet<Row> rows) {
        var alerts = new HashMap<UUID, ToldAlert>();
        rows.forEach(row -> alerts.computeIfAbsent(row.getUUID("alert_id"), any -> new ToldAlert(test(row), new ArrayList<>()))
                .sources()
                .add(source(row)));
        return alerts;
    }

    private static Test test(Row row) {
        var id = row.getString("test_id");
        return id == null
                ? null
                : new Test(id, row.getString("test_name"), row.getString("target"), row.getString("seen_from"));
    }

    private static Source source(Row row) {
        return new Source(row.getString("source"), Columns.instant(row, "started_at"), row.getString("metrics_at_start"),
                Columns.instant(row, "until"), row.getString("metrics_at_end"), row.getString("source_id"));
    }
}

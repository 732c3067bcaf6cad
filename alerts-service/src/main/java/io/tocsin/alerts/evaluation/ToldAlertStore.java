package io.tocsin.alerts.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.message.AlertNotification.Source;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The sources of alerts as a notification tells of them. */
@ApplicationScoped
class ToldSourceStore {

    /** A mail that lists thousands of sources helps nobody; the alert itself has them all. */
    private static final int MOST = 100;

    private static final String FIRST = """
            select told.alert_id, coalesce(s.name, s.source) as source, s.started_at, s.until,
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

    /** By alert, the first sources in the order in which they began. */
    Uni<Map<UUID, List<Source>>> of(SqlConnection transaction, List<UUID> alerts) {
        return transaction.preparedQuery(FIRST)
                .execute(Tuple.tuple().addValue(alerts.toArray(UUID[]::new)).addInteger(MOST))
                .map(ToldSourceStore::byAlert);
    }

    private static Map<UUID, List<Source>> byAlert(RowSet<Row> rows) {
        var sources = new HashMap<UUID, List<Source>>();
        rows.forEach(row -> sources.computeIfAbsent(row.getUUID("alert_id"), any -> new ArrayList<>()).add(source(row)));
        return sources;
    }

    private static Source source(Row row) {
        return new Source(row.getString("source"), Columns.instant(row, "started_at"), row.getString("metrics_at_start"),
                Columns.instant(row, "until"), row.getString("metrics_at_end"));
    }
}

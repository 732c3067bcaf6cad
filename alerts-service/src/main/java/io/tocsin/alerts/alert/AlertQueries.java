package io.tocsin.alerts.alert;

import static io.tocsin.alerts.alert.AlertColumns.ALERTS_OF_SCOPE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.Scope;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Single alerts, and the sources of alerts. */
@ApplicationScoped
class AlertQueries {

    private static final String BY_NUMBER = ALERTS_OF_SCOPE + " and a.number = $4";

    private static final String BY_ID = ALERTS_OF_SCOPE + " and a.id = $4";

    private static final String SOURCES = """
            select s.alert_id, s.source, coalesce(s.name, s.source) as name, a.state = 'open' and s.until > $2 as violates,
                   s.started_at, least(s.until, coalesce(a.ended_at, s.until)) as ended_at,
                   coalesce(s.metrics_at_start, a.metric || ': ' || s.number_at_start) as metrics_at_start,
                   case when s.metrics_at_end is not null then s.metrics_at_end
                        when a.state = 'open' and s.until > $2 then null
                        else a.metric || ': ' || s.number_at_end
                   end as metrics_at_end
              from alert a
              join alert_source s on s.alert_id = a.id
             where a.id = any($1)
             order by s.started_at, s.started_by, s.source
            """;

    private final Pool pool;

    AlertQueries(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<Alert>> find(Scope scope, UUID id, Instant now) {
        return find(BY_ID, scope, id, now);
    }

    Uni<Optional<Alert>> find(Scope scope, long number, Instant now) {
        return find(BY_NUMBER, scope, number, now);
    }

    private Uni<Optional<Alert>> find(String sql, Scope scope, Object key, Instant now) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(scope.organization(), scope.accountGroup(), now.atOffset(ZoneOffset.UTC), key))
                .map(rows -> rows.stream().map(AlertColumns::alert).findFirst());
    }

    /** By alert, in the order in which they began. The alerts were found in their scope. */
    Uni<Map<UUID, List<AlertSource>>> sources(List<Alert> alerts, Instant now) {
        var ids = alerts.stream().map(Alert::id).toArray(UUID[]::new);
        return pool.preparedQuery(SOURCES)
                .execute(Tuple.of(ids, now.atOffset(ZoneOffset.UTC)))
                .map(AlertQueries::byAlert);
    }

    private static Map<UUID, List<AlertSource>> byAlert(RowSet<Row> rows) {
        var sources = new HashMap<UUID, List<AlertSource>>();
        rows.forEach(row -> sources.computeIfAbsent(row.getUUID("alert_id"), id -> new ArrayList<>())
                .add(AlertColumns.source(row)));
        return sources;
    }
}

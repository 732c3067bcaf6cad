package io.tocsin.alerts.alert;

import java.time.Instant;
import java.time.OffsetDateTime;
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

@ApplicationScoped
class ReportQueries {

    private static final String ALERTS = """
            select a.id, a.number, a.rule_id, a.alert_type, a.severity, a.state, a.started_at, a.ended_at,
                   a.test_id, a.test_name, a.target, a.target_name, a.suppressed, a.version
              from alert a
             where a.organization = $1
               and a.account_group = $2
            """;

    private static final String PAGE = """
               and (a.started_at, a.id) < ($5, $6)
             order by a.started_at desc, a.id desc
             limit $7
            """;

    private static final String ACTIVE = ALERTS + """
               and a.state = 'open'
               and a.started_at between $3 and $4
            """ + PAGE;

    private static final String CLEARED = ALERTS + """
               and a.ended_at between $3 and $4
            """ + PAGE;

    private static final String BOTH = ALERTS + """
               and (a.ended_at between $3 and $4 or a.state = 'open' and a.started_at <= $4)
            """ + PAGE;

    private static final String BY_NUMBER = ALERTS + """
               and a.number = $3
            """;

    private static final String BY_ID = ALERTS + """
               and a.id = $3
            """;

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

    /** After this place every list begins. */
    private static final AlertPlace TOP = new AlertPlace(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1));

    private final Pool pool;

    ReportQueries(Pool pool) {
        this.pool = pool;
    }

    Uni<List<AlertReport>> list(Scope scope, AlertFilter filter, Optional<AlertPlace> after, int max) {
        var place = after.orElse(TOP);
        var parameters = scoped(scope)
                .addValue(time(filter.from()))
                .addValue(time(filter.to()))
                .addValue(time(place.startedAt()))
                .addUUID(place.id())
                .addInteger(max);
        return pool.preparedQuery(sql(filter.selection()))
                .execute(parameters)
                .map(ReportQueries::alerts);
    }

    private static String sql(AlertFilter.Selection selection) {
        return switch (selection) {
            case ACTIVE -> ACTIVE;
            case CLEARED -> CLEARED;
            case BOTH -> BOTH;
        };
    }

    Uni<List<AlertReport>> find(Scope scope, long number) {
        return pool.preparedQuery(BY_NUMBER)
                .execute(scoped(scope).addLong(number))
                .map(ReportQueries::alerts);
    }

    Uni<List<AlertReport>> find(Scope scope, UUID id) {
        return pool.preparedQuery(BY_ID)
                .execute(scoped(scope).addUUID(id))
                .map(ReportQueries::alerts);
    }

    /** By alert. The alerts were found in their scope. */
    Uni<Map<UUID, List<AlertReport.Source>>> sources(List<AlertReport> alerts, Instant now) {
        var ids = alerts.stream().map(AlertReport::id).toArray(UUID[]::new);
        return pool.preparedQuery(SOURCES)
                .execute(Tuple.of(ids, time(now)))
                .map(ReportQueries::sources);
    }

    private static List<AlertReport> alerts(RowSet<Row> rows) {
        var alerts = new ArrayList<AlertReport>(rows.size());
        rows.forEach(row -> alerts.add(ReportColumns.alert(row)));
        return alerts;
    }

    private static Map<UUID, List<AlertReport.Source>> sources(RowSet<Row> rows) {
        var sources = new HashMap<UUID, List<AlertReport.Source>>();
        rows.forEach(row -> sources.computeIfAbsent(row.getUUID("alert_id"), id -> new ArrayList<>())
                .add(ReportColumns.source(row)));
        return sources;
    }

    private static Tuple scoped(Scope scope) {
        return Tuple.of(scope.organization(), scope.accountGroup());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

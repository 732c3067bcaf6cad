package io.tocsin.alerts.alert;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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
class AlertQueries {

    private static final String ALERTS = """
            select a.id, a.rule_id, a.alert_type, a.severity, a.started_at, a.ended_at,
                   a.test_id, a.test_name, a.target, a.target_name, a.suppressed, a.version,
                   case when a.state = 'open'
                        then (select count(*)::int from alert_source s where s.alert_id = a.id and s.until > $3)
                        else 0
                   end as violating
              from alert a
             where a.organization = $1
               and a.account_group = $2
            """;

    private static final String PAGE = """
               and (a.started_at, a.id) < ($6, $7)
             order by a.started_at desc, a.id desc
             limit $8
            """;

    private static final String ACTIVE = ALERTS + """
               and a.state = 'open'
               and a.started_at between $4 and $5
            """ + PAGE;

    private static final String CLEARED = ALERTS + """
               and a.ended_at between $4 and $5
            """ + PAGE;

    private static final String BOTH = ALERTS + """
               and (a.ended_at between $4 and $5 or a.state = 'open' and a.started_at <= $5)
            """ + PAGE;

    private static final String ONE = ALERTS + """
               and a.id = $4
            """;

    private static final String SOURCES = """
            select s.source, coalesce(s.name, s.source) as name, s.until > $2 as violates,
                   coalesce(s.metrics_at_start, a.metric || ': ' || s.number_at_start) as metrics_at_start,
                   coalesce(s.metrics_at_end, a.metric || ': ' || s.number_at_end) as metrics_at_end
              from alert a
              join alert_source s on s.alert_id = a.id
             where a.id = $1
             order by s.started_at, s.started_by, s.source
            """;

    /** After this place every list begins. */
    private static final AlertPlace TOP = new AlertPlace(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1));

    private final Pool pool;

    AlertQueries(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Alert>> list(Scope scope, AlertFilter filter, Optional<AlertPlace> after, int max, Instant now) {
        var place = after.orElse(TOP);
        var parameters = scoped(scope, now)
                .addValue(time(filter.from()))
                .addValue(time(filter.to()))
                .addValue(time(place.startedAt()))
                .addUUID(place.id())
                .addInteger(max);
        return pool.preparedQuery(sql(filter.selection()))
                .execute(parameters)
                .map(AlertQueries::alerts);
    }

    private static String sql(AlertFilter.Selection selection) {
        return switch (selection) {
            case ACTIVE -> ACTIVE;
            case CLEARED -> CLEARED;
            case BOTH -> BOTH;
        };
    }

    Uni<Optional<Alert>> find(Scope scope, UUID id, Instant now) {
        return pool.preparedQuery(ONE)
                .execute(scoped(scope, now).addUUID(id))
                .map(rows -> alerts(rows).stream().findFirst());
    }

    Uni<List<AlertSource>> sources(Alert alert, Instant now) {
        return pool.preparedQuery(SOURCES)
                .execute(Tuple.of(alert.id(), time(now)))
                .map(rows -> sources(rows, alert.isActive()));
    }

    private static Tuple scoped(Scope scope, Instant now) {
        return Tuple.of(scope.organization(), scope.accountGroup(), time(now));
    }

    private static List<Alert> alerts(RowSet<Row> rows) {
        var alerts = new ArrayList<Alert>(rows.size());
        rows.forEach(row -> alerts.add(alert(row)));
        return alerts;
    }

    private static Alert alert(Row row) {
        var endedAt = row.getOffsetDateTime("ended_at");
        return new Alert(row.getUUID("id"), row.getLong("rule_id"), row.getString("alert_type"), row.getString("severity"),
                row.getOffsetDateTime("started_at").toInstant(), endedAt == null ? null : endedAt.toInstant(),
                row.getInteger("violating"), row.getBoolean("suppressed"), row.getInteger("version"), test(row));
    }

    private static TestOfAlert test(Row row) {
        var id = row.getString("test_id");
        return id == null
                ? null
                : new TestOfAlert(id, row.getString("test_name"), row.getString("target"), row.getString("target_name"));
    }

    private static List<AlertSource> sources(RowSet<Row> rows, boolean active) {
        var sources = new ArrayList<AlertSource>(rows.size());
        rows.forEach(row -> sources.add(source(row, active)));
        return sources;
    }

    private static AlertSource source(Row row, boolean active) {
        return new AlertSource(row.getString("source"), row.getString("name"), active && row.getBoolean("violates"),
                row.getString("metrics_at_start"), row.getString("metrics_at_end"));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

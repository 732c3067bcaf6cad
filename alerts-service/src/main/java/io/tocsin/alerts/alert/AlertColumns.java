package io.tocsin.alerts.alert;

import java.time.Instant;
import java.util.Locale;

import io.vertx.mutiny.sqlclient.Row;

/** What is read of alerts and their sources, and what it says. */
final class AlertColumns {

    /** Behind it more conditions may stand. The present is {@code $3}. */
    static final String ALERTS_OF_SCOPE = """
            select a.id, a.number, a.rule_id, a.alert_type, a.severity, a.state, a.started_at, a.ended_at,
                   a.test_id, a.test_name, a.target, a.target_name, a.suppressed, a.version,
                   case when a.state = 'open'
                        then (select count(*)::int from alert_source s where s.alert_id = a.id and s.until > $3)
                        else 0
                   end as violating
              from alert a
             where a.organization = $1
               and a.account_group = $2
            """;

    private AlertColumns() {}

    static Alert alert(Row row) {
        return new Alert(row.getUUID("id"), row.getLong("number"), row.getLong("rule_id"), row.getString("alert_type"),
                row.getString("severity"), Alert.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                time(row, "started_at"), time(row, "ended_at"), row.getInteger("violating"), row.getBoolean("suppressed"),
                row.getInteger("version"), test(row));
    }

    private static TestOfAlert test(Row row) {
        var id = row.getString("test_id");
        return id == null
                ? null
                : new TestOfAlert(id, row.getString("test_name"), row.getString("target"), row.getString("target_name"));
    }

    static AlertSource source(Row row) {
        var violates = row.getBoolean("violates");
        return new AlertSource(row.getString("source"), row.getString("name"), violates, time(row, "started_at"),
                violates ? null : time(row, "ended_at"), row.getString("metrics_at_start"), row.getString("metrics_at_end"));
    }

    private static Instant time(Row row, String column) {
        var time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}

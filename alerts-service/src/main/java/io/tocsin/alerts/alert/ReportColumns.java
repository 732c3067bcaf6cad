package io.tocsin.alerts.alert;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.vertx.mutiny.sqlclient.Row;

/** From rows of {@link ReportQueries} to what they say. */
final class ReportColumns {

    private ReportColumns() {}

    /** Its sources are in rows of their own. */
    static AlertReport alert(Row row) {
        return new AlertReport(row.getUUID("id"), row.getLong("number"), row.getLong("rule_id"), row.getString("alert_type"),
                row.getString("severity"), AlertReport.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                time(row, "started_at"), time(row, "ended_at"), row.getString("test_id"), row.getString("test_name"),
                row.getString("target"), row.getString("target_name"), row.getBoolean("suppressed"), row.getInteger("version"),
                List.of());
    }

    static AlertReport with(AlertReport alert, List<AlertReport.Source> sources) {
        return new AlertReport(alert.id(), alert.number(), alert.ruleId(), alert.type(), alert.severity(), alert.state(),
                alert.startedAt(), alert.endedAt(), alert.testId(), alert.testName(), alert.target(), alert.targetName(), alert
                        .suppressed(), alert.version(),
                sources);
    }

    static AlertReport.Source source(Row row) {
        var violates = row.getBoolean("violates");
        return new AlertReport.Source(row.getString("source"), row.getString("name"), violates, time(row, "started_at"),
                violates ? null : time(row, "ended_at"), row.getString("metrics_at_start"), row.getString("metrics_at_end"));
    }

    private static Instant time(Row row, String column) {
        var time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}

package io.tocsin.benchmarks.mail;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

import io.tocsin.benchmarks.workbench.Report;
import io.tocsin.benchmarks.workbench.ServiceDatabase;

/**
 * Where the time goes between an event and the reply of the mail server, by the times which the services wrote down. An alert is open
 * when alerts-service made its notification, in the transaction which opened it; the id of the notification says when, to the
 * millisecond.
 */
final class Stations {

    private static final String TIMES = """
            with mail as (
                select (n.payload ->> 'startedAt')::timestamptz as received,
                       uuid_extract_timestamp(n.id) as opened,
                       d.created_at as accepted,
                       a.started_at as begun,
                       a.finished_at as ended
                  from notification n
                  join delivery d on d.notification_id = n.id
                  join delivery_attempt a on a.delivery_id = d.id and a.number = 1
                 where n.created_at between ? and ?
                   and a.finished_at is not null
            ), span as (
                select 1 as line, 'event stored to alert opened' as name, opened - received as time from mail
                union all select 2, 'alert opened to notifier', accepted - opened from mail
                union all select 3, 'notifier to attempt', begun - accepted from mail
                union all select 4, 'attempt to reply', ended - begun from mail
                union all select 5, 'alert opened to reply', ended - opened from mail
            )
            select name,
                   1000 * extract(epoch from percentile_disc(0.5) within group (order by time)),
                   1000 * extract(epoch from percentile_disc(0.99) within group (order by time)),
                   count(*)
              from span
             group by line, name
             order by line
            """;

    private Stations() {}

    /** @param p50 milliseconds */
    record FromOpened(double p50, double p99) {}

    /** Prints every station, and returns the way from the open alert to the reply. */
    static FromOpened report(ServiceDatabase notifications, Instant from, Instant until) throws SQLException {
        var last = new FromOpened(Double.NaN, Double.NaN);
        try (var connection = DriverManager.getConnection(notifications.jdbcUrl(), notifications.user(), notifications
                .password());
                var statement = connection.prepareStatement(TIMES)) {
            statement.setTimestamp(1, Timestamp.from(from));
            statement.setTimestamp(2, Timestamp.from(until));
            var rows = statement.executeQuery();
            while (rows.next()) {
                last = new FromOpened(rows.getDouble(2), rows.getDouble(3));
                Report.line("", "%-30s p50 %6.1f ms  p99 %6.1f ms; %d mails".formatted(rows.getString(1), last.p50(), last
                        .p99(),
                        rows.getInt(4)));
            }
        }
        return last;
    }
}

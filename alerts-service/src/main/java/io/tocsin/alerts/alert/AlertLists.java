package io.tocsin.alerts.alert;

import static io.tocsin.alerts.alert.AlertColumns.ALERTS_OF_SCOPE;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.Scope;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Lists of alerts, the latest starts first. Those which began in the time asked for are read along the index of starts, however long
 * that time is. Only when they do not fill the page, those which began before are asked for, found along the index of ends (and told
 * to be found first, so that no plan looks for them among all starts): then the time holds few alerts. So no list reads alerts of
 * other times, of which there may be millions.
 */
@ApplicationScoped
class AlertLists {

    private static final String PAGE = """
               and (a.started_at, a.id) < ($6, $7)
             order by a.started_at desc, a.id desc
             limit $8
            """;

    private static final String ACTIVE = ALERTS_OF_SCOPE + """
               and a.state = 'open'
               and a.started_at between $4 and $5
            """ + PAGE;

    private static final String CLEARED_BEGUN_WITHIN = ALERTS_OF_SCOPE + """
               and a.started_at between $4 and $5
               and a.ended_at <= $5
            """ + PAGE;

    private static final String CLEARED_BEGUN_BEFORE = ALERTS_OF_SCOPE + """
               and a.id = any(array(
                   select ended.id from alert ended
                    where ended.organization = $1 and ended.account_group = $2
                      and ended.ended_at between $4 and $5 and ended.started_at < $4))
            """ + PAGE;

    private static final String BOTH_BEGUN_WITHIN = ALERTS_OF_SCOPE + """
               and a.started_at between $4 and $5
               and (a.ended_at <= $5 or a.state = 'open')
            """ + PAGE;

    private static final String BOTH_BEGUN_BEFORE = ALERTS_OF_SCOPE + """
               and a.id = any(array(
                   select ended.id from alert ended
                    where ended.organization = $1 and ended.account_group = $2
                      and ended.ended_at between $4 and $5 and ended.started_at < $4
                   union all
                   select open.id from alert open
                    where open.organization = $1 and open.account_group = $2
                      and open.state = 'open' and open.started_at < $4))
            """ + PAGE;

    /** After this place every list begins. */
    private static final AlertPlace TOP = new AlertPlace(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1));

    private final Pool pool;

    AlertLists(Pool pool) {
        this.pool = pool;
    }

    /** @param after the last one of the page before; {@link #top()} for the first page */
    Uni<List<Alert>> list(Scope scope, AlertFilter filter, AlertPlace after, int max, Instant now) {
        var asked = new Asked(scope, filter, after, max, now);
        return switch (filter.selection()) {
            case ACTIVE -> list(ACTIVE, asked);
            case CLEARED -> list(CLEARED_BEGUN_WITHIN, CLEARED_BEGUN_BEFORE, asked);
            case BOTH -> list(BOTH_BEGUN_WITHIN, BOTH_BEGUN_BEFORE, asked);
        };
    }

    static AlertPlace top() {
        return TOP;
    }

    private Uni<List<Alert>> list(String begunWithin, String begunBefore, Asked asked) {
        if (asked.after().startedAt().isBefore(asked.filter().from())) {
            return list(begunBefore, asked);
        }
        return list(begunWithin, asked)
                .chain(first -> first.size() == asked.max()
                        ? Uni.createFrom().item(first)
                        : filledUp(first, begunBefore, asked));
    }

    private Uni<List<Alert>> filledUp(List<Alert> first, String begunBefore, Asked asked) {
        return list(begunBefore, asked.butOnly(asked.max() - first.size()))
                .map(rest -> joined(first, rest));
    }

    private Uni<List<Alert>> list(String sql, Asked asked) {
        return pool.preparedQuery(sql)
                .execute(asked.parameters())
                .map(AlertLists::alerts);
    }

    private static List<Alert> alerts(RowSet<Row> rows) {
        return rows.stream().map(AlertColumns::alert).toList();
    }

    private static List<Alert> joined(List<Alert> first, List<Alert> rest) {
        var all = new ArrayList<>(first);
        all.addAll(rest);
        return all;
    }

    private record Asked(Scope scope, AlertFilter filter, AlertPlace after, int max, Instant now) {

        Asked butOnly(int fewer) {
            return new Asked(scope, filter, after, fewer, now);
        }

        Tuple parameters() {
            return Tuple.of(scope.organization(), scope.accountGroup(), time(now))
                    .addValue(time(filter.from()))
                    .addValue(time(filter.to()))
                    .addValue(time(after.startedAt()))
                    .addUUID(after.id())
                    .addInteger(max);
        }

        private static OffsetDateTime time(Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
    }
}

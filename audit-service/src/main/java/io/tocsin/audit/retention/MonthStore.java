package io.tocsin.audit.retention;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

@ApplicationScoped
class MonthStore {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMM");

    private static final String OPEN = "select open_user_event_partitions($1, $2)";
    private static final String DROP = "select drop_user_event_partition($1)";

    private static final String MONTHS = """
            select right(inhrelid::regclass::text, 6)
              from pg_inherits
             where inhparent = 'user_event'::regclass
             order by 1
            """;

    private static final String LAST_ENTRIES = """
            select organization, max(number)
              from user_event
             where recorded_at >= $1
               and recorded_at < $2
             group by organization
            """;

    private final Pool pool;

    MonthStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> open(Instant from, Instant until) {
        return pool.preparedQuery(OPEN)
                .execute(Tuple.of(from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** The oldest first. */
    Uni<List<YearMonth>> months() {
        return pool.query(MONTHS)
                .execute()
                .map(rows -> rows.stream().map(row -> YearMonth.parse(row.getString(0), NAME)).toList());
    }

    /** The last entry of each organization in this month. */
    Uni<Map<String, Long>> lastEntries(YearMonth month) {
        return pool.preparedQuery(LAST_ENTRIES)
                .execute(Tuple.of(start(month), start(month.plusMonths(1))))
                .map(rows -> {
                    var last = new LinkedHashMap<String, Long>();
                    rows.forEach(row -> last.put(row.getString(0), row.getLong(1)));
                    return last;
                });
    }

    /** Fails when the database finds that it is too early, or that a signed head does not cover it. */
    Uni<Void> drop(SqlConnection transaction, YearMonth month) {
        return transaction.preparedQuery(DROP).execute(Tuple.of(NAME.format(month))).replaceWithVoid();
    }

    static OffsetDateTime start(YearMonth month) {
        return month.atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC);
    }
}

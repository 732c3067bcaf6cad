package io.tocsin.audit.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tocsin.audit.trail.Announcement;
import io.tocsin.audit.trail.AuditTrail;
import io.tocsin.model.AccountGroup;
import io.tocsin.model.Editor;
import io.tocsin.model.User;
import io.tocsin.model.message.UserEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Opens the months to come, and drops those whose time is over; the log says so, in the transaction which drops. */
@ApplicationScoped
class Retention {

    private static final Duration AHEAD = Duration.ofDays(62);
    private static final User TOCSIN = new User("tocsin", "Tocsin", "-");
    private static final AccountGroup ALL = new AccountGroup("0", "All account groups");

    private final MonthStore months;
    private final AuditTrail trail;
    private final RetentionConfig config;
    private final Pool pool;
    private final Clock clock;

    Retention(MonthStore months, AuditTrail trail, RetentionConfig config, Pool pool, Clock clock) {
        this.months = months;
        this.trail = trail;
        this.config = config;
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Void> openAhead() {
        var now = clock.instant();
        return months.open(now, now.plus(AHEAD));
    }

    Uni<Void> dropExpired() {
        var limit = clock.instant().minus(config.keep());
        return months.months()
                .map(all -> all.stream().filter(month -> isOver(month, limit)).toList())
                .chain(this::dropEach);
    }

    private static boolean isOver(YearMonth month, Instant limit) {
        return !MonthStore.start(month.plusMonths(1)).toInstant().isAfter(limit);
    }

    private Uni<Void> dropEach(List<YearMonth> expired) {
        return Multi.createFrom()
                .iterable(expired)
                .onItem()
                .transformToUniAndConcatenate(this::drop)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> drop(YearMonth month) {
        return months.lastEntries(month)
                .chain(last -> pool.withTransaction(transaction -> drop(transaction, month, last)))
                .invoke(() -> Log.infof("retention: dropped the entries recorded in %s", month));
    }

    private Uni<Void> drop(SqlConnection transaction, YearMonth month, Map<String, Long> last) {
        return Multi.createFrom()
                .iterable(last.entrySet())
                .onItem()
                .transformToUniAndConcatenate(entries -> announce(transaction, entries.getKey(), entries.getValue()))
                .onItem()
                .ignoreAsUni()
                .chain(() -> months.drop(transaction, month));
    }

    private Uni<Void> announce(SqlConnection transaction, String organization, long lastEntry) {
        return trail.announce(transaction, event(organization), new Announcement.Expired(lastEntry));
    }

    private UserEvent event(String organization) {
        return UserEvent.by(new Editor(organization, ALL, TOCSIN, null), clock.instant(), "Audit log entries expired.", List
                .of(),
                null);
    }
}

package io.tocsin.alerts.alert;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

/** Counts the open alerts for {@link AlertCounters}, by an index which holds nothing else. */
@ApplicationScoped
class AlertCensus {

    private static final String OPEN = """
            select count(*) as open
              from alert
             where state = 'open'
            """;

    private final Pool pool;
    private final AlertCounters counters;

    AlertCensus(Pool pool, AlertCounters counters) {
        this.pool = pool;
        this.counters = counters;
    }

    @Scheduled(identity = "alert census", every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> count() {
        return pool.preparedQuery(OPEN)
                .execute()
                .invoke(rows -> counters.nowOpen(rows.iterator().next().getLong("open")))
                .onFailure()
                .invoke(failure -> Log.debugf("alert census: will count again at its next tick: %s", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}

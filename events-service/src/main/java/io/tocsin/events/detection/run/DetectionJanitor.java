package io.tocsin.events.detection.run;

import java.time.Clock;
import java.time.ZoneOffset;

import jakarta.inject.Singleton;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Forgets detected events which ended long ago. They are few; whichever replica comes first does it. */
@Singleton
class DetectionJanitor {

    private static final String FORGET = """
            delete from detected_event
             where (organization, id) in (select organization, id
                                            from detected_event
                                           where ended_at < $1
                                           limit 1000
                                             for update skip locked)
            """;

    private final Pool pool;
    private final DetectionConfig config;
    private final Clock clock;

    DetectionJanitor(Pool pool, DetectionConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> tidy() {
        return forget()
                .onFailure()
                .invoke(failure -> Log.warnf("detection: old events stay for now, trying again in an hour: cause=%s", failure))
                .onFailure()
                .recoverWithNull();
    }

    /** Those which ended before they are kept. */
    Uni<Void> forget() {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of(clock.instant().minus(config.keep()).atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}

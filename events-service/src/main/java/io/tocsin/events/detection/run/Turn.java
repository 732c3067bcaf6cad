package io.tocsin.events.detection.run;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.detection.flow.Observation;
import io.tocsin.events.detection.lease.Lease;
import io.tocsin.events.result.Minutes;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;

/**
 * One organization, brought up to date: what is new is read, the minutes concerned are judged, what follows is written. Judging is
 * computing, and happens on a thread of its own.
 */
@Singleton
class Turn {

    private static final long LONGEST_MINUTES = 10;
    private static final Duration LONG_OVER = Duration.ofDays(2);

    private final Stores stores;
    private final OutcomeWriter writer;
    private final DetectionConfig config;
    private final Clock clock;
    private final WorkerExecutor thread;

    Turn(Stores stores, OutcomeWriter writer, DetectionConfig config, Clock clock, Vertx vertx) {
        this.stores = stores;
        this.writer = writer;
        this.config = config;
        this.clock = clock;
        this.thread = vertx.createSharedWorkerExecutor("detection", 1, LONGEST_MINUTES, TimeUnit.MINUTES);
    }

    /** The last minute of which all results should be there. */
    int target() {
        return Minutes.of(clock.instant().minus(config.settle())) - 1;
    }

    /** What another holder left. */
    Uni<Desk> takeOver(Lease lease) {
        var organization = lease.organization();
        return stores.progress()
                .progress(organization)
                .chain(progress -> stores.progress()
                        .checkpoints(organization)
                        .chain(checkpoints -> stores.told()
                                .since(organization, clock.instant().minus(LONG_OVER))
                                .chain(told -> work(() -> Desk.of(lease, config.settings(), progress, checkpoints, told)))));
    }

    /** Fails as the database does, or with {@code LeaseLost}; then the desk is of no use any more. */
    Uni<Void> run(Desk desk) {
        var target = target();
        return stores.progress()
                .news(desk.organization())
                .chain(news -> work(() -> hear(desk, news, target)))
                .chain(news -> desk.isBegun() && desk.next() <= target
                        ? judge(desk, target).chain(() -> write(desk, news))
                        : Uni.createFrom().voidItem());
    }

    private static News hear(Desk desk, News news, int target) {
        desk.hear(news, target);
        return news;
    }

    private Uni<Void> judge(Desk desk, int target) {
        var pace = new Pace(config.batchSize());
        return Uni.createFrom()
                .deferred(() -> step(desk, target, pace))
                .repeat()
                .whilst(next -> next <= target)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> step(Desk desk, int target, Pace pace) {
        var first = desk.next();
        var last = Math.min(target, first + pace.minutes() - 1);
        return stores.results()
                .ofMinutes(desk.organization(), first, last, Observation::of)
                .invoke(found -> pace.saw(found.size(), last - first + 1))
                .chain(found -> work(() -> judge(desk, last, target, found)));
    }

    private static int judge(Desk desk, int last, int target, Collection<Observation> observations) {
        desk.judge(last, target, observations);
        return desk.next();
    }

    private Uni<Void> write(Desk desk, News news) {
        return work(() -> desk.outcome(news, (int) config.recent().toMinutes(), clock.instant()))
                .chain(writer::write);
    }

    private <T> Uni<T> work(Callable<T> computing) {
        return thread.executeBlocking(computing, true);
    }

    @PreDestroy
    void close() {
        thread.close().subscribe().with(done -> {}, failure -> {});
    }
}

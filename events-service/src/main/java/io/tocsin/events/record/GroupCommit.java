package io.tocsin.events.record;

import java.util.List;
import java.util.concurrent.TimeoutException;

import jakarta.inject.Singleton;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.tocsin.events.commit.CommitLoop;
import io.tocsin.events.commit.CommitRules;
import io.tocsin.events.postgres.DatabaseUnavailable;
import io.tocsin.events.receipt.Tolerance;
import io.tocsin.model.Event;
import io.vertx.core.Vertx;

/** Events of many callers share commits. */
@Startup
@Singleton
class GroupCommit {

    private final IngestMetrics metrics;
    private final CommitLoop<Submission> loop;

    GroupCommit(Vertx vertx, BatchWriter writer, IngestConfig config, IngestMetrics metrics) {
        this.metrics = metrics;
        this.loop = new CommitLoop<>(vertx, rules(config), writer::write);
        metrics.watchQueue(loop);
    }

    private static CommitRules rules(IngestConfig config) {
        return new CommitRules(config.batchSize(), config.batchesInFlight(), config.queueCapacity(), config.patience());
    }

    /**
     * All rows in one commit, or none. Fails with {@link EventRefused}, or with {@link DatabaseUnavailable} when nothing was heard
     * within the caller's patience.
     */
    Uni<List<Event>> submit(List<EventRow> rows) {
        var submission = Submission.of(rows);
        metrics.watch(submission);
        if (!rows.stream().map(EventRow::event).allMatch(Tolerance::allows)) {
            submission.refused(EventRefused.outOfTime());
        } else if (!loop.offer(submission)) {
            submission.refused(EventRefused.overloaded());
        }
        return Uni.createFrom()
                .completionStage(submission.outcome())
                .onFailure(TimeoutException.class)
                .transform(DatabaseUnavailable::new);
    }
}

package io.tocsin.events.record;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.inject.Singleton;

import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.tocsin.events.postgres.DatabaseUnavailable;
import io.tocsin.events.receipt.Tolerance;
import io.tocsin.model.Event;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Events which arrive while others are being committed wait, and then share one commit. There is no timer: whenever fewer than the
 * allowed number of batches is under way, all that waits becomes the next one. A quiet system commits each event at once, a busy
 * one hundreds together.
 */
@Startup
@Singleton
class GroupCommit {

    private final BatchWriter writer;
    private final IngestConfig config;
    private final IngestMetrics metrics;
    private final SubmissionQueue queue;
    private final AtomicBoolean woken = new AtomicBoolean();

    /** The one context on which {@code underWay} is touched. The bean is made at start, outside of any request's context. */
    private final Context context;
    private int underWay;

    GroupCommit(Vertx vertx, BatchWriter writer, IngestConfig config, IngestMetrics metrics) {
        this.context = vertx.getOrCreateContext();
        this.writer = writer;
        this.config = config;
        this.metrics = metrics;
        this.queue = new SubmissionQueue(config.queueCapacity());
        metrics.watchQueue(queue);
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
        } else if (queue.offer(submission)) {
            giveUpInTime(submission);
            wake();
        } else {
            submission.refused(EventRefused.overloaded());
        }
        return Uni.createFrom()
                .completionStage(submission.outcome())
                .onFailure(TimeoutException.class)
                .transform(DatabaseUnavailable::new);
    }

    /** What nobody waits for any more leaves the queue, so that its place is free and it is not stored behind its caller's back. */
    private void giveUpInTime(Submission submission) {
        submission.outcome()
                .orTimeout(config.patience().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((events, failure) -> forget(submission, failure));
    }

    private void forget(Submission submission, Throwable failure) {
        if (failure instanceof TimeoutException) {
            queue.remove(submission);
        }
    }

    private void wake() {
        if (woken.compareAndSet(false, true)) {
            context.runOnContext(nothing -> startBatches());
        }
    }

    private void startBatches() {
        woken.set(false);
        while (underWay < config.batchesInFlight() && !queue.isEmpty()) {
            startBatch();
        }
    }

    private void startBatch() {
        var batch = queue.drain(config.batchSize());
        underWay++;
        VertxContext.createNewDuplicatedContext(context).runOnContext(nothing -> write(batch));
    }

    private void write(List<Submission> batch) {
        writer.write(batch)
                .onTermination()
                .invoke(() -> context.runOnContext(nothing -> ended()))
                .subscribe()
                .with(nothing -> {}, failure -> Log.error("events: a batch was lost; its callers were told", failure));
    }

    private void ended() {
        underWay--;
        startBatches();
    }
}

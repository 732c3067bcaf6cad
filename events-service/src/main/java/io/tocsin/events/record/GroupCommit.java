package io.tocsin.events.record;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.inject.Singleton;

import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.tocsin.events.postgres.DatabaseUnavailable;
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
    private final BlockingQueue<PendingEvent> queue;
    private final AtomicBoolean woken = new AtomicBoolean();

    /** The one context on which {@code underWay} is touched. The bean is made at start, outside of any request's context. */
    private final Context context;
    private int underWay;

    GroupCommit(Vertx vertx, BatchWriter writer, IngestConfig config, IngestMetrics metrics) {
        this.context = vertx.getOrCreateContext();
        this.writer = writer;
        this.config = config;
        this.metrics = metrics;
        this.queue = new LinkedBlockingQueue<>(config.queueCapacity());
        metrics.watchQueue(queue);
    }

    /** Fails with {@link EventRefused}, or with {@link DatabaseUnavailable} when nothing was heard within the caller's patience. */
    Uni<Event> submit(EventRow row) {
        var pending = PendingEvent.of(row);
        metrics.watch(pending.outcome());
        if (queue.offer(pending)) {
            giveUpInTime(pending);
            wake();
        } else {
            pending.refused(new EventRefused(EventRefused.Reason.OVERLOADED,
                    "More events arrive than can be stored; send this one again later."));
        }
        return Uni.createFrom()
                .completionStage(pending.outcome())
                .onFailure(TimeoutException.class)
                .transform(DatabaseUnavailable::new);
    }

    /** What nobody waits for any more leaves the queue, so that its place is free and it is not stored behind its caller's back. */
    private void giveUpInTime(PendingEvent pending) {
        pending.outcome()
                .orTimeout(config.patience().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((event, failure) -> forget(pending, failure));
    }

    private void forget(PendingEvent pending, Throwable failure) {
        if (failure instanceof TimeoutException) {
            queue.remove(pending);
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
        var batch = new ArrayList<PendingEvent>();
        queue.drainTo(batch, config.batchSize());
        underWay++;
        VertxContext.createNewDuplicatedContext(context).runOnContext(nothing -> write(batch));
    }

    private void write(List<PendingEvent> batch) {
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

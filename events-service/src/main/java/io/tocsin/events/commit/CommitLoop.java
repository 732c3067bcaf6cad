package io.tocsin.events.commit;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import io.quarkus.logging.Log;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * What arrives while other things are being committed waits, and then shares one commit. There is no timer: whenever fewer than the
 * allowed number of batches is under way, all that waits becomes the next one. A quiet system commits each at once, a busy one
 * hundreds together. And whoever goes through here never takes more connections than it has batches.
 */
public final class CommitLoop<W extends Waiting> {

    private final CommitRules rules;
    private final Function<List<W>, Uni<Void>> writer;
    private final WaitingLine<W> line;
    private final AtomicBoolean woken = new AtomicBoolean();

    /** The one context on which {@code underWay} is touched. */
    private final Context context;
    private int underWay;

    /**
     * To be made at start, outside of any request's context.
     *
     * @param writer completes when every caller of the batch has its outcome
     */
    public CommitLoop(Vertx vertx, CommitRules rules, Function<List<W>, Uni<Void>> writer) {
        this.context = vertx.getOrCreateContext();
        this.rules = rules;
        this.writer = writer;
        this.line = new WaitingLine<>(rules.capacity());
    }

    /**
     * False if there is no room; then nobody will complete its outcome. Else it is completed in time, with a {@link TimeoutException} if
     * nothing else.
     */
    public boolean offer(W submission) {
        if (!line.offer(submission)) {
            return false;
        }
        giveUpInTime(submission);
        wake();
        return true;
    }

    /** How many rows wait for their batch. */
    public int waiting() {
        return line.rows();
    }

    /** What nobody waits for any more leaves the line, so that its place is free and it is not stored behind its caller's back. */
    private void giveUpInTime(W submission) {
        submission.outcome()
                .orTimeout(rules.patience().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((outcome, failure) -> forget(submission, failure));
    }

    private void forget(W submission, Throwable failure) {
        if (failure instanceof TimeoutException) {
            line.remove(submission);
        }
    }

    private void wake() {
        if (woken.compareAndSet(false, true)) {
            context.runOnContext(nothing -> startBatches());
        }
    }

    private void startBatches() {
        woken.set(false);
        while (underWay < rules.batchesInFlight() && !line.isEmpty()) {
            startBatch();
        }
    }

    private void startBatch() {
        var batch = line.drain(rules.batchSize());
        underWay++;
        VertxContext.createNewDuplicatedContext(context).runOnContext(nothing -> write(batch));
    }

    private void write(List<W> batch) {
        writer.apply(batch)
                .onTermination()
                .invoke(() -> context.runOnContext(nothing -> ended()))
                .subscribe()
                .with(nothing -> {}, failure -> Log.error("ingest: a batch was lost; its callers were told", failure));
    }

    private void ended() {
        underWay--;
        startBatches();
    }
}

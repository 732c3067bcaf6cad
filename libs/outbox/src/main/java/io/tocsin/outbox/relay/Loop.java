package io.tocsin.outbox.relay;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

import io.quarkus.logging.Log;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;

/**
 * Keeps one channel going: round after round while there is work, else until the bell rings or the next poll. All on
 * one thread.
 */
final class Loop {

    private final Channel channel;
    private final Duration poll;
    private final Vertx vertx;
    private final Context thread;
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();

    private boolean running;
    private boolean rung;
    private boolean stopping;
    private long timer = -1;

    Loop(Channel channel, Duration poll, Vertx vertx) {
        this.channel = channel;
        this.poll = poll;
        this.vertx = vertx;
        this.thread = ((VertxInternal) vertx).createEventLoopContext();
    }

    boolean serves(String destination) {
        return channel.destination().equals(destination);
    }

    /** From any thread: something may be there to deliver. */
    void ring() {
        thread.runOnContext(ignored -> rung());
    }

    /** From any thread: no further claim; the result comes when what is claimed is settled. */
    CompletableFuture<Void> stop() {
        thread.runOnContext(ignored -> stopNow());
        return stopped;
    }

    private void rung() {
        rung = true;
        if (!running && !stopping) {
            next();
        }
    }

    private void stopNow() {
        stopping = true;
        if (!running) {
            finish();
        }
    }

    private void next() {
        vertx.cancelTimer(timer);
        running = true;
        rung = false;
        VertxContext.createNewDuplicatedContext(thread).runOnContext(ignored -> round());
    }

    private void round() {
        Uni.createFrom()
                .deferred(() -> channel.round(this::goesOn))
                .subscribe()
                .with(this::done, this::failed);
    }

    /** What the bell told of until now is claimed with the settlement. */
    private boolean goesOn() {
        rung = false;
        return !stopping;
    }

    private void done(int progress) {
        thread.runOnContext(ignored -> settle(progress > 0 && !channel.isExhausted()));
    }

    /** The channel reported it already. */
    private void failed(Throwable failure) {
        Log.debugf(failure, "outbox relay: destination=%s", channel.destination());
        done(0);
    }

    private void settle(boolean goOn) {
        running = false;
        if (stopping && !channel.holds()) {
            finish();
        } else if (channel.holds() || (goOn || rung) && channel.pause().isZero()) {
            next();
        } else {
            timer = vertx.setTimer(waitMillis(), ignored -> rung());
        }
    }

    private long waitMillis() {
        var millis = poll.toMillis();
        return Math.max(1, Math.max(channel.pause().toMillis(), millis / 2 + ThreadLocalRandom.current().nextLong(millis)));
    }

    private void finish() {
        vertx.cancelTimer(timer);
        stopped.complete(null);
    }
}

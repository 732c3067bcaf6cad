package io.tocsin.events.stream;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** The one thread of a feed: whatever is run here happens one after the other. */
final class FeedLoop {

    /** Longer than any statement may take; so long a connection of which nothing is heard any more is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Vertx vertx;
    private final Context context;

    FeedLoop(Vertx vertx) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
    }

    /** From any thread. */
    void run(Runnable step) {
        context.runOnContext(nothing -> step.run());
    }

    /** Either of the two is called, later, on this thread; also when the answer cannot be used. */
    <T> void ask(Supplier<Uni<T>> question, Consumer<T> answer, Consumer<Throwable> failure) {
        VertxContext.createNewDuplicatedContext(context)
                .runOnContext(nothing -> inTime(question)
                        .invoke(answer)
                        .subscribe()
                        .with(done -> {}, failure));
    }

    private <T> Uni<T> inTime(Supplier<Uni<T>> question) {
        return Uni.createFrom()
                .<T>deferred(question::get)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .emitOn(step -> run(step));
    }

    long after(Duration pause, Runnable step) {
        return vertx.setTimer(pause.toMillis(), timer -> run(step));
    }

    long every(Duration period, Runnable step) {
        return vertx.setPeriodic(period.toMillis(), timer -> run(step));
    }

    void cancel(long timer) {
        vertx.cancelTimer(timer);
    }
}

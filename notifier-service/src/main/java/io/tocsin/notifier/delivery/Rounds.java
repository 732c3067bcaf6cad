package io.tocsin.notifier.delivery;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;

/** Work in rounds, one at a time; calls which come while a round runs become one more, so that a round does more under load. */
final class Rounds {

    private final String name;
    private final Supplier<Uni<Void>> round;
    private final AtomicInteger calls = new AtomicInteger();

    /** @param name for the log, should a round fail */
    Rounds(String name, Supplier<Uni<Void>> round) {
        this.name = name;
        this.round = round;
    }

    /** There may be something to do. Returns at once. */
    void call() {
        if (calls.getAndIncrement() == 0) {
            run();
        }
    }

    private void run() {
        var seen = calls.get();
        round.get().subscribe().with(done -> again(seen), this::failed);
    }

    private void again(int seen) {
        if (!calls.compareAndSet(seen, 0)) {
            run();
        }
    }

    /** The next call tries again. */
    private void failed(Throwable failure) {
        calls.set(0);
        Log.warnf("%s: failed, and is tried again by the clock: %s", name, failure);
    }
}

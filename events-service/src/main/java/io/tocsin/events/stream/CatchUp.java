package io.tocsin.events.stream;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.BiConsumer;

import io.quarkus.logging.Log;

/**
 * Brings listeners from where they are to the tail, a few reads at a time, everybody in turn. The last read of each begins after the
 * tail was told of it: what the tail has read by then, this read sees, and what the tail reads later, the listener hears. So there is
 * no gap between the two, and what both bring is told apart by its position.
 */
final class CatchUp {

    private final FeedStore store;
    private final FeedLoop loop;
    private final FeedConfig config;
    private final Audience audience;
    private final Tail tail;

    private final Queue<Step> queue = new ArrayDeque<>();
    private int underWay;

    /** @param last whether the step before found nothing more to read */
    private record Step(Listener listener, boolean last, BiConsumer<Listener, FeedPage> check) {

        Step next(boolean lastOne) {
            return new Step(listener, lastOne, CatchUp::nothingToCheck);
        }

        Step again() {
            return new Step(listener, false, check);
        }
    }

    CatchUp(FeedStore store, FeedLoop loop, FeedConfig config, Audience audience, Tail tail) {
        this.store = store;
        this.loop = loop;
        this.config = config;
        this.audience = audience;
        this.tail = tail;
    }

    private static void nothingToCheck(Listener listener, FeedPage page) {}

    /** The listener will be live, unless it leaves. */
    void bring(Listener listener) {
        bring(listener, CatchUp::nothingToCheck);
    }

    /** @param check sees the first read, before the listener does */
    void bring(Listener listener, BiConsumer<Listener, FeedPage> check) {
        enqueue(new Step(listener, false, check));
    }

    private void enqueue(Step step) {
        queue.add(step);
        startReads();
    }

    private void startReads() {
        while (underWay < config.catchUps() && !queue.isEmpty()) {
            var step = queue.poll();
            if (!step.listener().isGone()) {
                underWay++;
                start(step);
            }
        }
    }

    private void start(Step step) {
        if (step.last()) {
            tail.whenRunning(position -> readLast(step), failure -> failed(step, failure));
        } else {
            read(step);
        }
    }

    private void readLast(Step step) {
        if (!step.listener().isGone()) {
            step.listener().keep();
            audience.add(step.listener());
        }
        read(step);
    }

    private void read(Step step) {
        var listener = step.listener();
        loop.ask(() -> store.next(listener.position(), config.batchSize(), listener.scope()),
                page -> done(step, page),
                failure -> failed(step, failure));
    }

    private void done(Step step, FeedPage page) {
        if (!step.listener().isGone()) {
            step.check().accept(step.listener(), page);
            step.listener().take(page.events(), page.until());
            goOn(step, page);
        }
        underWay--;
        startReads();
    }

    private void goOn(Step step, FeedPage page) {
        if (step.last() && !page.full() && step.listener().join()) {
            return;
        }
        leave(step);
        step.listener().whenWritable(() -> enqueue(step.next(!page.full())));
    }

    private void leave(Step step) {
        audience.remove(step.listener());
        step.listener().forget();
    }

    private void failed(Step step, Throwable failure) {
        underWay--;
        Log.debugf(failure, "live feed: a listener cannot catch up now, tried again in %s", config.retryDelay());
        leave(step);
        loop.after(config.retryDelay(), () -> enqueue(step.again()));
        startReads();
    }
}

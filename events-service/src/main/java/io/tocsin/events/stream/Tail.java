package io.tocsin.events.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import io.quarkus.logging.Log;

/**
 * Reads what is new, once for everybody who is live, for as long as there is anybody. Whoever joins the audience hears everything
 * behind the place where the tail was then.
 */
final class Tail {

    private final FeedStore store;
    private final FeedLoop loop;
    private final FeedConfig config;
    private final Audience audience;

    private final List<Waiting> waiting = new ArrayList<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile Position position;
    private long poll;
    private boolean reading;
    private boolean resting;
    private boolean rung;
    private boolean away;

    private record Waiting(Consumer<Position> ready, Consumer<Throwable> failure) {}

    Tail(FeedStore store, FeedLoop loop, FeedConfig config, Audience audience) {
        this.store = store;
        this.loop = loop;
        this.config = config;
        this.audience = audience;
    }

    /** Null while nobody listens. */
    Position position() {
        return position;
    }

    /** Calls back with the place where the tail is, at once if it runs; who joins the audience then and there misses nothing. */
    void whenRunning(Consumer<Position> ready, Consumer<Throwable> failure) {
        if (position != null) {
            ready.accept(position);
            return;
        }
        waiting.add(new Waiting(ready, failure));
        if (waiting.size() == 1) {
            loop.ask(store::end, this::start, this::notStarted);
        }
    }

    private void start(Position end) {
        position = end;
        poll = loop.every(config.poll(), this::look);
        var all = List.copyOf(waiting);
        waiting.clear();
        all.forEach(one -> one.ready().accept(end));
    }

    private void notStarted(Throwable failure) {
        var all = List.copyOf(waiting);
        waiting.clear();
        all.forEach(one -> one.failure().accept(failure));
    }

    /** From any thread: there may be something new. */
    void ring() {
        if (position != null && woken.compareAndSet(false, true)) {
            loop.run(this::answer);
        }
    }

    private void answer() {
        woken.set(false);
        look();
    }

    private void look() {
        rung = true;
        turn();
    }

    private void turn() {
        if (reading || resting || position == null) {
            return;
        }
        if (audience.isEmpty()) {
            stop();
            return;
        }
        rung = false;
        reading = true;
        loop.ask(() -> store.next(position, config.batchSize()), this::read, this::failed);
    }

    private void stop() {
        loop.cancel(poll);
        position = null;
    }

    private void read(FeedPage page) {
        reading = false;
        if (away) {
            away = false;
            Log.info("live feed: the database is back");
        }
        audience.hear(page.events());
        position = page.until();
        if (page.full()) {
            turn();
        } else {
            restFor(config.rest());
        }
    }

    private void failed(Throwable failure) {
        reading = false;
        if (!away) {
            away = true;
            Log.warnf("live feed: cannot read new events, listeners wait: cause=%s", failure);
        }
        rung = true;
        restFor(config.retryDelay());
    }

    private void restFor(Duration pause) {
        resting = true;
        loop.after(pause, this::rested);
    }

    private void rested() {
        resting = false;
        if (rung) {
            turn();
        }
    }
}

package io.tocsin.events.stream;

import java.util.Optional;
import java.util.function.Consumer;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.tocsin.events.postgres.DatabaseUnavailable;
import io.tocsin.model.Scope;
import io.tocsin.outbox.Bell;
import io.tocsin.query.EventQuery;
import io.vertx.core.Vertx;

/** Tells each listener of the events which it asks for, as they are committed: each once, in the order of the feed. */
@Singleton
public class EventFeed {

    private final FeedLoop loop;
    private final FeedFormat format;
    private final Listeners listeners;

    EventFeed(FeedStore store, FeedFormat format, FeedConfig config, FeedMetrics metrics, Vertx vertx) {
        this.loop = new FeedLoop(vertx);
        this.format = format;
        this.listeners = new Listeners(store, loop, config, format, metrics);
        new HeldBack(store, loop, metrics, listeners.tail());
    }

    /** Every commit of events rings for their messages; so there may be something to read. */
    void start(@Observes StartupEvent event, Bell bell) {
        bell.listen(destination -> listeners.tail().ring());
    }

    /** Before Quarkus waits for calls to end, which feeds would not. */
    void prepareToStop(@Observes ShutdownDelayInitiatedEvent event) {
        loop.run(listeners::close);
    }

    void stop(@Observes ShutdownEvent event) {
        loop.run(listeners::close);
    }

    /**
     * Completes when the feed has begun; what it completes with ends it. Until then nothing was written. Fails with {@link
     * FeedUnavailable} or {@link DatabaseUnavailable}.
     *
     * @param from behind what to begin; empty for what is committed from now on
     */
    public Uni<Consumer<Farewell>> listen(Scope scope, EventQuery query, Optional<Position> from, Outlet outlet) {
        var listener = new Listener(scope, query, outlet, format, listeners);
        return Uni.createFrom().emitter(begun -> loop.run(() -> begin(listener, from, begun)));
    }

    private void begin(Listener listener, Optional<Position> from, UniEmitter<? super Consumer<Farewell>> begun) {
        try {
            listeners.requireRoom();
            listeners.tail()
                    .whenRunning(end -> begun.complete(admit(listener, from, end)),
                            failure -> begun.fail(new DatabaseUnavailable(failure)));
        } catch (FeedUnavailable unavailable) {
            begun.fail(unavailable);
        }
    }

    private Consumer<Farewell> admit(Listener listener, Optional<Position> from, Position end) {
        from.ifPresentOrElse(place -> listeners.resume(listener, place), () -> listeners.admit(listener, end));
        return why -> loop.run(() -> listeners.end(listener, why));
    }
}

package io.tocsin.events.stream;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Everybody who listens on this replica: who may come in, who still lives, who has to go. */
final class Listeners implements Listener.Host {

    private final FeedStore store;
    private final FeedLoop loop;
    private final FeedConfig config;
    private final FeedFormat format;
    private final FeedMetrics metrics;
    private final Audience audience;
    private final Tail tail;
    private final CatchUp catchUp;
    private final Set<Listener> all = new HashSet<>();
    private boolean closed;

    Listeners(FeedStore store, FeedLoop loop, FeedConfig config, FeedFormat format, FeedMetrics metrics) {
        this.store = store;
        this.loop = loop;
        this.config = config;
        this.format = format;
        this.metrics = metrics;
        this.audience = new Audience(format);
        this.tail = new Tail(store, loop, config, audience);
        this.catchUp = new CatchUp(store, loop, config, audience, tail);
        loop.every(config.heartbeat(), this::sendSignsOfLife);
    }

    Tail tail() {
        return tail;
    }

    void requireRoom() {
        if (closed) {
            throw new FeedUnavailable("This server is about to stop; come back with your place, another one goes on.");
        }
        if (all.size() >= config.maxListeners()) {
            throw new FeedUnavailable("As many listen to this server as may, which is " + config.maxListeners() + ".");
        }
    }

    /** Hears everything that is committed from now on. */
    void admit(Listener listener, Position end) {
        welcome(listener, end);
        listener.goLive();
        audience.add(listener);
    }

    /** Hears everything behind its place. */
    void resume(Listener listener, Position from) {
        welcome(listener, from);
        catchUp.bring(listener, this::checkPlace);
    }

    private void welcome(Listener listener, Position place) {
        listener.startAt(place);
        all.add(listener);
        metrics.listeners(all.size());
        listener.outlet().open(() -> loop.run(listener::drained), () -> loop.run(() -> leave(listener)));
        listener.outlet().write(format.hello(place));
    }

    /** A place which this database has not reached yet belongs to another history; behind one too old something may be missing. */
    private void checkPlace(Listener listener, FeedPage page) {
        if (listener.position().isBehind(page.horizon())) {
            listener.startAt(page.horizon());
            listener.outlet().write(format.gap(page.horizon(), Gap.UNKNOWN_POSITION));
        } else if (store.isTooOld(listener.position(), listener.scope())) {
            listener.outlet().write(format.gap(listener.position(), Gap.RETENTION));
        }
    }

    void leave(Listener listener) {
        if (all.remove(listener)) {
            audience.remove(listener);
            listener.leave();
            metrics.listeners(all.size());
        }
    }

    void end(Listener listener, Farewell why) {
        if (!listener.isGone()) {
            leave(listener);
            metrics.ended(why);
            listener.outlet().end(format.farewell(placeOf(listener), why));
            loop.after(config.patience(), listener.outlet()::cut);
        }
    }

    /** Nobody comes in any more; everybody is told to go elsewhere. */
    void close() {
        closed = true;
        List.copyOf(all).forEach(listener -> end(listener, Farewell.SHUTDOWN));
    }

    @Override
    public void fellBehind(Listener listener) {
        audience.remove(listener);
        listener.reach(tail.position());
        metrics.fellBehind();
        listener.whenWritable(() -> catchUp.bring(listener));
    }

    @Override
    public void blocked(Listener listener) {
        var since = listener.position();
        loop.after(config.patience(), () -> endIfStillBlocked(listener, since));
    }

    private void endIfStillBlocked(Listener listener, Position since) {
        if (listener.isBlocked() && listener.position().equals(since)) {
            end(listener, Farewell.TOO_SLOW);
        }
    }

    @Override
    public int room() {
        return config.batchSize();
    }

    @Override
    public void wrote(int events) {
        metrics.sent(events);
    }

    private void sendSignsOfLife() {
        for (var listener : List.copyOf(all)) {
            if (!listener.outlet().isFull()) {
                listener.outlet().write(format.alive(placeOf(listener)));
            }
        }
    }

    private Position placeOf(Listener listener) {
        return listener.isLive() ? Position.later(listener.position(), tail.position()) : listener.position();
    }
}

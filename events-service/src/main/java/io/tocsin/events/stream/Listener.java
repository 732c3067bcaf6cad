package io.tocsin.events.stream;

import java.util.ArrayList;
import java.util.List;

import io.tocsin.model.Scope;
import io.tocsin.query.EventQuery;

/**
 * Somebody who listens. Either it hears the tail (it is live), or it reads from the database until it has caught up. While it does
 * the last read before it joins, it keeps what it hears for afterwards.
 */
final class Listener {

    private final Scope scope;
    private final EventQuery query;
    private final Outlet outlet;
    private final FeedFormat format;
    private final Host host;

    private Position position;
    private boolean live;
    private boolean gone;
    private List<Frame> kept;
    private Runnable whenDrained;

    /** Who looks after the listener. */
    interface Host {

        /** It cannot keep up with the tail. */
        void fellBehind(Listener listener);

        /** Nothing more can be written until its connection has taken what waits. */
        void blocked(Listener listener);

        /** How many events one listener may keep while it joins. */
        int room();

        void wrote(int events);
    }

    Listener(Scope scope, EventQuery query, Outlet outlet, FeedFormat format, Host host) {
        this.scope = scope;
        this.query = query;
        this.outlet = outlet;
        this.format = format;
        this.host = host;
    }

    Scope scope() {
        return scope;
    }

    EventQuery query() {
        return query;
    }

    Outlet outlet() {
        return outlet;
    }

    /** Everything up to here was written, as far as it is wanted. */
    Position position() {
        return position;
    }

    void startAt(Position place) {
        position = place;
    }

    /** The tail has got so far, and this listener with it. */
    void reach(Position place) {
        position = Position.later(position, place);
    }

    boolean isLive() { return live; }

    boolean isGone() { return gone; }

    void goLive() {
        live = true;
    }

    void leave() {
        gone = true;
        live = false;
        kept = null;
        whenDrained = null;
    }

    /** From now on what the tail says is kept, until {@link #join} or {@link #forget}. */
    void keep() {
        kept = new ArrayList<>();
    }

    void forget() {
        kept = null;
    }

    /** Writes what was kept and not read, and goes live; false when there was more to keep than there is room for. */
    boolean join() {
        var waiting = kept;
        kept = null;
        live = waiting.size() <= host.room();
        if (live) {
            writeUnheard(waiting);
        }
        return live;
    }

    void hear(News news) {
        if (kept != null) {
            keep(news.frames());
        } else if (outlet.isFull()) {
            live = false;
            host.fellBehind(this);
        } else if (news.first().isBehind(position)) {
            write(news);
        } else {
            writeUnheard(news.frames());
        }
    }

    private void keep(List<Frame> frames) {
        if (kept.size() <= host.room()) {
            kept.addAll(frames);
        }
    }

    /** What was read from the database. */
    void take(List<FeedEvent> events, Position until) {
        writeUnheard(events.stream()
                .filter(event -> query.matches(event.event()))
                .map(event -> event.frame(format))
                .toList());
        reach(until);
    }

    private void writeUnheard(List<Frame> frames) {
        var unheard = frames.stream().filter(frame -> frame.position().isBehind(position)).toList();
        if (!unheard.isEmpty()) {
            write(new News(unheard));
        }
    }

    private void write(News news) {
        outlet.write(news.joined());
        position = news.last();
        host.wrote(news.frames().size());
    }

    /** Goes on as soon as the connection takes more. */
    void whenWritable(Runnable step) {
        if (outlet.isFull()) {
            whenDrained = step;
            host.blocked(this);
        } else {
            step.run();
        }
    }

    boolean isBlocked() { return whenDrained != null; }

    void drained() {
        var step = whenDrained;
        whenDrained = null;
        if (step != null) {
            step.run();
        }
    }
}

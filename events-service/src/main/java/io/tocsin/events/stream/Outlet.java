package io.tocsin.events.stream;

import io.vertx.core.buffer.Buffer;

/** The connection to one listener. What it calls back may be called on any thread. */
public interface Outlet {

    /** Called once, when the feed is ready: the answer begins. */
    void open(Runnable whenDrained, Runnable whenGone);

    /** Never waits; what does not fit is kept in memory until it does. */
    void write(Buffer bytes);

    /** Whether so much waits already that nothing more should be written. */
    boolean isFull();

    void end(Buffer lastWords);

    /** Cuts the connection, whatever still waits. */
    void cut();
}

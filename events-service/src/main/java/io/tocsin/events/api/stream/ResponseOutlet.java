package io.tocsin.events.api.stream;

import io.tocsin.events.stream.Outlet;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** An HTTP response which does not end. Nothing here fails because the client has gone; that is told elsewhere. */
final class ResponseOutlet implements Outlet {

    private final RoutingContext call;
    private final HttpServerResponse response;
    private final int bufferSize;
    private volatile boolean finished;

    ResponseOutlet(RoutingContext call, int bufferSize) {
        this.call = call;
        this.response = call.response();
        this.bufferSize = bufferSize;
    }

    @Override
    public void open(Runnable whenDrained, Runnable whenGone) {
        if (response.closed()) {
            whenGone.run();
            return;
        }
        call.addEndHandler(end -> whenGone.run());
        response.putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
                // or nginx would hand on what it has collected, not what there is
                .putHeader("X-Accel-Buffering", "no")
                .setChunked(true)
                .setWriteQueueMaxSize(bufferSize)
                .drainHandler(room -> whenDrained.run());
    }

    @Override
    public void write(Buffer bytes) {
        if (isOpen()) {
            response.write(bytes);
        }
    }

    @Override
    public boolean isFull() { return isOpen() && response.writeQueueFull(); }

    @Override
    public void end(Buffer lastWords) {
        if (isOpen()) {
            response.end(lastWords).onComplete(sent -> finished = true);
        }
    }

    /** A client which took the last words may use the connection for another call. */
    @Override
    public void cut() {
        if (!finished && !response.closed()) {
            call.request().connection().close();
        }
    }

    private boolean isOpen() { return !response.closed() && !response.ended(); }
}

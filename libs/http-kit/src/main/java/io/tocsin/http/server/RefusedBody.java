package io.tocsin.http.server;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/**
 * The rest of a body whose call is answered already. It is thrown away, because closing at once resets the connection before many
 * clients have read the answer; but only up to a bound, behind which the connection is closed all the same.
 */
final class RefusedBody {

    private final HttpServerRequest request;
    private final long most;

    private long received;

    RefusedBody(HttpServerRequest request, long most) {
        this.request = request;
        this.most = most;
    }

    void discard() {
        request.handler(this::count);
        request.resume();
    }

    private void count(Buffer chunk) {
        received += chunk.length();
        if (received > most) {
            request.connection().close();
        }
    }
}

package io.tocsin.notifier.webhook;

import java.nio.charset.StandardCharsets;

import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;

/** One request and its answer. An answer that is long or without end is cut off behind its first bytes. */
final class Exchange {

    private static final int ENOUGH = 1_000;

    private final HttpClientRequest request;
    private final UniEmitter<? super Answer> emitter;
    private final Buffer start = Buffer.buffer();
    private boolean done;

    Exchange(HttpClientRequest request, UniEmitter<? super Answer> emitter) {
        this.request = request;
        this.emitter = emitter;
    }

    void run(Buffer body) {
        emitter.onTermination(this::giveUp);
        request.response()
                .onSuccess(this::read)
                .onFailure(emitter::fail);
        request.send(body);
    }

    private void read(HttpClientResponse response) {
        response.exceptionHandler(failure -> finish(response))
                .handler(bytes -> take(response, bytes))
                .endHandler(end -> finish(response));
    }

    private void take(HttpClientResponse response, Buffer bytes) {
        start.appendBuffer(bytes);
        if (start.length() > ENOUGH) {
            finish(response);
            request.reset();
        }
    }

    /** The status counts, also when the body breaks off. */
    private void finish(HttpClientResponse response) {
        if (!done) {
            done = true;
            var text = new String(start.getBytes(0, Math.min(start.length(), ENOUGH)), StandardCharsets.UTF_8);
            emitter.complete(new Answer(response.statusCode(), response.statusMessage(), text,
                    response.getHeader("Retry-After")));
        }
    }

    /** Nobody waits any more: the connection is of no further use. */
    private void giveUp() {
        if (!done) {
            request.reset();
        }
    }
}

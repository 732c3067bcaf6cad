package io.tocsin.http.server;

import java.util.function.Consumer;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;

/**
 * A body whose length only its end will tell. It is read here, because Quarkus would cut the connection in the middle of one
 * that is too large, and many clients would then never read the answer.
 */
final class UnannouncedBody {

    private final RoutingContext call;
    private final long limit;
    private final Consumer<RoutingContext> refusal;
    private final Buffer body = Buffer.buffer();

    UnannouncedBody(RoutingContext call, long limit, Consumer<RoutingContext> refusal) {
        this.call = call;
        this.limit = limit;
        this.refusal = refusal;
    }

    void gather() {
        if ("100-continue".equalsIgnoreCase(call.request().getHeader("Expect"))) {
            call.response().writeContinue();
        }
        call.request().handler(this::take);
        call.request().endHandler(end -> pass());
        call.request().resume();
    }

    private void take(Buffer chunk) {
        if (body.length() + chunk.length() > limit) {
            call.request().endHandler(null);
            refusal.accept(call);
        } else {
            body.appendBuffer(chunk);
        }
    }

    private void pass() {
        ((RoutingContextInternal) call).setBody(body);
        call.next();
    }
}

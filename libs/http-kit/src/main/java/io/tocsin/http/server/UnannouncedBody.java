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

    private long received;

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
        call.request().endHandler(end -> decide());
        call.request().resume();
    }

    private void take(Buffer chunk) {
        received += chunk.length();
        if (received <= limit) {
            body.appendBuffer(chunk);
        } else if (received / BodyLimit.PATIENCE > limit) {
            call.request().connection().close();
        }
    }

    private void decide() {
        if (received > limit) {
            refusal.accept(call);
        } else {
            ((RoutingContextInternal) call).setBody(body);
            call.next();
        }
    }
}

package io.tocsin.notifier.webhook;

import static io.tocsin.test.Await.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;

/** A real HTTP server, which keeps what it gets and answers as a test wants it to. */
final class HookServer implements AutoCloseable {

    /** Not that of Quarkus, whose metrics expect its own server only. */
    private static final Vertx VERTX = Vertx.vertx();

    private final String address;
    private final HttpServer server;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile Handler<HttpServerRequest> answer = request -> request.response().end("thanks");

    /** A call which has come in whole. */
    record Call(String uri, MultiMap headers, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private HookServer(String address, HttpServer server) {
        this.address = address;
        this.server = server;
        server.requestHandler(request -> request.body()
                .onSuccess(body -> {
                    count(request);
                    calls.add(new Call(request.uri(), request.headers(), body.getBytes()));
                    answer.handle(request);
                }));
    }

    static HookServer start() {
        return start("127.0.0.1");
    }

    /** @param address another one of this machine is another host */
    static HookServer start(String address) {
        var started = new HookServer(address, VERTX.createHttpServer());
        await(() -> Uni.createFrom().completionStage(started.server.listen(0, address).toCompletionStage()));
        return started;
    }

    String url(String path) {
        return "http://" + address + ":" + server.actualPort() + path;
    }

    HookServer answering(Handler<HttpServerRequest> another) {
        answer = another;
        return this;
    }

    /** The statuses one after the other, the last one for ever. */
    HookServer answering(int... statuses) {
        return answering(request -> request.response()
                .setStatusCode(statuses[Math.min(calls.size(), statuses.length) - 1])
                .putHeader("Location", url("/elsewhere"))
                .end("status " + calls.size()));
    }

    private void count(HttpServerRequest request) {
        mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        request.connection().closeHandler(closed -> underWay.decrementAndGet());
    }

    /** How many calls waited at the same moment for answers which never came. */
    int underWayAtMost() {
        return mostUnderWay.get();
    }

    List<Call> calls() {
        return calls;
    }

    @Override
    public void close() {
        await(() -> Uni.createFrom().completionStage(server.close().toCompletionStage()));
    }
}

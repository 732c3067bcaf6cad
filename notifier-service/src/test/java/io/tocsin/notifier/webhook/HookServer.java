package io.tocsin.notifier.webhook;

import static io.tocsin.test.Await.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

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

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile Handler<HttpServerRequest> answer = request -> request.response().end("thanks");

    /** A call which has come in whole. */
    record Call(String uri, MultiMap headers, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private HookServer(HttpServer server) {
        this.server = server;
        server.requestHandler(request -> request.body()
                .onSuccess(body -> {
                    calls.add(new Call(request.uri(), request.headers(), body.getBytes()));
                    answer.handle(request);
                }));
    }

    static HookServer start() {
        var started = new HookServer(VERTX.createHttpServer());
        await(() -> Uni.createFrom().completionStage(started.server.listen(0, "127.0.0.1").toCompletionStage()));
        return started;
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.actualPort() + path;
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

    List<Call> calls() {
        return calls;
    }

    @Override
    public void close() {
        await(() -> Uni.createFrom().completionStage(server.close().toCompletionStage()));
    }
}

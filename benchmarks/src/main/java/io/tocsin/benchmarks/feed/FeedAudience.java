package io.tocsin.benchmarks.feed;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

import io.tocsin.benchmarks.workbench.Latencies;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;

/** Clients of the live feed, each on a connection of its own. All count what they hear; the first also says how late it is. */
final class FeedAudience implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient client;
    private final String key;
    private final List<HeardEvents> listeners;
    private final AtomicInteger ended = new AtomicInteger();
    private final LongAdder bytes = new LongAdder();

    FeedAudience(URI service, String key, int size, Latencies latencies) {
        this.key = key;
        this.listeners = IntStream.range(0, size).mapToObj(number -> new HeardEvents(number == 0 ? latencies : null)).toList();
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setDefaultHost(service.getHost()).setDefaultPort(service.getPort()),
                new PoolOptions().setHttp1MaxSize(size));
    }

    /** Returns when everybody listens. */
    void open() {
        Future.all(listeners.stream().map(this::listen).toList())
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private Future<Void> listen(HeardEvents listener) {
        return client.request(HttpMethod.GET, "/events/stream")
                .compose(request -> request.putHeader("Authorization", "Bearer " + key).send())
                .map(response -> hear(response, listener));
    }

    private Void hear(HttpClientResponse response, HeardEvents listener) {
        if (response.statusCode() != 200) {
            throw new IllegalStateException("a listener was answered " + response.statusCode());
        }
        response.handler(chunk -> count(chunk, listener));
        response.endHandler(end -> ended.incrementAndGet());
        response.exceptionHandler(cut -> ended.incrementAndGet());
        return null;
    }

    private void count(Buffer chunk, HeardEvents listener) {
        bytes.add(chunk.length());
        listener.take(chunk);
    }

    /** What those heard who heard least and most; two numbers which differ mean that somebody missed or repeats something. */
    long least() {
        return listeners.stream().mapToLong(HeardEvents::count).min().orElse(0);
    }

    long most() {
        return listeners.stream().mapToLong(HeardEvents::count).max().orElse(0);
    }

    long bytes() {
        return bytes.sum();
    }

    int ended() {
        return ended.get();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}

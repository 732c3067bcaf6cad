package io.tocsin.benchmarks.load;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

import io.tocsin.benchmarks.workbench.Latencies;
import io.tocsin.benchmarks.workbench.SampleEvent;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;

/** Posts events over keep-alive connections, each the next one as soon as the one before is answered. */
final class PostLoad implements AutoCloseable {

    private static final int ACCEPTED = 202;
    /** One is enough for 20,000 requests a second, and leaves the cores to those who are measured. */
    private static final int EVENT_LOOPS = 1;

    private final AtomicLong number = new AtomicLong();
    private final LongAdder acceptedEver = new LongAdder();
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(EVENT_LOOPS));
    private final HttpClient client;
    private final String key;
    private final int connections;

    PostLoad(URI service, String key, int connections) {
        this.key = key;
        this.connections = connections;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setDefaultHost(service.getHost()).setDefaultPort(service.getPort()),
                new PoolOptions().setHttp1MaxSize(connections));
    }

    /**
     * What happened within the time.
     *
     * @param refused everything that was not answered 202, failed connections included
     */
    record Result(long refused, double perSecond, Latencies latencies) {}

    /** The events accepted in all rounds, to the last answer: so many must be stored. */
    long acceptedEver() {
        return acceptedEver.sum();
    }

    Result run(Duration duration) throws InterruptedException {
        var round = new Round(System.nanoTime() + duration.toNanos());
        for (var connection = 0; connection < connections; connection++) {
            var context = vertx.getOrCreateContext();
            context.runOnContext(nothing -> round.postNext(context));
        }
        round.ended.await();
        return new Result(round.refused.sum(), round.latencies.count() * 1e9 / duration.toNanos(), round.latencies);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private final class Round {

        private final long deadline;
        private final CountDownLatch ended = new CountDownLatch(connections);
        private final LongAdder refused = new LongAdder();
        private final Latencies latencies = new Latencies();

        Round(long deadline) {
            this.deadline = deadline;
        }

        void postNext(Context context) {
            var started = System.nanoTime();
            if (started >= deadline) {
                ended.countDown();
                return;
            }
            post().onComplete(status -> {
                count(status.succeeded() ? status.result() : 0, started);
                context.runOnContext(nothing -> postNext(context));
            });
        }

        private void count(int status, long started) {
            var now = System.nanoTime();
            if (status != ACCEPTED) {
                refused.increment();
                return;
            }
            acceptedEver.increment();
            if (now < deadline) {
                latencies.add(now - started);
            }
        }
    }

    private Future<Integer> post() {
        return client.request(HttpMethod.POST, "/api/v1/events")
                .compose(request -> request
                        .putHeader("DD-API-KEY", key)
                        .putHeader("Content-Type", "application/json")
                        .send(SampleEvent.json(number.incrementAndGet())))
                .compose(PostLoad::statusOf);
    }

    private static Future<Integer> statusOf(HttpClientResponse response) {
        return response.body().map(body -> response.statusCode());
    }
}

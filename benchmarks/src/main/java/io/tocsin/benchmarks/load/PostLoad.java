package io.tocsin.benchmarks.load;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

/** Posts events over keep-alive connections, one at a time on each. */
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

    /** Each connection posts the next event as soon as the one before is answered. */
    Result run(Duration duration) throws InterruptedException {
        return run(Pace.asFastAsAnswered(), duration);
    }

    Result run(Pace pace, Duration duration) throws InterruptedException {
        var round = new Round(pace, System.nanoTime(), duration);
        for (var connection = 0; connection < connections; connection++) {
            var context = vertx.getOrCreateContext();
            var nth = connection;
            context.runOnContext(nothing -> round.postNext(context, nth));
        }
        round.ended.await();
        return new Result(round.refused.sum(), round.latencies.count() * 1e9 / duration.toNanos(), round.latencies);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private final class Round {

        private final Pace pace;
        private final long begin;
        private final long deadline;
        private final CountDownLatch ended = new CountDownLatch(connections);
        private final LongAdder refused = new LongAdder();
        private final Latencies latencies = new Latencies();

        Round(Pace pace, long begin, Duration duration) {
            this.pace = pace;
            this.begin = begin;
            this.deadline = begin + duration.toNanos();
        }

        /** @param nth of all events of the round, this one */
        void postNext(Context context, long nth) {
            var now = System.nanoTime();
            var due = pace.due(begin, nth, now);
            if (Math.max(now, due) >= deadline) {
                ended.countDown();
            } else if (due > now) {
                vertx.setTimer(Math.max(1, TimeUnit.NANOSECONDS.toMillis(due - now)), timer -> postNext(context, nth));
            } else {
                post(context, nth, due);
            }
        }

        private void post(Context context, long nth, long due) {
            PostLoad.this.post().onComplete(status -> {
                count(status.succeeded() ? status.result() : 0, due);
                context.runOnContext(nothing -> postNext(context, nth + connections));
            });
        }

        private void count(int status, long due) {
            var now = System.nanoTime();
            if (status != ACCEPTED) {
                refused.increment();
                return;
            }
            acceptedEver.increment();
            if (now < deadline) {
                latencies.add(now - due);
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

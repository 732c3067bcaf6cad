package io.tocsin.e2e.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Clients who ask one thing after the other until they are told to stop, and take no for a failure: nobody tries again. Slowly enough for
 * the limits which every credential has.
 */
public final class SteadyLoad implements AutoCloseable {

    private static final int CLIENTS = 4;
    private static final long PAUSE_MS = 50;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService clients = Executors.newScheduledThreadPool(CLIENTS);
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger next = new AtomicInteger();

    private SteadyLoad() {}

    /** @param request the one of this number */
    public static SteadyLoad start(IntFunction<HttpRequest> request) {
        var load = new SteadyLoad();
        for (var client = 0; client < CLIENTS; client++) {
            load.clients.scheduleWithFixedDelay(() -> load.ask(request.apply(load.next.getAndIncrement())), 0, PAUSE_MS,
                    TimeUnit.MILLISECONDS);
        }
        return load;
    }

    /** A request with the key of the running system. */
    public static HttpRequest.Builder request(Tocsin tocsin, String path) {
        return HttpRequest.newBuilder(URI.create(tocsin.platform().url() + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + tocsin.platform().key().value())
                .header("Content-Type", "application/json");
    }

    public int answered() {
        return answered.get();
    }

    /** What was not answered, or not well; complete when this load is closed. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    /** Everybody gets their last answer. */
    @Override
    public void close() {
        clients.shutdown();
        try {
            if (!clients.awaitTermination(TIMEOUT.toSeconds() * 2, TimeUnit.SECONDS)) {
                failures.add("a client waits for ever");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 2) {
                answered.incrementAndGet();
            } else {
                failures.add(request + ": " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            failures.add(request + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

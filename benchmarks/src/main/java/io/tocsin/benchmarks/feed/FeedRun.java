package io.tocsin.benchmarks.feed;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.tocsin.benchmarks.workbench.Api;
import io.tocsin.benchmarks.workbench.Latencies;
import io.tocsin.benchmarks.workbench.LiveHeap;
import io.tocsin.benchmarks.workbench.Report;
import io.tocsin.benchmarks.workbench.Workbench;
import io.tocsin.local.service.Service;

/** Many listeners to the live feed of one replica, for long: what they hear, how late, and what the service keeps for them. */
public final class FeedRun {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final double MIB = 1 << 20;

    private final FeedOptions options;
    private final Latencies latencies = new Latencies();
    private long posted;

    public FeedRun(FeedOptions options) {
        this.options = options;
    }

    public void run() throws Exception {
        try (var bench = Workbench.open("feed")) {
            bench.describe();
            measure(bench);
        }
    }

    private void measure(Workbench bench) throws Exception {
        var service = bench.platform().replicas(Service.EVENTS).get(0);
        var key = bench.platform().key().value();
        var heap = new LiveHeap(service.pid());
        var api = bench.api(Service.EVENTS);
        var alone = heap.bytes();
        try (var audience = new FeedAudience(service.url(), key, options.listeners(), latencies)) {
            Report.progress("listeners come in");
            audience.open();
            post(api, options.warmUp());
            var before = heap.bytes();
            Report.progress("measuring");
            post(api, options.measured());
            awaitEverybody(audience);
            var after = heap.bytes();
            report(audience, alone, before, after);
        }
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(5));
        Report.line("heap, gone", "%.1f MiB when everybody has hung up".formatted(heap.bytes() / MIB));
    }

    private void post(Api api, Duration duration) throws Exception {
        var begun = System.nanoTime();
        var pause = TimeUnit.SECONDS.toNanos(1) / options.rate();
        for (var event = 0L; event * pause < duration.toNanos(); event++) {
            LockSupport.parkNanos(begun + event * pause - System.nanoTime());
            api.postEvent("{\"title\":\"%d\",\"text\":\"%s\",\"tags\":[\"env:bench\"]}".formatted(System.nanoTime(), "x".repeat(
                    300)));
            posted++;
        }
    }

    private void awaitEverybody(FeedAudience audience) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (audience.least() < posted && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private void report(FeedAudience audience, long alone, long before, long after) {
        var asItShould = audience.least() == posted && audience.most() == posted && audience.ended() == 0;
        Report.line("heard", "%,d events, by each of %,d listeners %,d to %,d; %d were cut%s".formatted(posted, options
                .listeners(),
                audience.least(), audience.most(), audience.ended(), asItShould ? "" : ": THIS IS WRONG"));
        Report.line("sent", "%,d events a second, %.1f MiB in all".formatted(
                (long) options.rate() * options.listeners(), audience.bytes() / MIB));
        Report.line("POST to heard", latencies.summary());
        Report.line("heap, alone", "%.1f MiB live before anybody listens".formatted(alone / MIB));
        Report.line("heap, before", "%.1f MiB live after %d s, %.1f KiB a listener".formatted(before / MIB,
                options.warmUp().toSeconds(), (before - alone) / 1024.0 / options.listeners()));
        Report.line("heap, after", "%.1f MiB live after %d s more: %+.1f MiB, %+.1f %%".formatted(after / MIB,
                options.measured().toSeconds(), (after - before) / MIB, 100.0 * (after - before) / before));
    }
}

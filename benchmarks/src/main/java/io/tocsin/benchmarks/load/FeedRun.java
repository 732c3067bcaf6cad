package io.tocsin.benchmarks.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.tocsin.local.Platform;
import io.tocsin.local.SmtpUrl;
import io.tocsin.local.service.Service;

/** Many listeners to the live feed of one replica, for long: what they hear, how late, and what the service keeps for them. */
public final class FeedRun {

    private static final Path PLACE = Path.of("benchmarks", "target");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final double MIB = 1 << 20;

    private final FeedOptions options;
    private final Latencies latencies = new Latencies();
    private long posted;

    public FeedRun(FeedOptions options) {
        this.options = options;
    }

    public void run() throws Exception {
        var folder = Files.createTempDirectory(Files.createDirectories(PLACE), "feed-");
        try (var sink = new MailSink(); var platform = start(folder, sink)) {
            measure(platform);
        } finally {
            LoadRun.delete(folder);
        }
    }

    private static Platform start(Path folder, MailSink sink) {
        Report.progress("starting the system in " + folder);
        return Platform.options()
                .data(folder.resolve("data"))
                .smtp(SmtpUrl.parse(sink.url()))
                .start();
    }

    private void measure(Platform platform) throws Exception {
        var service = platform.replicas(Service.EVENTS).get(0);
        var heap = new LiveHeap(service.pid());
        var api = Api.of(service.url(), platform.key().value());
        Report.line("machine", Machine.hardware());
        Report.line("JDK", Machine.jdk());
        Report.line("commit", Machine.commit());
        var alone = heap.bytes();
        try (var audience = new FeedAudience(service.url(), platform.key().value(), options.listeners(), latencies)) {
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

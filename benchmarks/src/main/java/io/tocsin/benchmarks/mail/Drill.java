package io.tocsin.benchmarks.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.tocsin.benchmarks.workbench.Latencies;
import io.tocsin.benchmarks.workbench.MailSink;
import io.tocsin.benchmarks.workbench.Report;

/**
 * Opens alerts at a steady rate, whether mails come or not, and measures each from the start of its POST to the end of the DATA of its
 * mail.
 */
final class Drill {

    private static final int THREADS = 32;
    private static final Duration UNTIL_CLEAR = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AlertSystem system;
    private final MailSink sink;
    private final int rate;
    private final AtomicInteger missing = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    Drill(AlertSystem system, MailSink sink, int rate) {
        this.system = system;
        this.sink = sink;
        this.rate = rate;
    }

    /** @param missing mails that did not come in time; @param refused POSTs which were not answered as they should be */
    record Result(Latencies latencies, int missing, int refused, Instant from, Instant until) {

        void report(String what) {
            Report.line(what, "%s; %d alerts, %d mails missing, %d POSTs refused".formatted(
                    latencies.summary(), latencies.count(), missing, refused));
        }
    }

    /** Opens alerts from this number on. */
    Result run(int first, Duration duration) throws InterruptedException {
        missing.set(0);
        refused.set(0);
        var latencies = new Latencies();
        var from = Instant.now();
        var clock = Executors.newScheduledThreadPool(THREADS);
        var count = (int) (rate * duration.toSeconds());
        for (var alert = 0; alert < count; alert++) {
            var number = first + alert;
            clock.schedule(() -> open(number, latencies, clock), alert * 1_000_000L / rate, TimeUnit.MICROSECONDS);
        }
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        var until = Instant.now();
        await(latencies, count);
        clock.shutdown();
        clock.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return new Result(latencies, missing.get(), refused.get(), from, until);
    }

    private void open(int number, Latencies latencies, ScheduledExecutorService clock) {
        var mail = sink.nextMailTo(system.recipient(number));
        var started = System.nanoTime();
        mail.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .thenAccept(arrived -> latencies.add(arrived - started))
                .exceptionally(none -> {
                    missing.incrementAndGet();
                    return null;
                });
        attempt(() -> system.open(number));
        clock.schedule(() -> attempt(() -> system.clear(number)), UNTIL_CLEAR.toMillis(), TimeUnit.MILLISECONDS);
    }

    private interface Call {

        void make() throws Exception;
    }

    private void attempt(Call call) {
        try {
            call.make();
        } catch (Exception e) {
            if (refused.getAndIncrement() == 0) {
                Report.progress(system.name() + " refuses: " + e.getMessage());
            }
        }
    }

    private void await(Latencies latencies, int count) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos() + UNTIL_CLEAR.toNanos();
        while (latencies.count() + missing.get() < count && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}

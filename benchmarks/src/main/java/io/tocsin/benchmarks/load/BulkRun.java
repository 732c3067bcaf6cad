package io.tocsin.benchmarks.load;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.tocsin.benchmarks.workbench.Api;
import io.tocsin.benchmarks.workbench.Clients;
import io.tocsin.benchmarks.workbench.Cost;
import io.tocsin.benchmarks.workbench.Report;
import io.tocsin.benchmarks.workbench.SampleEvent;
import io.tocsin.benchmarks.workbench.Workbench;
import io.tocsin.local.service.Service;

/** Batches: Dynatrace pushes about many entities, one event for each, and OTLP; next to {@code COPY} into the same tables. */
public final class BulkRun {

    static final Duration REFERENCE = Duration.ofSeconds(8);

    /** As in a pod of 1 GiB (docs/sizing.md): tens of thousands a second are not for the small heap which a laptop gives. */
    private static final String[] HEAP = { "-Xms717m", "-Xmx717m", "-Xmn239m" };

    private final BulkOptions options;

    public BulkRun(BulkOptions options) {
        this.options = options;
    }

    public void run() throws Exception {
        try (var bench = Workbench.open("bulk", platform -> platform.jvm(Service.EVENTS, HEAP))) {
            bench.describe();
            Report.line("heap", "of events-service " + String.join(" ", HEAP));
            bench.platform().replicas(Service.ALERTS).get(0).stop();
            bench.ripenLog();
            measure(bench);
            new ResultBatches(options).measure(bench);
        }
    }

    private void measure(Workbench bench) throws Exception {
        var database = bench.database(Service.EVENTS);
        var copied = new CopiedEvents(database);
        var before = copied.run(REFERENCE);
        Reference.clear(database);
        var api = bench.api(Service.EVENTS);
        Report.progress("warming up");
        post(api, options.warmUp());
        Report.progress("load");
        var cost = Cost.of(database);
        var events = post(api, options.measured());
        var rate = events * 1e9 / options.measured().toNanos();
        Report.line("batches", "%,.0f events/s, %d in a call, %d clients, without alerts-service"
                .formatted(rate, options.entities(), options.clients()));
        Report.line("", Cost.of(database).since(cost).per(events, "event"));
        report(rate, before, copied.run(REFERENCE), "events");
    }

    static void report(double rate, double before, double after, String what) {
        var mean = (before + after) / 2;
        Report.line("COPY", "%,.0f rows/s (%,.0f before, %,.0f after), %s alone, one client".formatted(mean, before,
                after, what));
        Report.line("ratio", "%.2f %s in batches, with their outbox messages, for each row of COPY".formatted(rate / mean,
                what));
    }

    /** How many events were answered within the time. */
    private long post(Api api, Duration duration) throws Exception {
        var deadline = System.nanoTime() + duration.toNanos();
        return Clients.run(options.clients(), () -> postUntil(api, deadline));
    }

    private long postUntil(Api api, long deadline) throws Exception {
        var hosts = IntStream.range(0, options.entities())
                .mapToObj("\"HOST-%016X\""::formatted)
                .collect(Collectors.joining(","));
        var body = """
                {"eventType":"CUSTOM_INFO","source":"nagios","title":"Disk full on web","description":"%s",
                 "attachRules":{"entityIds":[%s]}}""".formatted(SampleEvent.TEXT, hosts);
        var events = 0L;
        while (System.nanoTime() < deadline) {
            api.pushEvents(body);
            events += System.nanoTime() < deadline ? options.entities() : 0;
        }
        return events;
    }
}

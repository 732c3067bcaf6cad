package io.tocsin.benchmarks.load;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import io.tocsin.benchmarks.workbench.Api;
import io.tocsin.benchmarks.workbench.Clients;
import io.tocsin.benchmarks.workbench.Cost;
import io.tocsin.benchmarks.workbench.Report;
import io.tocsin.benchmarks.workbench.Workbench;
import io.tocsin.local.service.Service;

/** Test results by OTLP in protobuf, next to {@code COPY} into the same table. */
final class ResultBatches {

    private final BulkOptions options;
    private final AtomicLong calls = new AtomicLong();

    ResultBatches(BulkOptions options) {
        this.options = options;
    }

    /** The reference is measured after the warm-up, which makes the partition of today. */
    void measure(Workbench bench) throws Exception {
        var database = bench.database(Service.EVENTS);
        var copied = new CopiedResults(database);
        var api = bench.api(Service.EVENTS);
        Report.progress("warming up OTLP");
        post(api, options.warmUp());
        var before = copied.run(BulkRun.REFERENCE);
        copied.clear();
        Report.progress("OTLP");
        var cost = Cost.of(database);
        var results = post(api, options.measured());
        var rate = results * 1e9 / options.measured().toNanos();
        Report.line("OTLP", "%,.0f results/s, %d in a call, three points each, %d clients, without alerts-service"
                .formatted(rate, SampleRound.RESULTS, options.clients()));
        Report.line("", Cost.of(database).since(cost).per(results, "result"));
        BulkRun.report(rate, before, copied.run(BulkRun.REFERENCE), "results");
    }

    /** How many results were answered within the time. */
    private long post(Api api, Duration duration) throws Exception {
        var deadline = System.nanoTime() + duration.toNanos();
        return Clients.run(options.clients(), () -> postUntil(api, deadline));
    }

    private long postUntil(Api api, long deadline) throws Exception {
        var results = 0L;
        while (System.nanoTime() < deadline) {
            api.exportMetrics(OtlpBody.of(SampleRound.number(calls.getAndIncrement())));
            results += System.nanoTime() < deadline ? SampleRound.RESULTS : 0;
        }
        return results;
    }
}

package io.tocsin.benchmarks.pipeline;

import java.time.Duration;
import java.time.Instant;

import io.tocsin.benchmarks.workbench.LiveHeap;
import io.tocsin.benchmarks.workbench.Report;
import io.tocsin.benchmarks.workbench.Workbench;
import io.tocsin.local.service.Service;

/** From results that are stored to a verdict which is written: reading, judging and writing in events-service, by one replica. */
public final class PipelineRun {

    private static final int MINUTE = 60;
    private static final long PAUSE_MILLIS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final PipelineOptions options;

    public PipelineRun(PipelineOptions options) {
        this.options = options;
    }

    public void run() throws Exception {
        try (var bench = Workbench.open("pipeline", platform -> platform
                .setting(Service.EVENTS, "tocsin.detection.learning", "1m")
                .setting(Service.EVENTS, "tocsin.detection.poll", "500ms")
                .jvm(Service.EVENTS, "-Xmx1g"))) {
            bench.describe();
            measure(bench);
        }
    }

    private void measure(Workbench bench) throws Exception {
        var results = new StoredResults(bench.database(Service.EVENTS), options, Instant.now());
        var pid = bench.platform().replicas(Service.EVENTS).get(0).pid();
        Report.progress("storing results");
        results.write();
        Report.progress("judging");
        var cpu = cpuSeconds(pid);
        var started = System.nanoTime();
        results.announce();
        while (!results.areJudged()) {
            if (System.nanoTime() - started > PATIENCE.toNanos()) {
                throw new IllegalStateException("the results were not judged within " + PATIENCE);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        var seconds = (System.nanoTime() - started) / 1e9 / options.minutes();
        cpu = (cpuSeconds(pid) - cpu) / options.minutes();
        Report.line("detection",
                "%,d results a minute: %.1f s each minute, of which %.1f s (%.1f %% of one core) in the service"
                        .formatted(options.resultsOfAMinute(), seconds, cpu, 100 * cpu / MINUTE));
        Report.line("heap", "%,d MB alive afterwards".formatted(new LiveHeap(pid).bytes() / 1_000_000));
        var plain = results.plain();
        Report.line("reference", "%.1f s for the plain insert of the results of a minute".formatted(plain));
        Report.line("ratio", "%.2f (reading, judging and writing to plain insert)".formatted(seconds / plain));
    }

    /** Of all threads, also those of the compiler: it was started a moment ago. */
    private static double cpuSeconds(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow()
                .toMillis() / 1e3;
    }
}

package io.tocsin.benchmarks.load;

import java.sql.SQLException;
import java.time.Duration;

/** Stored events per second next to the reference, which is measured before and after the load on the same server. */
record IngestRun(LoadOptions options, PostLoad load, EventsDatabase database) {

    private static final Duration FIRST_STEPS = Duration.ofSeconds(3);
    private static final Duration REFERENCE = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    void run() throws Exception {
        var reference = Reference.against(database);
        Report.progress("reference, before the load");
        reference.run(FIRST_STEPS);
        var before = measured(reference);
        Report.progress("warming up");
        load.run(options.warmUp());
        Report.progress("load");
        var posted = load.run(options.measured());
        report(posted);
        drain();
        Report.progress("reference, after the load");
        report(posted.perSecond(), reference, before, measured(reference));
    }

    private double measured(Reference reference) throws Exception {
        var rate = reference.run(REFERENCE);
        Reference.clear(database);
        return rate;
    }

    private void report(PostLoad.Result posted) throws SQLException {
        Report.line("POST", "%,.0f events/s stored over %d connections%s, %s, %,d refused".formatted(posted.perSecond(),
                options.connections(), options.throughDoor() ? " through the front door" : "", posted.latencies().summary(),
                posted.refused()));
        var stored = database.number("select count(*) from event where organization <> 'benchmark'");
        Report.line("stored", "%,d of %,d accepted%s".formatted(stored, load.acceptedEver(),
                stored == load.acceptedEver() ? "" : ": THIS IS WRONG"));
    }

    private void drain() throws SQLException {
        var outbox = new Outbox(database);
        var waiting = outbox.waiting();
        Report.progress("alerts-service takes in the %,d events which wait for it".formatted(waiting));
        var started = System.nanoTime();
        var left = outbox.drain(PATIENCE);
        var seconds = (System.nanoTime() - started) / 1e9;
        Report.line("relay", "%,d events were behind; %,d taken in within %.0f s%s".formatted(waiting, waiting - left, seconds,
                left == 0 ? "" : "; the rest disturbs what follows"));
    }

    private static void report(double posted, Reference reference, double before, double after) {
        var mean = (before + after) / 2;
        Report.line("reference", "%,.0f transactions/s (%,.0f before, %,.0f after): BEGIN, 2 INSERTs, COMMIT, %d clients, %s"
                .formatted(mean, before, after, Reference.CLIENTS, reference.name()));
        Report.line("ratio", "%.2f POSTs for each transaction of the reference".formatted(posted / mean));
    }
}

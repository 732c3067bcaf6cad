package io.tocsin.benchmarks.load;

import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import io.tocsin.benchmarks.load.Reference.Form;
import io.tocsin.benchmarks.workbench.Cost;
import io.tocsin.benchmarks.workbench.Outbox;
import io.tocsin.benchmarks.workbench.Report;
import io.tocsin.benchmarks.workbench.ServiceDatabase;
import io.tocsin.local.Platform;
import io.tocsin.local.service.Service;

/**
 * Stored events per second next to the references, which are measured before and after the load on the same server. First without
 * alerts-service, whose work is no part of the references either, then with it.
 */
record IngestRun(LoadOptions options, Platform platform, PostLoad load, ServiceDatabase database) {

    private static final Duration FIRST_STEPS = Duration.ofSeconds(3);
    private static final Duration REFERENCE = Duration.ofSeconds(8);
    /** As busy as a server should be at its busiest. */
    private static final double SHARE = 2.0 / 3;
    private static final Duration LEVEL = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    void run() throws Exception {
        var reference = Reference.against(database);
        Report.progress("references, before the load");
        reference.run(Form.TRANSACTION, FIRST_STEPS);
        var before = measured(reference);
        var alerts = platform.replicas(Service.ALERTS).get(0);
        alerts.stop();
        Report.progress("warming up");
        load.run(options.warmUp());
        Report.progress("load, without alerts-service");
        var alone = posted("POST", Pace.asFastAsAnswered());
        Report.progress("load at two thirds of that rate");
        posted("POST, two thirds", Pace.steady(alone.perSecond() * SHARE));
        platform.restart(alerts);
        drain();
        Report.progress("load, with alerts-service at work");
        load.run(LEVEL);
        var together = posted("POST, all", Pace.asFastAsAnswered());
        drain();
        Report.progress("references, after the load");
        report(reference, mean(before, measured(reference)), alone, together);
    }

    private Map<Form, Double> measured(Reference reference) throws Exception {
        var rates = new EnumMap<Form, Double>(Form.class);
        for (var form : Form.values()) {
            rates.put(form, reference.run(form, REFERENCE));
        }
        Reference.clear(database);
        return rates;
    }

    private static Map<Form, Double> mean(Map<Form, Double> before, Map<Form, Double> after) {
        var mean = new EnumMap<>(before);
        after.forEach((form, rate) -> mean.merge(form, rate, (a, b) -> (a + b) / 2));
        return mean;
    }

    private PostLoad.Result posted(String title, Pace pace) throws Exception {
        var before = Cost.of(database);
        var posted = load.run(pace, options.measured());
        var cost = Cost.of(database).since(before);
        Report.line(title, "%,.0f events/s stored over %d connections%s, %s, %,d refused".formatted(posted.perSecond(),
                options.connections(), options.throughDoor() ? " through the front door" : "", posted.latencies().summary(),
                posted.refused()));
        Report.line("", cost.per(posted.latencies().count(), "event"));
        var stored = database.number("select count(*) from event where organization <> 'benchmark'");
        Report.line("stored", "%,d of %,d accepted%s".formatted(stored, load.acceptedEver(),
                stored == load.acceptedEver() ? "" : ": THIS IS WRONG"));
        return posted;
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

    private static void report(Reference reference, Map<Form, Double> rates, PostLoad.Result alone, PostLoad.Result together) {
        rates.forEach((form, rate) -> Report.line("reference", "%,.0f events/s: %s, %d clients, %s"
                .formatted(rate, form, Reference.CLIENTS, reference.name())));
        rates.forEach((form, rate) -> Report.line("ratio", "%.2f POSTs for each event of %s; %.2f with alerts-service at work"
                .formatted(alone.perSecond() / rate, form, together.perSecond() / rate)));
    }
}

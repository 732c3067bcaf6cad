package io.tocsin.benchmarks.alertlist;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

import io.tocsin.benchmarks.workbench.Api;
import io.tocsin.benchmarks.workbench.Latencies;
import io.tocsin.benchmarks.workbench.Report;
import io.tocsin.benchmarks.workbench.ServiceDatabase;
import io.tocsin.benchmarks.workbench.Workbench;
import io.tocsin.local.service.Service;
import io.tocsin.model.Scope;

/** The p99 of each list among few and among many past alerts, one client at a time. */
public final class AlertListRun {

    private static final Duration WARM_UP = Duration.ofSeconds(5);

    private final AlertListOptions options;

    public AlertListRun(AlertListOptions options) {
        this.options = options;
    }

    public void run() throws Exception {
        try (var bench = Workbench.open("alerts",
                platform -> platform.setting(Service.ALERTS, "tocsin.alerts.rules.built-in", "false"))) {
            bench.describe();
            measure(bench.database(Service.ALERTS), bench.api(Service.ALERTS));
        }
    }

    private void measure(ServiceDatabase database, Api service) throws Exception {
        for (var rule = 0; rule < PastAlerts.rules(); rule++) {
            service.createRule(PastAlerts.rule(rule));
        }
        var past = new PastAlerts(database, new Scope(database.text("select organization from alert_rule limit 1"),
                database.text("select account_group from alert_rule limit 1")));
        Report.progress("warming up");
        past.fill(options.few());
        for (var list : AlertList.values()) {
            repeat(WARM_UP, list, service);
        }
        var few = measure(options.few(), past, service, Map.of());
        measure(options.many(), past, service, few);
    }

    private Map<AlertList, Double> measure(int alerts, PastAlerts past, Api service, Map<AlertList, Double> before)
            throws Exception {
        Report.progress("making %,d alerts".formatted(alerts));
        past.fill(alerts);
        Report.line("alerts", "%,d in the past, 20 open".formatted(alerts));
        var slowest = new EnumMap<AlertList, Double>(AlertList.class);
        for (var list : AlertList.values()) {
            slowest.put(list, measure(list, service, before.get(list)));
        }
        return slowest;
    }

    /** The p99. */
    private double measure(AlertList list, Api service, Double before) throws Exception {
        var latencies = repeat(Duration.ofSeconds(options.seconds()), list, service);
        var slowest = latencies.millis(0.99);
        Report.line(list.title(), "p50 %.1f p99 %.1f ms%s; %,d bytes".formatted(latencies.millis(0.5), slowest,
                before == null ? "" : ", to few %.2f".formatted(slowest / before), service.get(list.path(Instant.now()))
                        .length()));
        return slowest;
    }

    private static Latencies repeat(Duration time, AlertList list, Api service) throws IOException, InterruptedException {
        var latencies = new Latencies();
        var deadline = System.nanoTime() + time.toNanos();
        for (var started = System.nanoTime(); started < deadline; started = System.nanoTime()) {
            service.get(list.path(Instant.now()));
            latencies.add(System.nanoTime() - started);
        }
        return latencies;
    }
}

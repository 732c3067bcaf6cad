package io.tocsin.benchmarks.mail;

import java.time.Duration;
import java.util.Optional;

import io.tocsin.benchmarks.workbench.Cost;
import io.tocsin.benchmarks.workbench.MailSink;
import io.tocsin.benchmarks.workbench.Report;
import io.tocsin.benchmarks.workbench.Workbench;
import io.tocsin.local.PlatformOptions;
import io.tocsin.local.service.Service;

/** Alert opened to mail handed over, and mails a second, by one replica of each service; next to Alertmanager with the same sink. */
public final class MailRun {

    /** Alerts of a rule begin two seconds apart, and are cleared in between. */
    private static final int ROUND_SECONDS = 2;

    private static final Duration REFERENCE_WARM_UP = Duration.ofSeconds(10);
    private static final Duration FLOOD_WARM_UP = Duration.ofSeconds(30);

    private static final int BACKLOG = 4_000;

    private final MailOptions options;

    public MailRun(MailOptions options) {
        this.options = options;
    }

    /** @param fromOpened milliseconds from the open alert, by which Alertmanager's POST is compared; NaN where it is not known */
    private record Figures(double fromPost50, double fromPost99, double fromOpened50, double fromOpened99,
            double mailsPerSecond) {}

    public void run() throws Exception {
        try (var bench = Workbench.open("mail", MailRun::mailForEach)) {
            bench.describe();
            bench.ripenLog();
            var tocsin = tocsin(bench);
            var program = Alertmanager.find();
            if (program.isEmpty()) {
                Report.line("reference", Alertmanager.HOW_TO_GET_IT);
                return;
            }
            compare(tocsin, reference(program.get(), bench.mails()));
        }
    }

    /** The same few recipients get far more mails here than people should: no digest may take over. */
    private static PlatformOptions mailForEach(PlatformOptions platform) {
        return platform.setting(Service.NOTIFIER, "tocsin.notifier.storm.digests", "false");
    }

    private Figures tocsin(Workbench bench) throws Exception {
        Report.progress("%d rules".formatted(options.rate() * ROUND_SECONDS));
        var alerts = new TocsinAlerts(bench, options.rate() * ROUND_SECONDS);
        alerts.createRules();
        var drill = new Drill(alerts, bench.mails(), options.rate());
        Report.progress("Tocsin: warming up");
        drill.run(0, options.warmUp());
        var flood = flood(alerts, bench.mails(), FLOOD_WARM_UP, Optional.of(bench));
        Report.progress("Tocsin: %d alerts a second".formatted(options.rate()));
        var cost = Cost.of(bench.database(Service.NOTIFIER));
        var taken = bench.mails().taken();
        var result = drill.run(0, options.measured());
        cost = Cost.of(bench.database(Service.NOTIFIER)).since(cost);
        result.report("Tocsin, POST to mail");
        reportCost(cost, bench.mails().taken().since(taken));
        var opened = Stations.report(bench.database(Service.NOTIFIER), result.from(), result.until());
        return new Figures(result.latencies().millis(0.5), result.latencies().millis(0.99), opened.p50(), opened.p99(), flood);
    }

    private Figures reference(String program, MailSink sink) throws Exception {
        Report.line("reference", Alertmanager.version(program));
        Drill.Result result;
        try (var alertmanager = Alertmanager.start(program, sink.address())) {
            var alerts = alertmanager.alerts();
            var drill = new Drill(alerts, sink, options.rate());
            Report.progress("Alertmanager: warming up");
            drill.run(0, REFERENCE_WARM_UP);
            Report.progress("Alertmanager: %d alerts a second".formatted(options.rate()));
            result = drill.run((int) (options.rate() * REFERENCE_WARM_UP.toSeconds()), options.measured());
            result.report("its POST to mail");
        }
        try (var alertmanager = Alertmanager.start(program, sink.address())) {
            var flood = flood(alertmanager.alerts(), sink, REFERENCE_WARM_UP, Optional.empty());
            return new Figures(result.latencies().millis(0.5), result.latencies().millis(0.99), Double.NaN, Double.NaN, flood);
        }
    }

    private double flood(AlertSystem system, MailSink sink, Duration warmUp, Optional<Workbench> bench) throws Exception {
        var flood = new Flood(system, sink, 1_000_000, BACKLOG);
        Report.progress(system.name() + ": more alerts than it can mail, warming up");
        flood.run(warmUp);
        flood.ebb();
        Report.progress(system.name() + ": more alerts than it can mail");
        var cost = bench.isPresent() ? Cost.of(bench.get().database(Service.NOTIFIER)) : null;
        var result = flood.run(options.sustained());
        Report.line(system.name() + ", sustained", "%,.0f mails/s, %.3f connections and %,d bytes each".formatted(
                result.mailsPerSecond(), result.taken().connections() / (double) result.taken().mails(),
                result.taken().bytes() / Math.max(1, result.taken().mails())));
        if (bench.isPresent()) {
            reportCost(Cost.of(bench.get().database(Service.NOTIFIER)).since(cost), result.taken());
        }
        flood.ebb();
        return result.mailsPerSecond();
    }

    private static void reportCost(Cost cost, MailSink.Taken taken) {
        Report.line("", cost.per(taken.mails(), "mail") + ", %.3f SMTP connections".formatted(
                taken.connections() / (double) taken.mails()));
    }

    private static void compare(Figures tocsin, Figures reference) {
        Report.line("ratio, latency", "%.2f at p50 and %.2f at p99 from the open alert; %.2f and %.2f from the POST (wanted: 1)"
                .formatted(tocsin.fromOpened50 / reference.fromPost50, tocsin.fromOpened99 / reference.fromPost99,
                        tocsin.fromPost50 / reference.fromPost50, tocsin.fromPost99 / reference.fromPost99));
        Report.line("ratio, sustained", "%.2f (wanted: 3)".formatted(tocsin.mailsPerSecond / reference.mailsPerSecond));
    }
}

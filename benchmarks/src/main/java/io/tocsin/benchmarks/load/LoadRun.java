package io.tocsin.benchmarks.load;

import java.net.URI;
import java.time.Duration;

import io.tocsin.benchmarks.workbench.Api;
import io.tocsin.benchmarks.workbench.Report;
import io.tocsin.benchmarks.workbench.Workbench;
import io.tocsin.local.Platform;
import io.tocsin.local.service.Service;

/** One run, from an empty folder to the figures. */
public final class LoadRun {

    private static final Duration MAIL_WARM_UP = Duration.ofSeconds(8);
    private static final Duration MAIL = Duration.ofSeconds(20);

    private final LoadOptions options;

    public LoadRun(LoadOptions options) {
        this.options = options;
    }

    public void run() throws Exception {
        try (var bench = Workbench.open("load")) {
            bench.describe();
            bench.ripenLog();
            ingest(bench);
            mail(bench);
        }
    }

    private void ingest(Workbench bench) throws Exception {
        var platform = bench.platform();
        try (var load = new PostLoad(target(platform), platform.key().value(), options.connections())) {
            new IngestRun(options, platform, load, bench.database(Service.EVENTS)).run();
        }
    }

    private URI target(Platform platform) {
        return options.throughDoor() ? platform.url() : platform.replicas(Service.EVENTS).get(0).url();
    }

    private static void mail(Workbench bench) throws Exception {
        Report.progress("events become mails");
        var door = Api.of(bench.platform().url(), bench.platform().key().value());
        var mails = new MailLatency(door, bench.mails()).run(MAIL_WARM_UP, MAIL);
        Report.line("POST to mail", "%s; %d alerts, %.0f a second, %d mails missing".formatted(
                mails.latencies().summary(), mails.latencies().count(), mails.alertsPerSecond(), mails.missing()));
    }
}

package io.tocsin.benchmarks.load;

import java.net.URI;

import io.tocsin.benchmarks.workbench.Workbench;
import io.tocsin.local.Platform;
import io.tocsin.local.service.Service;

/** One run, from an empty folder to the figures. */
public final class LoadRun {

    private final LoadOptions options;

    public LoadRun(LoadOptions options) {
        this.options = options;
    }

    public void run() throws Exception {
        try (var bench = Workbench.open("load")) {
            bench.describe();
            bench.ripenLog();
            ingest(bench);
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
}
